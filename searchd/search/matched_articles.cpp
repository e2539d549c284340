#include "searchd/search/matched_articles.h"

namespace techpolicy {

QueryNode parse_query_of(const SearchRequest& request, const Snapshot& snapshot) {
  QueryOptions options = request.options;
  options.today = snapshot.today();
  return parse_query(request.q, options);
}

MatchedArticles::MatchedArticles(const SearchRequest& request, const Snapshot& snapshot,
                                 Xapian::Database& database)
    : matching_(snapshot, database),
      query_(resolve_query(parse_query_of(request, snapshot), snapshot, request.aliases)),
      filtered_(request, snapshot, matching_, query_.clause),
      ranking_(query_.clause, filtered_.entities_asked(), snapshot, database, matching_) {}

DocumentSet MatchedArticles::naming_all(const std::vector<EntityKey>& entities) const {
  DocumentSet documents = filtered_.documents();
  for (const EntityKey& entity : entities) {
    documents = intersect(documents, filtered_.naming(entity.type, entity.id));
  }
  return documents;
}

Sort MatchedArticles::sort(const SearchRequest& request) const {
  return request.sort.value_or(query_.has_words ? Sort::relevance : Sort::newest);
}

std::vector<Ranked> MatchedArticles::ranked(const DocumentSet& documents, Sort sort) {
  return ranking_.rank(documents, query_.has_words ? sort : Sort::newest);
}

}  // namespace techpolicy
