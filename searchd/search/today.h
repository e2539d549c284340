// The day that periods in queries (date:P3W) count back from.
#pragma once

#include <functional>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// The current day; a function so that tests set it.
using Today = std::function<DayNumber()>;

[[nodiscard]] DayNumber today_utc();

}  // namespace techpolicy
