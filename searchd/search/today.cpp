#include "searchd/search/today.h"

#include <chrono>

namespace techpolicy {

DayNumber today_utc() {
  const auto now = std::chrono::system_clock::now();
  return static_cast<DayNumber>(
      std::chrono::floor<std::chrono::days>(now).time_since_epoch().count());
}

}  // namespace techpolicy
