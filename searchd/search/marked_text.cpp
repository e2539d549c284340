#include "searchd/search/marked_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace techpolicy {
namespace {

/// Walks ranges that rise and do not overlap (matches, mentions) along a rising byte offset.
template <typename Range>
class RangeCursor {
 public:
  RangeCursor(std::span<const Range> ranges, std::uint32_t begin)
      : next_(std::partition_point(ranges.begin(), ranges.end(),
                                   [begin](const Range& range) { return range.end <= begin; })),
        end_(ranges.end()) {}

  /// The range that holds bytes of [begin, end) or the gap inside which an insertion stands.
  [[nodiscard]] const Range* at(std::uint32_t begin, std::uint32_t end) {
    while (next_ != end_ && next_->end <= begin) ++next_;
    const bool inside = next_ != end_ && (begin == end ? next_->begin < begin : next_->begin < end);
    return inside ? &*next_ : nullptr;
  }

  /// The first offset after `offset` at which a range begins or ends, at most `limit`.
  [[nodiscard]] std::uint32_t border(std::uint32_t offset, std::uint32_t limit) {
    while (next_ != end_ && next_->end <= offset) ++next_;
    if (next_ == end_) return limit;
    return std::min(limit, next_->begin > offset ? next_->begin : next_->end);
  }

 private:
  typename std::span<const Range>::iterator next_;
  typename std::span<const Range>::iterator end_;
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Collects runs: joins equal neighbours, reduces white space across their borders.
class RunWriter {
 public:
  void write(std::string_view text, TextRun marks) {
    for (const char c : text) {
      if (!is_space(c)) {
        marks.text += c;
      } else if (!(marks.text.empty() ? at_space_ : marks.text.back() == ' ')) {
        marks.text += ' ';
      }
    }
    if (marks.text.empty()) return;
    at_space_ = marks.text.back() == ' ';
    if (!runs_.empty() && joins(runs_.back(), marks)) {
      runs_.back().text += marks.text;
    } else {
      runs_.push_back(std::move(marks));
    }
  }

  [[nodiscard]] MarkedText take() {
    if (!runs_.empty() && at_space_) {
      runs_.back().text.pop_back();
      if (runs_.back().text.empty()) runs_.pop_back();
    }
    return std::move(runs_);
  }

 private:
  static bool joins(const TextRun& a, const TextRun& b) {
    return !a.original && !b.original && a.match == b.match && a.entity == b.entity &&
           a.meaning == b.meaning;
  }

  MarkedText runs_;
  bool at_space_ = true;
};

class TextMarker {
 public:
  TextMarker(const StoredText& text, std::uint32_t begin, std::span<const ByteRange> matches,
             std::span<const StoredMention> mentions)
      : text_(text),
        matches_(matches, begin),
        mentions_(mentions, begin),
        glosses_(text.glosses, begin) {}

  void plain(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
      const std::uint32_t marked = matches_.border(begin, mentions_.border(begin, end));
      const std::uint32_t border = glosses_.border(begin, marked);
      runs_.write(bytes(begin, border), marks(begin, border));
      begin = border;
    }
  }

  void repaired(const Repair& repair) {
    TextRun run = marks(repair.begin, repair.end);
    run.original = bytes(repair.begin, repair.end);
    runs_.write(repair.repaired, std::move(run));
  }

  [[nodiscard]] MarkedText take() { return runs_.take(); }

 private:
  [[nodiscard]] std::string_view bytes(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text_.text).substr(begin, end - begin);
  }

  [[nodiscard]] TextRun marks(std::uint32_t begin, std::uint32_t end) {
    TextRun run;
    run.match = matches_.at(begin, end) != nullptr;
    if (const StoredMention* mention = mentions_.at(begin, end)) run.entity = mention->entity;
    if (const StoredGloss* gloss = glosses_.at(begin, end)) run.meaning = gloss->meaning;
    return run;
  }

  const StoredText& text_;
  RangeCursor<ByteRange> matches_;
  RangeCursor<StoredMention> mentions_;
  RangeCursor<StoredGloss> glosses_;
  RunWriter runs_;
};

}  // namespace

std::vector<ByteRange> merge_overlapping(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const ByteRange& a, const ByteRange& b) {
    return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
  });
  std::vector<ByteRange> merged;
  for (const ByteRange& range : ranges) {
    if (range.begin >= range.end) continue;
    if (!merged.empty() && range.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

MarkedText mark_text(const StoredText& text, std::uint32_t begin, std::uint32_t end,
                     std::span<const ByteRange> matches, bool with_entities) {
  end = std::min(end, static_cast<std::uint32_t>(text.text.size()));
  const std::span<const StoredMention> mentions =
      with_entities ? std::span(text.mentions) : std::span<const StoredMention>();
  TextMarker marker(text, begin, matches, mentions);
  auto repair = std::partition_point(text.repairs.begin(), text.repairs.end(),
                                     [begin](const Repair& r) { return r.begin < begin; });
  std::uint32_t done = begin;
  if (repair != text.repairs.begin()) done = std::max(done, std::prev(repair)->end);
  for (; repair != text.repairs.end() && repair->begin < end; ++repair) {
    if (repair->begin < done) continue;
    marker.plain(done, repair->begin);
    marker.repaired(*repair);
    done = repair->end;
  }
  marker.plain(done, end);
  return marker.take();
}

}  // namespace techpolicy
