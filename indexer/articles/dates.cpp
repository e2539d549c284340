#include "indexer/articles/dates.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/ascii.h"
#include "indexer/articles/date_forms.h"
#include "indexer/articles/month_names.h"

namespace techpolicy {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

DateReading checked(const PartialDate& date, DayNumber last_day) {
  if (date.year < kFirstYear || date.year > kLastYear) return {{}, "out-of-range"};
  if (date.first_day() > last_day) return {{}, "in-the-future"};
  return {date, {}};
}

std::optional<PartialDate> known_day(const DateParts& parts) {
  return date_of_parts(parts, last_credible_day()).date;
}

/// "20260417" and years. Unix times are days already.
std::optional<DateParts> digits_date(std::string_view text, unsigned value) {
  constexpr unsigned kDayFactor = 10000;
  if (text.size() == 4) return DateParts{value, {}, {}};
  if (text.size() != 8) return std::nullopt;
  return DateParts{value / kDayFactor, value / 100 % 100, value % 100};
}

/// A run of digits: a year, "20260417", or Unix time. Eight digits as seconds would be in 1970 or
/// 1971.
DateReading number_date(std::string_view text, DayNumber last_day) {
  constexpr std::int64_t kSecondsADay = std::int64_t{24} * 60 * 60;
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  if (const auto parts = digits_date(text, static_cast<unsigned>(value))) {
    return date_of_parts(*parts, last_day);
  }
  if (text.size() == 9 || text.size() == 10) {
    return checked(date_of_day(static_cast<DayNumber>(value / kSecondsADay)), last_day);
  }
  if (text.size() == 12 || text.size() == 13) {
    return checked(date_of_day(static_cast<DayNumber>(value / 1000 / kSecondsADay)), last_day);
  }
  return {{}, "not-a-date"};
}

/// Words before a date: a weekday, an article. Not those of a later change, whose date is another.
void skip_words(DateScanner& scanner) {
  constexpr std::size_t kMostWords = 3;
  for (std::size_t i = 0; i < kMostWords; ++i) {
    DateScanner ahead = scanner;
    const std::string_view word = ahead.word();
    if (word.empty() || month_of_name(word)) return;
    if (word.starts_with("updat") || word.starts_with("modif") || word.starts_with("aktual"))
      return;
    ahead.skip_any("., ");
    if (!ahead.at_end()) scanner = ahead;
  }
}

/// The digits of "1776384000" and of "1776384000.0", as JSON writers give Unix times too.
std::string_view all_digits(std::string_view text) {
  constexpr std::size_t kLeastSeconds = 9;
  constexpr std::size_t kMostDigits = 13;
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t end = std::min(text.find_first_not_of(kDigits), text.size());
  if (end == 0 || end > kMostDigits) return {};
  if (end == text.size()) return text;
  const std::string_view fraction = text.substr(end + 1);
  const bool is_fraction = text[end] == '.' && end >= kLeastSeconds && !fraction.empty() &&
                           fraction.find_first_not_of(kDigits) == std::string_view::npos;
  return is_fraction ? text.substr(0, end) : std::string_view{};
}

/// The date whose year begins at `begin`.
std::optional<PartialDate> date_at(std::string_view path, std::size_t begin) {
  DateScanner scanner(path.substr(begin));
  const auto year = scanner.number(4, 4);
  if (!year) return std::nullopt;
  const bool slashes = scanner.rest().starts_with('/') && (begin == 0 || path[begin - 1] == '/');
  const std::string_view separator = slashes ? "/" : "-";
  if (!scanner.skip(separator)) return std::nullopt;
  auto month = scanner.number(slashes ? 1 : 2, 2);
  if (!month && slashes) month = month_of_name(scanner.word());
  if (!month) return std::nullopt;
  DateScanner ahead = scanner;
  if (ahead.skip(separator)) {
    const auto day = ahead.number(slashes ? 1 : 2, 2);
    if (day) {
      if (const auto date = known_day({*year, month, day})) return date;
    }
  }
  // "2025-10" in a file name may be anything ("Top-2025-10-stories"): a month needs its slashes.
  const bool ended = scanner.at_end() || scanner.rest().starts_with('/');
  return slashes && ended ? known_day({*year, month, {}}) : std::nullopt;
}

/// A day in digits without hyphens, where they are folders of their own: "/20260417/",
/// "/2026/0417/",
/// "/202604/17/", or behind a "t", as Chinese ministries name their files: "/t20260417_1.html". At
/// the end of a path eight digits are an article's number, sooner or later a day's.
std::optional<PartialDate> run_at(std::string_view path, std::size_t begin) {
  constexpr std::size_t kDayDigits = 8;
  const std::string_view before = path.substr(0, begin);
  std::string digits;
  std::size_t end = begin;
  for (; end < path.size() && digits.size() < kDayDigits; ++end) {
    const bool between = path[end] == '/' && (digits.size() == 4 || digits.size() == 6);
    if (!is_ascii_digit(path[end]) && !between) return std::nullopt;
    if (!between) digits += path[end];
  }
  const std::string_view behind = path.substr(end, 1);
  const bool is_folder = (before.empty() || before.ends_with('/')) && behind == "/";
  const bool is_marked = before.ends_with("/t") && behind == "_";
  if (digits.size() < kDayDigits || !(is_folder || is_marked)) return std::nullopt;
  const auto number = static_cast<unsigned>(std::stoul(digits));
  const auto parts = digits_date(digits, number);
  return parts ? known_day(*parts) : std::nullopt;
}

}  // namespace

DateReading date_of_parts(const DateParts& parts, DayNumber last_day) {
  if (parts.ambiguous) return {{}, "day-or-month"};
  char text[48];
  if (parts.day) {
    std::snprintf(text, sizeof text, "%04u-%02u-%02u", parts.year, parts.month.value_or(0),
                  *parts.day);
  } else if (parts.month) {
    std::snprintf(text, sizeof text, "%04u-%02u", parts.year, *parts.month);
  } else {
    std::snprintf(text, sizeof text, "%04u", parts.year);
  }
  const auto date = parse_partial_date(text);
  return date ? checked(*date, last_day) : DateReading{{}, "no-such-day"};
}

DayNumber last_credible_day() {
  constexpr DayNumber kYear = 366;
  const auto now = std::chrono::system_clock::now();
  static const DayNumber today =
      static_cast<DayNumber>(std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
  return today + kYear;
}

DateReading read_date(std::string_view text, DayNumber last_day) {
  const std::string folded = fold(ascii_trim(text));
  if (const std::string_view digits = all_digits(folded); !digits.empty()) {
    return number_date(digits, last_day);
  }
  DateScanner scanner(folded);
  std::optional<DateParts> parts = scan_date(scanner);
  if (!parts) {
    scanner = DateScanner(folded);
    skip_words(scanner);
    parts = scan_date(scanner);
  }
  if (!parts || !only_time_follows(scanner)) return {{}, "not-a-date"};
  return date_of_parts(*parts, last_day);
}

std::optional<PartialDate> parse_date(std::string_view text) { return read_date(text).date; }

std::optional<PartialDate> date_in_path(std::string_view path) {
  const std::string lower = ascii_lower(path);
  std::optional<PartialDate> month;
  for (std::size_t i = 0; i + 4 <= lower.size(); ++i) {
    if (!is_ascii_digit(lower[i]) || (i > 0 && is_ascii_digit(lower[i - 1]))) continue;
    auto date = run_at(lower, i);
    if (!date) date = date_at(lower, i);
    if (!date) continue;
    if (date->precision == DatePrecision::day) return date;
    if (!month) month = date;
  }
  return month;
}

}  // namespace techpolicy
