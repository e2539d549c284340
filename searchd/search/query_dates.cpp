#include "searchd/search/query_dates.h"

#include <algorithm>
#include <utility>

namespace techpolicy {
namespace {

constexpr std::string_view kRange = "..";
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

std::optional<PartialDate> supported(const PartialDate& date) {
  if (date.year < kFirstYear || date.year > kLastYear) return std::nullopt;
  return date;
}

std::optional<DateRange> parse_range(std::string_view text) {
  const std::size_t dots = text.find(kRange);
  if (dots == std::string_view::npos) {
    const std::optional<PartialDate> date = parse_partial_date(text);
    return date ? std::optional(DateRange{date, date}) : std::nullopt;
  }
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = text.substr(dots + kRange.size());
  DateRange range{parse_partial_date(first), parse_partial_date(last)};
  const bool bad_end = (!first.empty() && !range.from) || (!last.empty() && !range.to);
  if (bad_end || (!range.from && !range.to)) return std::nullopt;
  if (range.from && range.to && range.from->first_day() > range.to->last_day()) return std::nullopt;
  return range;
}

std::string padded(std::string_view digits) {
  std::string two(digits.size() == 1 ? 1 : 0, '0');
  return two.append(digits);
}

std::string range_text(std::string_view first, std::string_view last) {
  std::string text(first);
  return text.append(kRange).append(last);
}

/// "2025/3/1" and "2025.03" as ISO; only where the year comes first, so that no day is a guess.
std::string repaired_date(std::string_view text) {
  std::string iso;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find_first_of("-/."), text.size());
    if (size > 0 && !iso.empty()) iso.push_back('-');
    if (size > 0) iso += padded(text.substr(0, size));
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return parse_partial_date(iso) ? iso : std::string();
}

std::string repaired_range(std::string_view text) {
  const std::size_t dots = text.find(kRange);
  constexpr std::size_t kYearDigits = 4;
  if (text.size() == 2 * kYearDigits + 1 && text[kYearDigits] == '-') {
    std::string years = range_text(text.substr(0, kYearDigits), text.substr(kYearDigits + 1));
    if (parse_range(years)) return years;
  }
  if (dots == std::string_view::npos) return repaired_date(text);
  const std::string first = repaired_date(text.substr(0, dots));
  const std::string last = repaired_date(text.substr(dots + kRange.size()));
  const std::string range = range_text(first, last);
  return parse_range(range) ? range : range_text(last, first);
}

}  // namespace

std::optional<DateRange> parse_date_value(QueryFieldKind kind, std::string_view text) {
  if (kind == QueryFieldKind::date) return parse_range(text);
  const std::optional<PartialDate> date = parse_partial_date(text);
  if (!date) return std::nullopt;
  const bool after = kind == QueryFieldKind::after;
  const std::optional<PartialDate> day =
      supported(date_of_day(after ? date->last_day() + 1 : date->first_day() - 1));
  if (!day) return std::nullopt;
  return after ? DateRange{day, std::nullopt} : DateRange{std::nullopt, day};
}

std::string repaired_date_value(QueryFieldKind kind, std::string_view text) {
  std::string repaired = kind == QueryFieldKind::date ? repaired_range(text) : repaired_date(text);
  return parse_date_value(kind, repaired) ? repaired : std::string();
}

std::string print_date_range(const std::optional<PartialDate>& from,
                             const std::optional<PartialDate>& to) {
  if (from && to && *from == *to) return from->iso();
  return range_text(from ? from->iso() : std::string(), to ? to->iso() : std::string());
}

}  // namespace techpolicy
