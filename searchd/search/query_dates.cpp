#include "searchd/search/query_dates.h"

#include <algorithm>
#include <utility>

namespace techpolicy {
namespace {

constexpr std::string_view kRange = "..";
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
/// Far from both ends: whether a value is good hardly depends on the day.
constexpr DayNumber kAnyDay = 20'000;

std::optional<PartialDate> supported(const PartialDate& date) {
  if (date.year < kFirstYear || date.year > kLastYear) return std::nullopt;
  return date;
}

/// A year holds 12 months, a week 7 days; days are counted in the calendar.
struct Period {
  int months = 0;
  int days = 0;
};

/// "P1Y6M": numbers with units from large to small, each unit at most once.
std::optional<Period> parse_period(std::string_view text) {
  constexpr std::string_view kUnits = "YMWD";
  constexpr std::size_t kMaxDigits = 4;
  if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
  Period period;
  std::size_t unit = 0;
  for (text.remove_prefix(1); !text.empty();) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > kMaxDigits) return std::nullopt;
    unit = kUnits.find(text[digits], unit);
    if (unit == std::string_view::npos) return std::nullopt;
    const int count = std::stoi(std::string(text.substr(0, digits)));
    (unit < 2 ? period.months : period.days) += count * (unit == 0 ? 12 : unit == 2 ? 7 : 1);
    text.remove_prefix(digits + 1);
    ++unit;
  }
  return period;
}

std::optional<PartialDate> before(const PartialDate& day, const Period& period) {
  const int months = day.year * 12 + static_cast<int>(day.month) - 1 - period.months;
  if (months < kFirstYear * 12) return std::nullopt;
  const PartialDate month{months / 12, static_cast<unsigned>(months % 12) + 1, 1,
                          DatePrecision::month};
  const DayNumber then =
      std::min(month.first_day() + static_cast<DayNumber>(day.day) - 1, month.last_day());
  return supported(date_of_day(then - period.days));
}

/// A date or a period before today.
std::optional<PartialDate> parse_point(std::string_view text, DayNumber today) {
  const std::optional<Period> period = parse_period(text);
  return period ? before(date_of_day(today), *period) : parse_partial_date(text);
}

std::optional<DateRange> parse_range(std::string_view text, DayNumber today) {
  const std::size_t dots = text.find(kRange);
  if (dots == std::string_view::npos) {
    const std::optional<PartialDate> date = parse_point(text, today);
    if (!date) return std::nullopt;
    return DateRange{date, parse_period(text) ? date_of_day(today) : date};
  }
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = text.substr(dots + kRange.size());
  DateRange range{parse_point(first, today), parse_point(last, today)};
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

/// "7d" and "p3w" as "P7D" and "P3W".
std::string repaired_period(std::string_view text) {
  std::string period(text.starts_with('p') || text.starts_with('P') ? "" : "P");
  for (const char c : text)
    period.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  return parse_period(period) ? period : std::string();
}

/// "2025/3/1" and "2025.03" as ISO; only where the year comes first, so that no day is a guess.
std::string repaired_date(std::string_view text) {
  if (std::string period = repaired_period(text); !period.empty()) return period;
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
    if (parse_range(years, kAnyDay)) return years;
  }
  if (dots == std::string_view::npos) return repaired_date(text);
  const std::string first = repaired_date(text.substr(0, dots));
  const std::string last = repaired_date(text.substr(dots + kRange.size()));
  const std::string range = range_text(first, last);
  return parse_range(range, kAnyDay) ? range : range_text(last, first);
}

}  // namespace

std::optional<DateRange> parse_date_value(QueryFieldKind kind, std::string_view text,
                                          DayNumber today) {
  if (kind == QueryFieldKind::date) return parse_range(text, today);
  const std::optional<PartialDate> date = parse_point(text, today);
  if (!date) return std::nullopt;
  const bool after = kind == QueryFieldKind::after;
  const std::optional<PartialDate> day =
      supported(date_of_day(after ? date->last_day() + 1 : date->first_day() - 1));
  if (!day) return std::nullopt;
  return after ? DateRange{day, std::nullopt} : DateRange{std::nullopt, day};
}

std::string repaired_date_value(QueryFieldKind kind, std::string_view text) {
  std::string repaired = kind == QueryFieldKind::date ? repaired_range(text) : repaired_date(text);
  return parse_date_value(kind, repaired, kAnyDay) ? repaired : std::string();
}

std::string print_date_range(const std::optional<PartialDate>& from,
                             const std::optional<PartialDate>& to) {
  if (from && to && *from == *to) return from->iso();
  return range_text(from ? from->iso() : std::string(), to ? to->iso() : std::string());
}

}  // namespace techpolicy
