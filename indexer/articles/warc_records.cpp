#include "indexer/articles/warc_records.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{128} * 1024;
/// Of a head; lines behind it in damaged input are passed over in pieces of this size.
constexpr std::size_t kMaxHeadLine = std::size_t{32} * 1024;
constexpr std::size_t kMaxHeadLines = 200;
constexpr std::string_view kVersion = "WARC/";

}  // namespace

bool WarcRecords::fill() {
  if (begin_ < buffer_.size()) return true;
  buffer_.resize(kChunkBytes);
  begin_ = 0;
  buffer_.resize(source_.read(buffer_));
  return !buffer_.empty();
}

/// Without its line end; at most kMaxHeadLine. nullopt at the end of the input.
std::optional<std::string> WarcRecords::read_line() {
  std::string line;
  bool any = false;
  while (line.size() < kMaxHeadLine && fill()) {
    any = true;
    const std::size_t end = buffer_.find('\n', begin_);
    const std::size_t size = std::min(end, buffer_.size()) - begin_;
    const std::size_t taken = std::min(size, kMaxHeadLine - line.size());
    line.append(buffer_, begin_, taken);
    begin_ += taken;
    if (taken < size || end == std::string::npos) continue;
    ++begin_;
    break;
  }
  if (!any) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// Sets `untold` where something is passed over on the way that has not been told.
bool WarcRecords::find_version_line(bool& untold) {
  for (;;) {
    while (const auto line = read_line()) {
      if (line->starts_with(kVersion)) return true;
      untold = untold || !ascii_trim(*line).empty();
    }
    if (!source_.next_member()) return false;
    untold = untold || !damage_told_;
    damage_told_ = false;
  }
}

void WarcRecords::read_head(WarcRecord& record) {
  bool has_size = false;
  for (std::size_t i = 0; i < kMaxHeadLines; ++i) {
    const auto line = read_line();
    if (!line) break;
    if (line->empty()) {
      if (!has_size) record.fault = "its head gives no Content-Length";
      return;
    }
    const std::size_t colon = line->find(':');
    if (colon == std::string::npos) continue;
    const std::string name = ascii_lower(ascii_trim(std::string_view(*line).substr(0, colon)));
    const std::string_view value = ascii_trim(std::string_view(*line).substr(colon + 1));
    if (name == "warc-type") record.type = ascii_lower(value);
    if (name == "content-type") record.content_type = ascii_lower(value);
    if (name == "warc-target-uri") record.target_uri = value;
    if (name == "content-length") {
      const char* end = value.data() + value.size();
      const auto [parsed, error] = std::from_chars(value.data(), end, record.size);
      has_size = error == std::errc{} && parsed == end;
    }
  }
  record.fault = "its head does not end";
}

std::optional<WarcRecord> WarcRecords::next() {
  const bool cut_before = !skip_block();
  bool untold = cut_before;
  const bool found = pending_ || find_version_line(untold);
  pending_ = found && untold;
  damage_told_ = cut_ = false;
  if (!found && !untold) return std::nullopt;
  WarcRecord record;
  record.number = cut_before ? number_ : ++number_;
  if (untold) {
    record.fault = "something that is no record, or only a part of one";
    return record;
  }
  read_head(record);
  damage_told_ = !record.fault.empty();
  left_ = record.fault.empty() ? record.size : 0;
  return record;
}

std::string WarcRecords::read_block(std::size_t max_bytes) {
  std::string block;
  while (left_ > 0 && block.size() < max_bytes && fill()) {
    const auto size = static_cast<std::size_t>(
        std::min<std::uint64_t>({left_, max_bytes - block.size(), buffer_.size() - begin_}));
    block.append(buffer_, begin_, size);
    begin_ += size;
    left_ -= size;
  }
  if (left_ > 0 && block.size() < max_bytes) {
    cut_ = damage_told_ = true;
    left_ = 0;
  }
  return block;
}

bool WarcRecords::skip_block() {
  while (left_ > 0 && fill()) {
    const auto size =
        static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size() - begin_));
    begin_ += size;
    left_ -= size;
  }
  return std::exchange(left_, 0) == 0;
}

}  // namespace techpolicy
