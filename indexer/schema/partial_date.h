// A calendar date known to the day, the month or the year: as articles have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace techpolicy {

enum class DatePrecision { day, month, year };

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using DayNumber = std::int32_t;

/// A valid date between the years 1 and 9999.
struct PartialDate {
  int year = 1970;
  unsigned month = 1;  ///< 1 where the precision is `year`.
  unsigned day = 1;    ///< 1 where the precision is not `day`.
  DatePrecision precision = DatePrecision::day;

  [[nodiscard]] DayNumber first_day() const;
  [[nodiscard]] DayNumber last_day() const;  ///< Included.

  /// "2026", "2026-04" or "2026-04-17".
  [[nodiscard]] std::string iso() const;

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// "day", "month", "year", or "unknown" without a date.
[[nodiscard]] std::string_view precision_name(const std::optional<PartialDate>& date);

/// Reads exactly "YYYY", "YYYY-MM" or "YYYY-MM-DD"; nothing else, no such date: nullopt.
[[nodiscard]] std::optional<PartialDate> parse_partial_date(std::string_view text);

/// The day itself, with precision `day`.
[[nodiscard]] PartialDate date_of_day(DayNumber day);

}  // namespace techpolicy
