#include "searchd/search/posting_cache.h"

#include <utility>

namespace techpolicy {
namespace {

constexpr std::size_t kBudgetBytes = std::size_t{256} << 20;
constexpr std::size_t kEntryBytes = 200;  ///< Map node, control block, vectors; measured roughly.

std::shared_ptr<const Postings> read_postings(const Xapian::Database& database,
                                              const std::string& term) {
  auto postings = std::make_shared<Postings>();
  const std::size_t expected = database.get_termfreq(term);
  postings->documents.reserve(expected);
  postings->counts.reserve(expected);
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator it = database.postlist_begin(term); it != end; ++it) {
    postings->documents.push_back(*it);
    postings->counts.push_back(it.get_wdf());
  }
  return postings;
}

}  // namespace

std::shared_ptr<const Postings> PostingCache::get(const Xapian::Database& database,
                                                  const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = lists_.find(term);
    if (found != lists_.end()) return found->second;
  }
  // Read without the lock: two threads may read one term twice, none waits for the disk of another.
  std::shared_ptr<const Postings> postings = read_postings(database, term);
  const std::size_t bytes =
      postings->documents.size() * 2 * sizeof(std::uint32_t) + term.size() + kEntryBytes;
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > kBudgetBytes) {
    lists_.clear();
    bytes_ = 0;
  }
  const auto [entry, inserted] = lists_.try_emplace(term, std::move(postings));
  if (inserted) bytes_ += bytes;
  return entry->second;
}

}  // namespace techpolicy
