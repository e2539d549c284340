#include "searchd/search/place_cache.h"

#include <algorithm>
#include <utility>

#include "searchd/search/clause_key.h"

namespace techpolicy {
namespace {

/// Over this everything is forgotten, as in PostingCache.
constexpr std::size_t kMaxBytes = std::size_t{64} * 1024 * 1024;

std::size_t bytes_of(const std::string& key, const PlacedPostings& placed) {
  constexpr std::size_t kOverhead = 256;
  return key.size() + kOverhead + placed.looked_at.size() * sizeof(std::uint32_t) +
         placed.found.documents.size() * 2 * sizeof(std::uint32_t);
}

}  // namespace

std::string place_key(const Clause& clause, Field field) {
  return std::to_string(static_cast<int>(field)) + clause_key(clause);
}

std::shared_ptr<const PlacedPostings> joined(const PlacedPostings& a, const PlacedPostings& b) {
  auto both = std::make_shared<PlacedPostings>();
  both->looked_at = unite(a.looked_at, b.looked_at);
  Postings& found = both->found;
  std::size_t left = 0;
  std::size_t right = 0;
  const auto take = [&found](const Postings& postings, std::size_t& place) {
    found.documents.push_back(postings.documents[place]);
    found.counts.push_back(postings.counts[place++]);
  };
  while (left < a.found.documents.size() || right < b.found.documents.size()) {
    const bool from_b =
        left == a.found.documents.size() ||
        (right < b.found.documents.size() && b.found.documents[right] < a.found.documents[left]);
    from_b ? take(b.found, right) : take(a.found, left);
  }
  return both;
}

std::shared_ptr<const PlacedPostings> PlaceCache::find(const std::string& key,
                                                       const DocumentSet& documents) const {
  std::shared_ptr<const PlacedPostings> placed;
  {
    const std::lock_guard lock(mutex_);
    const auto known = placed_.find(key);
    if (known == placed_.end()) return nullptr;
    placed = known->second;
  }
  const bool all = std::includes(placed->looked_at.begin(), placed->looked_at.end(),
                                 documents.begin(), documents.end());
  return all ? placed : nullptr;
}

void PlaceCache::keep(const std::string& key, std::shared_ptr<const PlacedPostings> placed) {
  const std::size_t bytes = bytes_of(key, *placed);
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes > kMaxBytes) {
    placed_.clear();
    bytes_ = 0;
  }
  auto& known = placed_[key];
  if (known) bytes_ -= bytes_of(key, *known);
  known = std::move(placed);
  bytes_ += bytes;
}

}  // namespace techpolicy
