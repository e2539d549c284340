// Dates as articles state them.
//
// Only forms that can be read in one way count: "03/04/2025" is a day in April or in March, so it
// is none.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// Reads an ISO date or date-time ("2026-04-17T10:00:00+02:00", "2026-04", "2026", "20260417"),
/// "17 April 2026", "April 17, 2026", "April 2026", RFC 2822 ("Fri, 17 Apr 2026 10:00 GMT"), or
/// Unix seconds or milliseconds. The precision is that of the text.
///
/// A time of day is read over: the date is the one written, in its own time zone (Unix times: UTC).
/// nullopt for all else, and for years outside 1900 to 2099, which stand for "no date" in real
/// records.
[[nodiscard]] std::optional<PartialDate> parse_date(std::string_view text);

/// The first day in a URL or path ("/2026/04/17/", "/2026/apr/17/", "2026-04-17"), else the first
/// month between slashes ("/2026/04/"). nullopt where there is none.
[[nodiscard]] std::optional<PartialDate> date_in_path(std::string_view path);

}  // namespace techpolicy
