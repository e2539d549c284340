#include "indexer/schema/partial_date.h"

#include <chrono>
#include <cstdio>

namespace techpolicy {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

DayNumber day_number(year_month_day date) {
  return static_cast<DayNumber>(sys_days{date}.time_since_epoch().count());
}

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

DayNumber PartialDate::first_day() const {
  return day_number(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}

DayNumber PartialDate::last_day() const {
  const std::chrono::year y{year};
  switch (precision) {
    case DatePrecision::day:
      return first_day();
    case DatePrecision::month:
      return day_number(year_month_day{y / std::chrono::month{month} / std::chrono::last});
    case DatePrecision::year:
      return day_number(y / std::chrono::December / std::chrono::day{31});
  }
  return first_day();
}

std::string PartialDate::iso() const {
  char text[48];
  switch (precision) {
    case DatePrecision::day:
      std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, day);
      break;
    case DatePrecision::month:
      std::snprintf(text, sizeof text, "%04d-%02u", year, month);
      break;
    case DatePrecision::year:
      std::snprintf(text, sizeof text, "%04d", year);
      break;
  }
  return text;
}

std::string_view precision_name(const std::optional<PartialDate>& date) {
  if (!date) return "unknown";
  switch (date->precision) {
    case DatePrecision::day:
      return "day";
    case DatePrecision::month:
      return "month";
    case DatePrecision::year:
      return "year";
  }
  return "unknown";
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const bool has_month = text.size() >= 7;
  const bool has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = has_month ? digits(text.substr(5, 2)) : std::optional<unsigned>{1};
  const auto day = has_day ? digits(text.substr(8, 2)) : std::optional<unsigned>{1};
  if (!year || !month || !day || *year == 0) return std::nullopt;
  const year_month_day date = std::chrono::year{static_cast<int>(*year)} /
                              std::chrono::month{*month} / std::chrono::day{*day};
  if (!date.ok()) return std::nullopt;
  const DatePrecision precision =
      has_day ? DatePrecision::day : (has_month ? DatePrecision::month : DatePrecision::year);
  return PartialDate{static_cast<int>(*year), *month, *day, precision};
}

PartialDate date_of_day(DayNumber day) {
  const year_month_day date{sys_days{std::chrono::days{day}}};
  return PartialDate{static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), DatePrecision::day};
}

}  // namespace techpolicy
