// The work of `retag`: every document is made again from what the index stores of its article, and
// those that come out differently are replaced.
//
// The whole article is analysed anew, not only its mentions: known names decide which glued words
// are cut, and with them tokens, terms and repairs.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "indexer/articles/article.h"
#include "indexer/build/live_database.h"
#include "indexer/build/progress.h"
#include "indexer/entities/lexicon.h"
#include "indexer/schema/stored_article.h"
#include "indexer/store/index_store.h"

namespace techpolicy {

struct RetagCounts {
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  bool stopped = false;  ///< Before all were compared.
};

/// Under the writer's lock, with nothing in `live` that waits for a commit; commits nothing itself.
/// `jobs` threads prepare. Throws IndexError and Xapian::Error where the index is damaged.
[[nodiscard]] RetagCounts retag_documents(const IndexStore& store,
                                          const std::shared_ptr<const Lexicon>& lexicon,
                                          unsigned jobs, LiveDatabase& live,
                                          const std::atomic<bool>& stop, Progress& progress);

/// The article as its reader gave it, but for its own id, whose place `stored.id` has taken.
[[nodiscard]] Article article_of(const StoredArticle& stored);

}  // namespace techpolicy
