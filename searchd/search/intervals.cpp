#include "searchd/search/intervals.h"

#include <chrono>

namespace techpolicy {
namespace {

constexpr DayNumber kDaysOfWeek = 7;
constexpr DayNumber kThursday = 3;  // 1970-01-01 is three days after a Monday

std::chrono::year_month_day calendar(DayNumber day) {
  return std::chrono::sys_days{std::chrono::days{day}};
}

DayNumber first_of_month(std::chrono::year_month month) {
  return static_cast<DayNumber>(
      std::chrono::sys_days{month / std::chrono::day{1}}.time_since_epoch().count());
}

unsigned months_of(Interval interval) {
  if (interval == Interval::year) return 12;
  return interval == Interval::quarter ? 3 : 1;
}

/// Months since the year 0, for intervals of months.
int month_number(DayNumber day) {
  const auto date = calendar(day);
  return static_cast<int>(date.year()) * 12 +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

}  // namespace

const std::vector<std::string_view>& interval_names() {
  static const std::vector<std::string_view> names = {"day", "week", "month", "quarter", "year"};
  return names;
}

std::string_view interval_name(Interval interval) {
  return interval_names()[static_cast<std::size_t>(interval)];
}

DayNumber first_day_of(Interval interval, DayNumber day) {
  if (interval == Interval::day) return day;
  if (interval == Interval::week) {
    const DayNumber since_monday = ((day + kThursday) % kDaysOfWeek + kDaysOfWeek) % kDaysOfWeek;
    return day - since_monday;
  }
  const auto date = calendar(day);
  const unsigned months = months_of(interval);
  const unsigned month = (static_cast<unsigned>(date.month()) - 1) / months * months + 1;
  return first_of_month(date.year() / std::chrono::month{month});
}

DayNumber next_interval(Interval interval, DayNumber first) {
  if (interval == Interval::day) return first + 1;
  if (interval == Interval::week) return first + kDaysOfWeek;
  const auto date = calendar(first);
  return first_of_month(date.year() / date.month() + std::chrono::months{months_of(interval)});
}

std::size_t interval_count(Interval interval, DayNumber first, DayNumber last) {
  const DayNumber begin = first_day_of(interval, first);
  const DayNumber end = first_day_of(interval, last);
  if (interval == Interval::day) return static_cast<std::size_t>(end - begin) + 1;
  if (interval == Interval::week) return static_cast<std::size_t>(end - begin) / kDaysOfWeek + 1;
  const auto months = static_cast<std::size_t>(month_number(end) - month_number(begin));
  return months / months_of(interval) + 1;
}

Interval shortest_interval(DayNumber first, DayNumber last, std::size_t most) {
  for (const Interval interval :
       {Interval::day, Interval::week, Interval::month, Interval::quarter}) {
    if (interval_count(interval, first, last) <= most) return interval;
  }
  return Interval::year;
}

}  // namespace techpolicy
