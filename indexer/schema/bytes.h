// Packing of numbers and strings into the bytes of value slots and stored articles.
//
// Numbers are little-endian base-128 (LEB128); a string is its length and its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace techpolicy {

/// Appends packed values to a string of its own.
class ByteWriter {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);

  /// Bytes written so far; the writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  std::string bytes_;
};

/// Reads what ByteWriter wrote. Damaged bytes never read out of bounds: every read past the end
/// gives 0 or "" and makes ok() false. Does not own the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint64_t number();
  [[nodiscard]] std::string_view text();
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace techpolicy
