#include "indexer/articles/line_reader.h"

#include <span>

namespace techpolicy {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{256} * 1024;

}  // namespace

LineReader::LineReader(ByteSource& source, std::size_t max_line_bytes)
    : source_(source), max_line_bytes_(max_line_bytes) {}

std::optional<Line> LineReader::next() {
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', scanned_);
    scanned_ = end == std::string::npos ? buffer_.size() : end + 1;
    const std::size_t size = (end == std::string::npos ? buffer_.size() : end) - begin_;
    too_long = too_long || size > max_line_bytes_;
    if (end != std::string::npos) {
      Line line{too_long ? std::string_view{} : std::string_view(buffer_).substr(begin_, size),
                ++number_, true, too_long};
      begin_ = end + 1;
      return line;
    }
    if (too_long) forget_line();
    if (read_more()) continue;
    if (begin_ == buffer_.size() && !too_long) return std::nullopt;
    const std::string_view rest = std::string_view(buffer_).substr(begin_);
    begin_ = buffer_.size();
    return Line{too_long ? std::string_view{} : rest, ++number_, false, too_long};
  }
}

/// Drops what was read of a line that is too long, so that it is never held as a whole.
void LineReader::forget_line() {
  buffer_.clear();
  begin_ = scanned_ = 0;
}

bool LineReader::read_more() {
  buffer_.erase(0, begin_);
  scanned_ -= begin_;
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunkBytes);
  const std::size_t got = source_.read(std::span<char>(buffer_).subspan(size));
  buffer_.resize(size + got);
  return got > 0;
}

}  // namespace techpolicy
