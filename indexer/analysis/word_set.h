// A set of words that is asked about each word of each text.
//
// Keeps 64-bit hashes in one array, so that an answer costs one look into memory instead of the
// three of a set of strings. Of others fewer than one in ten trillion passes for one of a million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace techpolicy {

class WordSet {
 public:
  void insert(std::string_view word) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    count_ += insert_hash(hash_of(word)) ? 1U : 0U;
  }

  [[nodiscard]] bool contains(std::string_view word) const {
    if (slots_.empty()) return false;
    const std::uint64_t hash = hash_of(word);
    return slots_[place_of(hash)] == hash;
  }

 private:
  static constexpr std::uint64_t kEmpty = 0;

  static std::uint64_t hash_of(std::string_view word) {
    const std::uint64_t hash = std::hash<std::string_view>{}(word);
    return hash == kEmpty ? 1 : hash;
  }

  /// Where a hash stands, or would. Some slot is always empty.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    const std::size_t last = slots_.size() - 1;  // A power of two less one.
    std::size_t place = hash & last;
    while (slots_[place] != kEmpty && slots_[place] != hash) place = (place + 1) & last;
    return place;
  }

  bool insert_hash(std::uint64_t hash) {
    std::uint64_t& slot = slots_[place_of(hash)];
    const bool is_new = slot == kEmpty;
    slot = hash;
    return is_new;
  }

  void grow() {
    constexpr std::size_t kLeastSlots = 64;
    const std::vector<std::uint64_t> old = std::move(slots_);
    slots_.assign(old.empty() ? kLeastSlots : old.size() * 2, kEmpty);
    for (const std::uint64_t hash : old) {
      if (hash != kEmpty) insert_hash(hash);
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
};

}  // namespace techpolicy
