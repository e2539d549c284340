// Tells whether two articles or two files have the same content, without keeping either.
//
// 128-bit FNV-1a (RFC 9923, offset basis and prime of section 5): small, well known, as fast as
// reading. It is no defence against content that somebody makes collide on purpose, and nothing
// relies on that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace techpolicy {

/// A hash as it is kept of millions: small, and equal only where the hash is.
struct ContentDigest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend bool operator==(const ContentDigest&, const ContentDigest&) = default;
};

/// For unordered containers.
struct ContentDigestHash {
  std::size_t operator()(const ContentDigest& digest) const noexcept { return digest.low; }
};

/// Hashes bytes as they come; the same bytes give the same hash however they were cut.
class ContentHasher {
 public:
  void add(std::string_view bytes);

  /// 32 hexadecimal digits.
  [[nodiscard]] std::string hex() const;
  [[nodiscard]] ContentDigest digest() const;
  /// Both halves folded into one number, for names and for sharing out work.
  [[nodiscard]] std::uint64_t folded() const;

 private:
  __extension__ using Number = unsigned __int128;
  static constexpr Number kOffsetBasis =
      (Number{0x6c62272e07bb0142} << 64) | Number{0x62b821756295c58d};

  Number value_ = kOffsetBasis;
};

/// 32 hexadecimal digits.
[[nodiscard]] std::string content_hash(std::string_view bytes);
[[nodiscard]] ContentDigest content_digest(std::string_view bytes);

}  // namespace techpolicy
