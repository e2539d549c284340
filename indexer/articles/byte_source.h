// The bytes of one input, a file or standard input, unpacked where they are gzip.
//
// zlib's own gzread() drops what it had unpacked before a damaged place; records before the damage
// must be kept, hence this class.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace techpolicy {

/// Reads forward once. Gzip is recognised by its first bytes, whatever the name says; several gzip
/// members one after the other are one stream. Belongs to one thread.
class ByteSource {
 public:
  enum class Fault { none, unreadable, damaged_gzip };

  /// "-" is standard input. A file that cannot be opened is a fault, not an exception.
  explicit ByteSource(const std::filesystem::path& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Fills the front of `buffer` (not empty) and returns how many bytes; 0 at the end or at a
  /// fault, and ever after.
  [[nodiscard]] std::size_t read(std::span<char> buffer);

  /// Why reading ended early; meaningful once read() returned 0.
  [[nodiscard]] Fault fault() const { return fault_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }

  /// The fault as a reason for counting: "unreadable" or "damaged-gzip".
  [[nodiscard]] std::string reason() const;

 private:
  struct Inflater;

  std::size_t read_packed(std::span<char> buffer);
  std::size_t read_file(std::span<char> buffer);
  bool fill();
  void fail(Fault fault, std::string detail);

  int descriptor_ = -1;
  bool owned_ = false;
  bool started_ = false;
  Fault fault_ = Fault::none;
  std::string detail_;
  std::string input_;  ///< What was read of the file and not yet handed on.
  std::size_t input_begin_ = 0;
  std::unique_ptr<Inflater> inflater_;  ///< Only where the input is gzip.
};

}  // namespace techpolicy
