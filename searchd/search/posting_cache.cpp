#include "searchd/search/posting_cache.h"

namespace techpolicy {
namespace {

/// Over this everything is forgotten: simpler than ages, and a revision seldom needs so much.
constexpr std::size_t kMaxBytes = std::size_t{256} * 1024 * 1024;
/// The same for frequencies: some 25 MB.
constexpr std::size_t kMaxFrequencies = 250'000;

}  // namespace

std::shared_ptr<const Postings> PostingCache::get(Xapian::Database& database,
                                                  const std::string& term) {
  if (auto known = kept(term)) return known;
  auto decoded = std::make_shared<Postings>();
  const Xapian::doccount count = database.get_termfreq(term);
  decoded->documents.reserve(count);
  decoded->counts.reserve(count);
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    decoded->documents.push_back(*posting);
    decoded->counts.push_back(posting.get_wdf());
  }
  keep(term, decoded);
  return decoded;
}

std::uint32_t PostingCache::frequency(const Xapian::Database& database, const std::string& term) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = frequencies_.find(term); known != frequencies_.end()) {
      return known->second;
    }
  }
  const Xapian::doccount frequency = database.get_termfreq(term);
  const std::lock_guard lock(mutex_);
  if (frequencies_.size() >= kMaxFrequencies) frequencies_.clear();
  frequencies_.try_emplace(term, frequency);
  return frequency;
}

std::shared_ptr<const Postings> PostingCache::kept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto known = postings_.find(key);
  return known == postings_.end() ? nullptr : known->second;
}

void PostingCache::keep(const std::string& key, const std::shared_ptr<const Postings>& found) {
  const std::size_t bytes = found->documents.size() * 8 + key.size() + 128;
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > kMaxBytes) {
    postings_.clear();
    bytes_ = 0;
  }
  if (postings_.try_emplace(key, found).second) bytes_ += bytes;
}

}  // namespace techpolicy
