// The bytes of one input, a file, standard input or an entry of an archive, unpacked where they are
// gzip.
//
// zlib's own gzread() drops what it had unpacked before a damaged place; records before the damage
// must be kept, hence this class.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "indexer/articles/article_reader.h"
#include "indexer/articles/unpack_budget.h"

namespace techpolicy {

/// Reads forward once. Gzip is recognised by its first bytes, whatever the name says; several gzip
/// members one after the other are one stream. Belongs to one thread.
class ByteSource {
 public:
  /// `file` must outlive the source where it is an entry of an archive. A file that cannot be
  /// opened is a fault, not an exception.
  explicit ByteSource(const InputFile& file);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Fills the front of `buffer` (not empty) and returns how many bytes; 0 at the end or at a
  /// fault, and ever after.
  [[nodiscard]] std::size_t read(std::span<char> buffer);

  /// Whether reading ended early; meaningful once read() returned 0.
  [[nodiscard]] bool failed() const { return !reason_.empty(); }
  /// Why, for counting: "unreadable", "damaged-gzip", "unpacks-too-far", or what the archive says
  /// of its entry.
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] const std::string& detail() const { return detail_; }

  /// After damaged gzip data: goes on at the next gzip member that can be found, true; false where
  /// there is none. What read() gives then stands somewhere behind what it gave before.
  [[nodiscard]] bool next_member();

  /// What comes out of the input is charged here, also what its reader unpacks by itself.
  [[nodiscard]] UnpackBudget& budget() { return budget_; }

 private:
  struct Inflater;

  std::size_t read_packed(std::span<char> buffer);
  std::size_t read_file(std::span<char> buffer);
  std::size_t read_entry(std::span<char> buffer);
  void read_magic();
  bool fill();
  void fail(std::string reason, std::string detail);

  ArchiveEntry* entry_;
  UnpackBudget own_budget_;  ///< Of what is no entry of an archive.
  UnpackBudget& budget_;
  int descriptor_ = -1;
  bool owned_ = false;
  bool started_ = false;
  std::string reason_;
  std::string detail_;
  std::string input_;  ///< What was read of the file and not yet handed on.
  std::size_t input_begin_ = 0;
  std::unique_ptr<Inflater> inflater_;  ///< Only where the input is gzip.
};

}  // namespace techpolicy
