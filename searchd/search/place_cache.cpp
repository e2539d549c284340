#include "searchd/search/place_cache.h"

#include <algorithm>
#include <utility>

namespace techpolicy {
namespace {

/// Over this everything is forgotten, as in PostingCache.
constexpr std::size_t kMaxBytes = std::size_t{64} * 1024 * 1024;

std::size_t bytes_of(const std::string& key, const PlacedPostings& placed) {
  constexpr std::size_t kOverhead = 256;
  return key.size() + kOverhead + placed.looked_at.size() * sizeof(std::uint32_t) +
         placed.found.documents.size() * 2 * sizeof(std::uint32_t);
}

/// Strings by their length, so that no two lists of them read the same.
void append(std::string& key, const std::string& text) {
  key += std::to_string(text.size()) + ':' + text;
}

void append(std::string& key, const Clause& clause) {
  const auto number = [&key](auto value) { key += std::to_string(static_cast<int>(value)) + ' '; };
  key += '(';
  number(clause.kind);
  number(clause.exact);
  number(clause.glossary);
  number(clause.entity.type);
  append(key, clause.entity.id);
  for (const std::string& word : clause.words) append(key, word);
  for (const Proximity& link : clause.links) {
    key += '/';
    number(link.nearness);
    number(link.distance);
  }
  for (const Clause& child : clause.children) append(key, child);
  key += ')';
}

}  // namespace

std::string place_key(const Clause& clause, Field field) {
  std::string key = std::to_string(static_cast<int>(field));
  append(key, clause);
  return key;
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
