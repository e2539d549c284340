#include "indexer/articles/dates.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2099;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

std::optional<PartialDate> in_range(std::optional<PartialDate> date) {
  if (!date || date->year < kFirstYear || date->year > kLastYear) return std::nullopt;
  return date;
}

/// A date with as many parts as are given; nullopt where there is no such day.
std::optional<PartialDate> make_date(unsigned year, std::optional<unsigned> month = {},
                                     std::optional<unsigned> day = {}) {
  char text[48];
  if (day) {
    std::snprintf(text, sizeof text, "%04u-%02u-%02u", year, month.value_or(0), *day);
  } else if (month) {
    std::snprintf(text, sizeof text, "%04u-%02u", year, *month);
  } else {
    std::snprintf(text, sizeof text, "%04u", year);
  }
  return in_range(parse_partial_date(text));
}

std::optional<unsigned> month_of_name(std::string_view name) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool short_name = name.size() == 3 && kMonths[i].starts_with(name);
    if (name == kMonths[i] || short_name) return static_cast<unsigned>(i + 1);
  }
  return name == "sept" ? std::optional<unsigned>(9) : std::nullopt;
}

/// Reads a lower-case text from its start; what does not fit is left where it is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  /// A whole run of digits of the given length.
  std::optional<unsigned> number(std::size_t min_digits, std::size_t max_digits) {
    std::size_t size = 0;
    unsigned value = 0;
    while (size < rest_.size() && is_ascii_digit(rest_[size]) && size <= max_digits) {
      value = value * 10 + static_cast<unsigned>(rest_[size++] - '0');
    }
    if (size < min_digits || size > max_digits) return std::nullopt;
    rest_.remove_prefix(size);
    return value;
  }

  std::string_view word() {
    std::size_t size = 0;
    while (size < rest_.size() && is_ascii_letter(rest_[size])) ++size;
    const std::string_view result = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return result;
  }

  bool skip(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  void skip_any(std::string_view characters) {
    const std::size_t end = rest_.find_first_not_of(characters);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
  }

 private:
  std::string_view rest_;
};

/// True where nothing but a time of day or a time zone stands behind a date.
bool only_time_follows(Scanner scanner) {
  if (scanner.at_end() || scanner.rest() == "z") return true;
  if (scanner.skip("t")) return scanner.number(2, 6).has_value();
  if (scanner.rest().find_first_of(" ,+") != 0) return false;
  scanner.skip_any(" ,+");
  scanner.skip("at ");
  return scanner.number(1, 2) && (scanner.skip(":") || scanner.skip(" am") || scanner.skip(" pm") ||
                                  scanner.skip("am") || scanner.skip("pm"));
}

std::optional<PartialDate> iso_date(Scanner scanner) {
  const auto year = scanner.number(4, 4);
  if (!year) return std::nullopt;
  if (scanner.at_end()) return make_date(*year);
  if (!scanner.skip("-")) return std::nullopt;
  const auto month = scanner.number(2, 2);
  if (!month) return std::nullopt;
  if (scanner.at_end()) return make_date(*year, month);
  if (!scanner.skip("-")) return std::nullopt;
  const auto day = scanner.number(2, 2);
  if (!day || !only_time_follows(scanner)) return std::nullopt;
  return make_date(*year, month, day);
}

void skip_weekday(Scanner& scanner) {
  Scanner ahead = scanner;
  const std::string_view word = ahead.word();
  if (word.size() < 3 || month_of_name(word)) return;
  ahead.skip_any("., ");
  scanner = ahead;
}

void skip_ordinal(Scanner& scanner) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (scanner.skip(ending)) return;
  }
}

std::optional<PartialDate> day_first(Scanner scanner) {
  skip_weekday(scanner);
  const auto day = scanner.number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal(scanner);
  scanner.skip_any(" ");
  const auto month = month_of_name(scanner.word());
  if (!month) return std::nullopt;
  scanner.skip_any("., ");
  const auto year = scanner.number(4, 4);
  if (!year || !only_time_follows(scanner)) return std::nullopt;
  return make_date(*year, month, day);
}

