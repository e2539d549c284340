// Dates as articles state them.
//
// Only forms that can be read in one way count: "03/04/2025" is a day in April or in March, so it
// is none. What cannot be is refused, with a reason, and never replaced by a guess.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// A date, or why there is none.
struct DateReading {
  std::optional<PartialDate> date;
  std::string_view fault;  ///< Empty with a date; else "not-a-date", "no-such-day",
                           ///< "day-or-month", "out-of-range" or "in-the-future". Static.
};

/// Later days are no dates of articles yet: today and a year. Articles are dated ahead (embargoes,
/// issues of magazines), and clocks are wrong; the year 2062 is a slip of the pen.
[[nodiscard]] DayNumber last_credible_day();

/// Reads an ISO date or date-time ("2026-04-17T10:00:00+02:00", "2026-04", "2026", "20260417"),
/// RFC 2822 ("Fri, 17 Apr 2026 10:00 GMT"), Unix seconds or milliseconds, or a date in words, which
/// may have a weekday before it: "17 April 2026", "April 17, 2026", "April 2026", "17. April 2026",
/// "17 avril 2026", "17 de abril de 2026", "2026年4月17日", "17.04.2026" (days over 12 only). The
/// precision is that of the text.
///
/// A time of day is read over: the date is the one written, in its own time zone (Unix times: UTC).
/// Years outside 1900 to 2099 are "out-of-range": they stand for "no date" in real records.
[[nodiscard]] DateReading read_date(std::string_view text,
                                    DayNumber last_day = last_credible_day());

/// The date of read_date().
[[nodiscard]] std::optional<PartialDate> parse_date(std::string_view text);

/// The first day in a URL or path ("/2026/04/17/", "/2026/apr/17/", "2026-04-17", "/20260417/",
/// "/2026/0417/", "/202604/17/"), else the first month between slashes ("/2026/04/"). nullopt where
/// there is none.
[[nodiscard]] std::optional<PartialDate> date_in_path(std::string_view path);

/// The date that the parts name, or why there is none.
struct DateParts;
[[nodiscard]] DateReading date_of_parts(const DateParts& parts, DayNumber last_day);

}  // namespace techpolicy
