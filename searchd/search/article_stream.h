// All articles of a search, one after the other, for answers that are longer than memory should
// hold: exports.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/schema/stored_article.h"
#include "searchd/search/clause.h"
#include "searchd/search/result_order.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

struct StreamedArticle {
  StoredArticle article;
  std::string title;  ///< As displayed; derived where the article has none.
  bool title_derived = false;
  std::vector<EntityRef> entities;  ///< All that it names, most mentions first.
};

/// Belongs to one thread at a time. Between two calls it holds no database, so that slow readers
/// keep nobody waiting; it holds the snapshot that the search was answered from.
class ArticleStream {
 public:
  using NewestSnapshot = std::function<std::shared_ptr<const Snapshot>()>;

  /// The articles of a query in their order. `entities`: what else was asked of them. `newest`: the
  /// state of the index to read on from where commits have overtaken the snapshot.
  ArticleStream(std::shared_ptr<const Snapshot> snapshot, Clause clause,
                std::vector<EntityKey> entities, std::vector<Ranked> articles,
                NewestSnapshot newest);

  [[nodiscard]] const Clause& clause() const { return clause_; }
  [[nodiscard]] const std::vector<EntityKey>& entities() const { return entities_; }
  [[nodiscard]] std::uint64_t total() const { return articles_.size(); }
  [[nodiscard]] const IndexInfo& index() const { return index_; }

  /// The next articles, at most `most`; none at the end. Throws IndexError where one was changed or
  /// removed and can no longer be read as it was: what was streamed is not whole then.
  [[nodiscard]] std::vector<StreamedArticle> next(std::size_t most);

 private:
  [[nodiscard]] std::vector<StreamedArticle> read(const Snapshot& from, std::size_t count) const;

  std::shared_ptr<const Snapshot> snapshot_;
  std::shared_ptr<const Snapshot> reading_;
  Clause clause_;
  std::vector<EntityKey> entities_;
  std::vector<Ranked> articles_;
  NewestSnapshot newest_;
  IndexInfo index_;
  std::size_t done_ = 0;
};

}  // namespace techpolicy
