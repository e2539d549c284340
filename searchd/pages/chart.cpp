#include "searchd/pages/chart.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "searchd/pages/formats.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

/// Labels nearer than this many percent of the width would touch.
constexpr double kLabelWidth = 7.5;
constexpr double kLabelWidthOnPhones = 14;

PartialDate at_precision(DayNumber day, DatePrecision precision) {
  PartialDate date = date_of_day(day);
  date.precision = precision;
  if (precision != DatePrecision::day) date.day = 1;
  if (precision == DatePrecision::year) date.month = 1;
  return date;
}

DatePrecision precision_of(Interval interval) {
  switch (interval) {
    case Interval::day:
    case Interval::week:
      return DatePrecision::day;
    case Interval::month:
    case Interval::quarter:
      return DatePrecision::month;
    case Interval::year:
      return DatePrecision::year;
  }
  return DatePrecision::day;
}

bool shows_years(Interval interval) {
  return interval == Interval::month || interval == Interval::quarter || interval == Interval::year;
}

}  // namespace

std::string percent(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  std::string digits = text.data();
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits + "%";
}

BarPlace bar_place(std::size_t i, std::size_t count) {
  constexpr double kGap = 0.18;       // of a bar's room
  constexpr double kWidestRoom = 12;  // few bars do not become blocks
  const double room = std::min(kWidestRoom, 100.0 / static_cast<double>(count));
  return {room * (static_cast<double>(i) + kGap / 2), room * (1 - kGap)};
}

BarDates bar_dates(Interval interval, const TimelineBar& bar) {
  const DatePrecision precision = precision_of(interval);
  return {at_precision(bar.first, precision), at_precision(bar.last, precision)};
}

std::string bar_label(Interval interval, const TimelineBar& bar) {
  const auto [from, to] = bar_dates(interval, bar);
  if (from == to) return format_date(from);
  return ui_text("span", {{"from", format_date(from)}, {"to", format_date(to)}});
}

std::vector<AxisLabel> axis_labels(Interval interval, const std::vector<TimelineBar>& bars) {
  const DatePrecision precision =
      shows_years(interval) ? DatePrecision::year : DatePrecision::month;
  const double longer = precision == DatePrecision::month ? 2 : 1;
  const auto place = [&bars](std::size_t bar) { return bar_place(bar, bars.size()).x; };
  std::vector<AxisLabel> labels;
  std::string before;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    std::string text = format_date(at_precision(bars[i].first, precision));
    const bool begins = text != before;
    before = text;
    if (!begins || place(i) > 100 - kLabelWidth) continue;
    const bool near = !labels.empty() && place(i) < place(labels.back().bar) + kLabelWidth * longer;
    if (near && labels.size() == 1 && labels[0].bar == 0) labels.clear();
    if (!near || labels.empty()) labels.push_back({i, std::move(text)});
  }
  double end = 100;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->on_phones = place(label->bar) + kLabelWidthOnPhones * longer <= end;
    if (label->on_phones) end = place(label->bar);
  }
  return labels;
}

}  // namespace techpolicy
