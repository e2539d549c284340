#include "indexer/analysis/listed_words.h"

#include <algorithm>

#include "indexer/analysis/analyzer.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

/// FNV-1a: the same on every machine, since it is stored.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

ListedWords::ListedWords(std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('\n'), words.size());
    std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (!word.empty()) hashes_.push_back(hash_of(fold(word)));
  }
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

bool ListedWords::contains(std::string_view folded) const {
  return std::binary_search(hashes_.begin(), hashes_.end(), hash_of(folded));
}

std::string ListedWords::bytes() const {
  std::string bytes;
  bytes.reserve(hashes_.size() * 4);
  for (const std::uint32_t hash : hashes_) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(hash >> shift & 0xFFU);
  }
  return bytes;
}

ListedWords ListedWords::from_bytes(std::string_view bytes) {
  if (bytes.size() % 4 != 0) throw IndexError("the list of words in the index is damaged");
  ListedWords words;
  words.hashes_.reserve(bytes.size() / 4);
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    std::uint32_t hash = 0;
    for (std::size_t k = 0; k < 4; ++k) hash = hash << 8 | static_cast<unsigned char>(bytes[i + k]);
    words.hashes_.push_back(hash);
  }
  return words;
}

}  // namespace techpolicy
