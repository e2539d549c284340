#include "indexer/store/content_hash.h"

#include <cstdio>

namespace techpolicy {

void ContentHasher::add(std::string_view bytes) {
  constexpr Number kPrime = (Number{1} << 88) | Number{0x13b};
  Number value = value_;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= kPrime;
  }
  value_ = value;
}

std::string ContentHasher::hex() const {
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(value_ >> 64),
                static_cast<unsigned long long>(value_));
  return text;
}

ContentDigest ContentHasher::digest() const {
  return {static_cast<std::uint64_t>(value_ >> 64), static_cast<std::uint64_t>(value_)};
}

std::uint64_t ContentHasher::folded() const {
  const auto [high, low] = digest();
  return high ^ low;
}

std::string content_hash(std::string_view bytes) {
  ContentHasher hasher;
  hasher.add(bytes);
  return hasher.hex();
}

ContentDigest content_digest(std::string_view bytes) {
  ContentHasher hasher;
  hasher.add(bytes);
  return hasher.digest();
}

}  // namespace techpolicy
