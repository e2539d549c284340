// Lines of an input of any size, in bounded memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/articles/byte_source.h"

namespace techpolicy {

struct Line {
  std::string_view text;   ///< Without its line end; valid until the next call of next().
  std::size_t number = 0;  ///< 1-based.
  bool complete = true;    ///< False where the input ended without a line end.
  bool too_long = false;   ///< Over the limit: `text` is empty.
};

/// Holds at most the longest allowed line and one chunk. Belongs to one thread.
class LineReader {
 public:
  /// `source` must outlive the reader.
  LineReader(ByteSource& source, std::size_t max_line_bytes);

  /// nullopt at the end of the input; ask the source for faults then.
  [[nodiscard]] std::optional<Line> next();

 private:
  bool read_more();
  void forget_line();

  ByteSource& source_;
  std::size_t max_line_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;    ///< Of the line that is being read.
  std::size_t scanned_ = 0;  ///< No line end stands before this place.
  std::size_t number_ = 0;
};

}  // namespace techpolicy
