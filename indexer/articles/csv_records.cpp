#include "indexer/articles/csv_records.h"

#include <algorithm>
#include <utility>

namespace techpolicy {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{256} * 1024;
constexpr std::size_t kMaxLookedAtAgain = std::size_t{128} * 1024 * 1024;

}  // namespace

CsvRecords::CsvRecords(Read read, std::size_t max_record_bytes, std::string delimiters)
    : read_(std::move(read)),
      max_record_bytes_(max_record_bytes),
      delimiters_(std::move(delimiters)) {}

bool CsvRecords::read_more() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunkBytes);
  const std::size_t got = read_(std::span<char>(buffer_).subspan(size));
  buffer_.resize(size + got);
  return got > 0;
}

CsvRecords::State CsvRecords::step(State state, char c, bool& stray) const {
  const bool ends_value = c == '\n' || delimiters_.find(c) != std::string::npos;
  switch (state) {
    case State::quoted:
      return c == '"' ? State::quote_in_quoted : State::quoted;
    case State::quote_in_quoted:
      if (c == '"') return State::quoted;
      if (ends_value) return State::value_begins;
      stray = c != ' ' && c != '\r';
      return State::quote_in_quoted;
    case State::value_begins:
      if (c == '"') return State::quoted;
      return ends_value || c == ' ' ? State::value_begins : State::plain;
    case State::plain:
      return ends_value ? State::value_begins : State::plain;
  }
  return state;
}

CsvRecords::Scan CsvRecords::scan() {
  Scan scan;
  State state = State::value_begins;
  for (;; ++scan.end) {
    const bool too_long = scan.end > max_record_bytes_;
    if (too_long || (begin_ + scan.end == buffer_.size() && !read_more())) {
      if (too_long) scan.fault = CsvFault::too_long;
      if (state == State::quoted) scan.fault = CsvFault::broken_row;
      return scan;
    }
    const char c = buffer_[begin_ + scan.end];
    if (c == '\n' && state != State::quoted) return scan;
    if (c == '\n') ++scan.lines;
    bool stray = false;
    state = step(state, c, stray);
    if (stray) {
      scan.fault = scan.lines == 0 ? CsvFault::stray_quote : CsvFault::broken_row;
      return scan;
    }
  }
}

/// The first line of what is left, up to the limit; reading goes on behind it.
std::string_view CsvRecords::take_line() {
  std::size_t size = 0;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_ + size);
    if (end != std::string::npos) return take(end - begin_, 1);
    size = buffer_.size() - begin_;
    if (size > max_record_bytes_) break;
    if (!read_more()) return take(size, 1);
  }
  skip_line();
  return {};
}

/// Passes over a line of any length, holding only a chunk of it.
void CsvRecords::skip_line() {
  ++line_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    begin_ = end == std::string::npos ? buffer_.size() : end + 1;
    if (end != std::string::npos || !read_more()) return;
  }
}

/// `size` bytes, and the line end behind them where there is one.
std::string_view CsvRecords::take(std::size_t size, std::size_t lines) {
  const std::string_view taken = std::string_view(buffer_).substr(begin_, size);
  begin_ = std::min(begin_ + size + 1, buffer_.size());
  line_ += lines;
  return taken;
}

std::optional<CsvRecord> CsvRecords::next() {
  if (gave_up_ || (begin_ == buffer_.size() && !read_more())) return std::nullopt;
  const std::size_t line = line_;
  const Scan found = scan();
  if (found.fault == CsvFault::none) {
    const bool complete = begin_ + found.end < buffer_.size();
    return CsvRecord{take(found.end, found.lines + 1), line, found.fault, complete};
  }
  looked_at_again_ += found.end;
  gave_up_ = looked_at_again_ > kMaxLookedAtAgain;
  return CsvRecord{take_line(), line, found.fault, true};
}

std::vector<std::string> csv_values(std::string_view record, char delimiter, CsvQuotes quotes) {
  std::vector<std::string> values(1);
  bool quoted = false;
  bool begins = quotes == CsvQuotes::enclose;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (quoted) {
      if (c != '"') {
        values.back() += c;
      } else if (i + 1 < record.size() && record[i + 1] == '"') {
        values.back() += record[++i];
      } else {
        quoted = false;
      }
    } else if (c == delimiter) {
      values.emplace_back();
      begins = quotes == CsvQuotes::enclose;
    } else if (begins && c == '"') {
      values.back().clear();
      quoted = true;
      begins = false;
    } else {
      begins = begins && c == ' ';
      values.back() += c;
    }
  }
  return values;
}

}  // namespace techpolicy
