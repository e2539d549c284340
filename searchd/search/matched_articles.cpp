#include "searchd/search/matched_articles.h"

namespace techpolicy {

MatchedArticles::MatchedArticles(const SearchRequest& request, const Snapshot& snapshot,
                                 Xapian::Database& database)
    : snapshot_(snapshot),
      matching_(snapshot, database),
      query_(resolve_query(parse_query(request.q, request.options), snapshot, request.aliases)),
      filtered_(request, snapshot, matching_, matching_.matches(query_.clause)) {}

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
  const bool scored = query_.has_words && (sort == Sort::relevance || sort == Sort::lexical);
  std::vector<float> scores(documents.size());
  if (scored) scores = matching_.scores(query_.clause, documents);
  std::vector<Ranked> ranked(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) ranked[i] = {documents[i], scores[i]};
  if (scored && sort == Sort::relevance) apply_recency(ranked, snapshot_.columns());
  return ranked;
}

}  // namespace techpolicy
