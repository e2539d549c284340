#include "indexer/articles/date_forms.h"

#include <initializer_list>

#include "indexer/articles/ascii.h"
#include "indexer/articles/month_names.h"

namespace techpolicy {
namespace {

bool skip_one_of(DateScanner& scanner, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (scanner.skip(text)) return true;
  }
  return false;
}

/// "2026年4月17日" and the same in Korean; each unit may have spaces before and behind.
std::optional<DateParts> east_asian(DateScanner& scanner) {
  DateScanner ahead = scanner;
  const auto unit = [&](std::initializer_list<std::string_view> names) {
    ahead.skip_any(" ");
    return skip_one_of(ahead, names);
  };
  DateParts parts;
  const auto year = ahead.number(4, 4);
  if (!year || !unit({"年", "년"})) return std::nullopt;
  parts.year = *year;
  scanner = ahead;
  ahead.skip_any(" ");
  parts.month = ahead.number(1, 2);
  if (!parts.month || !unit({"月", "월"})) return DateParts{*year, {}, {}};
  scanner = ahead;
  ahead.skip_any(" ");
  parts.day = ahead.number(1, 2);
  if (!parts.day || !unit({"日", "号", "일"})) return DateParts{*year, parts.month, {}};
  scanner = ahead;
  return parts;
}

/// "2026-04-17", "2026-04"; with slashes and dots the month may have one digit.
std::optional<DateParts> year_first(DateScanner& scanner) {
  DateScanner ahead = scanner;
  const auto year = ahead.number(4, 4);
  if (!year || ahead.at_end()) return std::nullopt;
  const char separator = ahead.rest().front();
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  const std::string_view text = ahead.rest().substr(0, 1);
  ahead.skip(text);
  const std::size_t digits = separator == '-' ? 2 : 1;
  const auto month = ahead.number(digits, 2);
  if (!month) return std::nullopt;
  if (ahead.skip(text)) {
    const auto day = ahead.number(digits, 2);
    if (!day) return std::nullopt;
    scanner = ahead;
    return DateParts{*year, month, day};
  }
  if (separator != '-') return std::nullopt;
  scanner = ahead;
  return DateParts{*year, month, {}};
}

/// "17.04.2026": which number is the day must be plain from the numbers.
std::optional<DateParts> numbers_day_first(DateScanner& scanner) {
  DateScanner ahead = scanner;
  const auto first = ahead.number(1, 2);
  if (!first || ahead.at_end()) return std::nullopt;
  const std::string_view separator = ahead.rest().substr(0, 1);
  if (separator != "-" && separator != "/" && separator != ".") return std::nullopt;
  ahead.skip(separator);
  const auto second = ahead.number(1, 2);
  if (!second || !ahead.skip(separator)) return std::nullopt;
  const auto year = ahead.number(4, 4);
  if (!year) return std::nullopt;
  scanner = ahead;
  constexpr unsigned kMonths = 12;
  DateParts parts{*year, second, first};
  if (*second > kMonths && *first <= kMonths) parts = {*year, first, second};
  parts.ambiguous = *first != *second && *first <= kMonths && *second <= kMonths;
  return parts;
}

void skip_ordinal(DateScanner& scanner) {
  skip_one_of(scanner, {"st ", "nd ", "rd ", "th ", "st,", "nd,", "rd,", "th,", "er ", "e ", "o ",
                        "ª ", ". ", "."});
}

/// "17 April 2026", "17. April 2026", "1er avril 2026", "17 de abril de 2026".
std::optional<DateParts> day_first(DateScanner& scanner) {
  DateScanner ahead = scanner;
  const auto day = ahead.number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal(ahead);
  ahead.skip_any(" -");
  if (!ahead.skip("de ")) ahead.skip("of ");
  const auto month = month_of_name(ahead.word());
  if (!month) return std::nullopt;
  ahead.skip_any("., -");
  if (!ahead.skip("de ")) ahead.skip("del ");
  const auto year = ahead.number(4, 4);
  if (!year) return std::nullopt;
  scanner = ahead;
  return DateParts{*year, month, day};
}

/// "April 17, 2026", "April 2026".
std::optional<DateParts> month_first(DateScanner& scanner) {
  DateScanner ahead = scanner;
  const auto month = month_of_name(ahead.word());
  if (!month) return std::nullopt;
  ahead.skip_any("., ");
  ahead.skip("de ");
  std::optional<unsigned> day;
  auto year = ahead.number(4, 4);
  if (!year) {
    day = ahead.number(1, 2);
    if (!day) return std::nullopt;
    skip_ordinal(ahead);
    ahead.skip_any("., ");
    year = ahead.number(4, 4);
  }
  if (!year) return std::nullopt;
  scanner = ahead;
  return DateParts{*year, month, day};
}

}  // namespace

std::optional<unsigned> DateScanner::digits(std::size_t min_digits, std::size_t max_digits) {
  std::size_t size = 0;
  unsigned value = 0;
  while (size < max_digits && size < rest_.size() && is_ascii_digit(rest_[size])) {
    value = value * 10 + static_cast<unsigned>(rest_[size++] - '0');
  }
  if (size < min_digits) return std::nullopt;
  rest_.remove_prefix(size);
  return value;
}

std::optional<unsigned> DateScanner::number(std::size_t min_digits, std::size_t max_digits) {
  DateScanner ahead = *this;
  const auto value = ahead.digits(min_digits, max_digits);
  const bool goes_on = !ahead.at_end() && is_ascii_digit(ahead.rest().front());
  if (!value || goes_on) return std::nullopt;
  *this = ahead;
  return value;
}

std::string_view DateScanner::word() {
  const auto is_letter = [](char c) { return is_ascii_letter(c) || (c & 0x80) != 0; };
  std::size_t size = 0;
  while (size < rest_.size() && is_letter(rest_[size])) ++size;
  const std::string_view result = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return result;
}

bool DateScanner::skip(std::string_view text) {
  if (!rest_.starts_with(text)) return false;
  rest_.remove_prefix(text.size());
  return true;
}

void DateScanner::skip_any(std::string_view characters) {
  const std::size_t end = rest_.find_first_not_of(characters);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
}

std::optional<DateParts> scan_date(DateScanner& scanner) {
  for (const auto form : {east_asian, year_first, numbers_day_first, day_first, month_first}) {
    if (auto parts = form(scanner)) return parts;
  }
  return std::nullopt;
}

bool only_time_follows(DateScanner scanner) {
  skip_one_of(scanner, {" г.", " г", "г.", "."});
  if (scanner.at_end() || scanner.rest() == "z") return true;
  if (scanner.skip("t")) return scanner.number(2, 6).has_value();
  constexpr std::string_view kBetween = " ,+|-(";
  const std::size_t before = scanner.rest().size();
  scanner.skip_any(kBetween);
  skip_one_of(scanner, {"–", "—", "·"});
  if (scanner.rest().size() == before) return false;
  scanner.skip_any(kBetween);
  skip_one_of(scanner, {"at ", "um ", "a las ", "a ", "as ", "alle ", "om ", "в "});
  if (!scanner.number(1, 2)) return false;
  return skip_one_of(scanner,
                     {":", "h", ".", " am", " pm", "am", "pm", " a.m", " p.m", " uhr", "时"});
}

}  // namespace techpolicy
