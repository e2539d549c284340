// The values of date:, after: and before: in a query.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/schema/partial_date.h"
#include "searchd/search/query_fields.h"

namespace techpolicy {

/// Both ends included; at least one is given, and `from` is not after `to`.
struct DateRange {
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
};

/// Reads "2025", "2025-03..2025-06", "2025-03..", "..2025" for date, one partial date for after
/// (the range begins the day after its last day) and before (ends the day before its first).
///
/// For each date a period before `today` may stand, in the notation of ISO 8601 without times:
/// "P3W" is the day three weeks ago, "P1Y6M" a year and six months ago (the last day of a shorter
/// month). Alone behind date it reaches from then until today. nullopt: not a date, or nothing lies
/// in the range.
[[nodiscard]] std::optional<DateRange> parse_date_value(QueryFieldKind kind, std::string_view text,
                                                        DayNumber today);

/// The likely meaning of a value that parse_date_value() refuses: "2025/3/1" is "2025-03-01". Empty
/// where there is none. What is returned is a good value.
[[nodiscard]] std::string repaired_date_value(QueryFieldKind kind, std::string_view text);

/// The part of a date query that prints a range: "2025", "2025-03..", ...
[[nodiscard]] std::string print_date_range(const std::optional<PartialDate>& from,
                                           const std::optional<PartialDate>& to);

}  // namespace techpolicy
