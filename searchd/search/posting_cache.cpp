#include "searchd/search/posting_cache.h"

namespace techpolicy {
namespace {

/// Over this everything is forgotten: simpler than ages, and a revision seldom needs so much.
constexpr std::size_t kMaxBytes = std::size_t{256} * 1024 * 1024;

}  // namespace

std::shared_ptr<const Postings> PostingCache::get(Xapian::Database& database,
                                                  const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = postings_.find(term); known != postings_.end()) return known->second;
  }
  auto decoded = std::make_shared<Postings>();
  const Xapian::doccount count = database.get_termfreq(term);
  decoded->documents.reserve(count);
  decoded->counts.reserve(count);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    decoded->documents.push_back(*posting);
    decoded->counts.push_back(posting.get_wdf());
  }
  const std::size_t bytes = decoded->documents.size() * 8 + term.size() + 128;
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > kMaxBytes) {
    postings_.clear();
    bytes_ = 0;
  }
  if (postings_.try_emplace(term, decoded).second) bytes_ += bytes;
  return decoded;
}

}  // namespace techpolicy
