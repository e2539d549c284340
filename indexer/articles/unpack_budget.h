// How far packed input may unpack: a bomb of a few kilobytes must not keep the indexer busy for
// hours.
#pragma once

#include <cstdint>

namespace techpolicy {

/// One for each input file, whatever archives nest in it: what comes out of all of them together is
/// measured by the bytes that went in. Articles pack to a tenth; a file may unpack to far more.
class UnpackBudget {
 public:
  static constexpr std::uint64_t kFreeBytes = std::uint64_t{64} * 1024 * 1024;
  static constexpr std::uint64_t kMaxRatio = 200;

  void add_packed(std::uint64_t bytes) { packed_ += bytes; }
  void add_unpacked(std::uint64_t bytes) { unpacked_ += bytes; }
  [[nodiscard]] bool exceeded() const { return unpacked_ > kFreeBytes + kMaxRatio * packed_; }

  static constexpr const char* kReason = "unpacks-too-far";
  static constexpr const char* kDetail =
      "unpacks to over 200 times its size, as no articles do; unpack it by hand if they are some";

 private:
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
};

}  // namespace techpolicy