std::optional<PartialDate> month_first(Scanner scanner) {
  skip_weekday(scanner);
  const auto month = month_of_name(scanner.word());
  if (!month) return std::nullopt;
  scanner.skip_any("., ");
  if (const auto year = scanner.number(4, 4)) {
    return scanner.at_end() ? make_date(*year, month) : std::nullopt;
  }
  const auto day = scanner.number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal(scanner);
  scanner.skip_any("., ");
  const auto year = scanner.number(4, 4);
  if (!year || !only_time_follows(scanner)) return std::nullopt;
  return make_date(*year, month, day);
}

/// A run of digits: "20260417" or Unix time. Eight digits as seconds would be in 1970 or 1971.
std::optional<PartialDate> number_date(std::string_view text) {
  constexpr std::int64_t kSecondsADay = std::int64_t{24} * 60 * 60;
  if (text.size() > 13 || text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  switch (text.size()) {
    case 4:
      return make_date(static_cast<unsigned>(value));
    case 8:
      return make_date(static_cast<unsigned>(value / 10000),
                       static_cast<unsigned>(value / 100 % 100),
                       static_cast<unsigned>(value % 100));
    case 9:
    case 10:
      return in_range(date_of_day(static_cast<DayNumber>(value / kSecondsADay)));
    case 12:
    case 13:
      return in_range(date_of_day(static_cast<DayNumber>(value / 1000 / kSecondsADay)));
    default:
      return std::nullopt;
  }
}

/// The date whose year begins at `begin`.
std::optional<PartialDate> date_at(std::string_view path, std::size_t begin) {
  Scanner scanner(path.substr(begin));
  const auto year = scanner.number(4, 4);
  if (!year) return std::nullopt;
  const bool slashes = scanner.rest().starts_with('/') && (begin == 0 || path[begin - 1] == '/');
  const std::string_view separator = slashes ? "/" : "-";
  if (!scanner.skip(separator)) return std::nullopt;
  auto month = scanner.number(slashes ? 1 : 2, 2);
  if (!month && slashes) month = month_of_name(scanner.word());
  if (!month) return std::nullopt;
  Scanner ahead = scanner;
  if (ahead.skip(separator)) {
    const auto day = ahead.number(slashes ? 1 : 2, 2);
    if (day) {
      if (const auto date = make_date(*year, month, day)) return date;
    }
  }
  // "2025-10" in a file name may be anything ("Top-2025-10-stories"): a month needs its slashes.
  const bool ended = scanner.at_end() || scanner.rest().starts_with('/');
  return slashes && ended ? make_date(*year, month) : std::nullopt;
}

}  // namespace

std::optional<PartialDate> parse_date(std::string_view text) {
  const std::string lower = ascii_lower(ascii_trim(text));
  const std::string_view whole = std::string_view(lower).substr(0, lower.find('.'));
  // JSON writers give Unix times as "1776384000.0" too.
  const bool fraction =
      whole.size() >= 9 && lower.size() > whole.size() + 1 &&
      lower.find_first_not_of("0123456789", whole.size() + 1) == std::string::npos;
  if (auto date = number_date(fraction ? whole : std::string_view(lower))) return date;
  const Scanner scanner(lower);
  if (auto date = iso_date(scanner)) return date;
  if (auto date = day_first(scanner)) return date;
  return month_first(scanner);
}

std::optional<PartialDate> date_in_path(std::string_view path) {
  const std::string lower = ascii_lower(path);
  std::optional<PartialDate> month;
  for (std::size_t i = 0; i + 4 <= lower.size(); ++i) {
    if (!is_ascii_digit(lower[i]) || (i > 0 && is_ascii_digit(lower[i - 1]))) continue;
    const auto date = date_at(lower, i);
    if (!date) continue;
    if (date->precision == DatePrecision::day) return date;
    if (!month) month = date;
  }
  return month;
}

}  // namespace techpolicy
