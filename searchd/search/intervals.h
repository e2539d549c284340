// Calendar intervals that articles are counted by.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

enum class Interval { day, week, month, quarter, year };

/// In the order of Interval.
[[nodiscard]] const std::vector<std::string_view>& interval_names();
[[nodiscard]] std::string_view interval_name(Interval interval);

/// First day of the interval that holds a day. Weeks begin on Monday (ISO 8601).
[[nodiscard]] DayNumber first_day_of(Interval interval, DayNumber day);

/// First day of the interval after the one that begins on `first`.
[[nodiscard]] DayNumber next_interval(Interval interval, DayNumber first);

/// How many intervals the days [first, last] touch.
[[nodiscard]] std::size_t interval_count(Interval interval, DayNumber first, DayNumber last);

/// The shortest interval of which the days [first, last] touch at most `most`; years where none is
/// long enough.
[[nodiscard]] Interval shortest_interval(DayNumber first, DayNumber last, std::size_t most);

}  // namespace techpolicy
