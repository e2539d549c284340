#include "searchd/search/related_articles.h"

#include "searchd/search/article_lookup.h"

namespace techpolicy {

std::optional<RelatedArticles> related_articles(std::string_view id, RelatedKind kind,
                                                unsigned limit, const Snapshot& snapshot,
                                                Xapian::Database& database) {
  const auto document = document_of(database, id);
  if (!document) return std::nullopt;
  RelatedArticles related{kind, {}, {}, snapshot.info()};
  if (kind == RelatedKind::similar) {
    related.similar = similar_to(*document, limit, snapshot, database);
  } else {
    related.copies = copies_of(*document, limit, snapshot, database);
  }
  return related;
}

}  // namespace techpolicy
