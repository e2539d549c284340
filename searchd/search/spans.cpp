#include "searchd/search/spans.h"

#include <algorithm>
#include <limits>

namespace techpolicy {
namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

/// The unit of a text that a position is in: [first, next).
struct Unit {
  std::uint32_t first = 0;
  std::uint32_t next = kNever;
};

Unit unit_of(const std::vector<std::uint32_t>& starts, std::uint32_t position) {
  const auto next = std::upper_bound(starts.begin(), starts.end(), position);
  return {next == starts.begin() ? 0 : *(next - 1), next == starts.end() ? kNever : *next};
}

/// Spans in an order that answers "is there one before this, near enough?" in log n.
class Neighbours {
 public:
  explicit Neighbours(const Spans& spans)
      : by_begin_(spans), by_end_(spans), earliest_end_(spans.size(), kNever) {
    std::sort(by_end_.begin(), by_end_.end(),
              [](const Span& a, const Span& b) { return a.end < b.end; });
    for (const Span& span : by_end_) {
      latest_begin_.push_back(latest_begin_.empty() ? span.begin
                                                    : std::max(latest_begin_.back(), span.begin));
    }
    std::uint32_t earliest = kNever;
    for (std::size_t i = by_begin_.size(); i-- > 0;) {
      earliest_end_[i] = earliest = std::min(earliest, by_begin_[i].end);
    }
  }

  [[nodiscard]] bool has_before(const Span& span, std::uint32_t distance) const {
    const std::size_t count = ends_before(span);
    return count > 0 && span.begin - by_end_[count - 1].end <= distance;
  }
  [[nodiscard]] bool has_after(const Span& span, std::uint32_t distance) const {
    const std::size_t first = begins_after(span);
    return first < by_begin_.size() && by_begin_[first].begin - span.end <= distance;
  }
  [[nodiscard]] bool has_in(const Span& span, const Unit& unit) const {
    if (span.end >= unit.next) return false;
    const std::size_t count = ends_before(span);
    if (count > 0 && latest_begin_[count - 1] >= unit.first) return true;
    const std::size_t first = begins_after(span);
    return first < by_begin_.size() && earliest_end_[first] < unit.next;
  }

 private:
  [[nodiscard]] std::size_t ends_before(const Span& span) const {
    return static_cast<std::size_t>(
        std::partition_point(by_end_.begin(), by_end_.end(),
                             [&](const Span& other) { return other.end < span.begin; }) -
        by_end_.begin());
  }
  [[nodiscard]] std::size_t begins_after(const Span& span) const {
    return static_cast<std::size_t>(
        std::partition_point(by_begin_.begin(), by_begin_.end(),
                             [&](const Span& other) { return other.begin <= span.end; }) -
        by_begin_.begin());
  }

  Spans by_begin_;
  Spans by_end_;
  std::vector<std::uint32_t> latest_begin_;  ///< Of by_end_, up to each.
  std::vector<std::uint32_t> earliest_end_;  ///< Of by_begin_, from each on.
};

enum class Side { left, right };

/// Is there one of `others`, which stand on the other side of the operator, for `span` on `side`?
bool has_partner(const Span& span, Side side, const Neighbours& others, const Proximity& link,
                 const TextUnits& units) {
  switch (link.nearness) {
    case Nearness::near:
      return others.has_before(span, link.distance) || others.has_after(span, link.distance);
    case Nearness::adjacent:
      return side == Side::left ? others.has_after(span, link.distance)
                                : others.has_before(span, link.distance);
    case Nearness::sentence:
      return others.has_in(span, unit_of(units.sentences, span.begin));
    case Nearness::paragraph:
      return others.has_in(span, unit_of(units.paragraphs, span.begin));
  }
  return false;
}

void keep_partners(Spans& spans, Side side, const Spans& others, const Proximity& link,
                   const TextUnits& units) {
  const Neighbours neighbours(others);
  std::erase_if(
      spans, [&](const Span& span) { return !has_partner(span, side, neighbours, link, units); });
}

}  // namespace

Spans unite_spans(std::span<const Spans> alternatives) {
  Spans all;
  for (const Spans& spans : alternatives) all.insert(all.end(), spans.begin(), spans.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Spans joined_spans(const Spans& left, const Spans& right) {
  Spans joined;
  for (const Span& first : left) {
    auto next = std::lower_bound(right.begin(), right.end(), Span{first.end + 1, 0});
    for (; next != right.end() && next->begin == first.end + 1; ++next) {
      joined.push_back({first.begin, next->end});
    }
  }
  return unite_spans({&joined, 1});
}

std::vector<Spans> linked_spans(std::vector<Spans> operands, std::span<const Proximity> links,
                                const TextUnits& units) {
  for (std::size_t i = 1; i < operands.size(); ++i) {
    keep_partners(operands[i], Side::right, operands[i - 1], links[i - 1], units);
  }
  for (std::size_t i = operands.size(); i-- > 1;) {
    keep_partners(operands[i - 1], Side::left, operands[i], links[i - 1], units);
  }
  return operands;
}

std::uint32_t count_apart(const Spans& spans) {
  Spans by_end = spans;
  std::sort(by_end.begin(), by_end.end(),
            [](const Span& a, const Span& b) { return a.end < b.end; });
  std::uint32_t count = 0;
  const Span* last = nullptr;
  for (const Span& span : by_end) {
    if (last != nullptr && span.begin <= last->end) continue;
    ++count;
    last = &span;
  }
  return count;
}

}  // namespace techpolicy
