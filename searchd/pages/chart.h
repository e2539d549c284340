// Where the marks of a chart stand. Places are percentages, so that a chart is as wide as its page
// while its letters keep their shape.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searchd/search/timeline.h"

namespace techpolicy {

/// "12.5%": a number with at most two decimals.
[[nodiscard]] std::string percent(double value);

/// The part of the height that bars use; below it stand the labels of the axis.
inline constexpr double kPlotHeight = 76;

/// The left edge of bar `i` of `count` and the width of each, in percent.
struct BarPlace {
  double x;
  double width;
};
[[nodiscard]] BarPlace bar_place(std::size_t i, std::size_t count);

/// "March 2025", "3 – 9 March 2025": what a bar stands for.
[[nodiscard]] std::string bar_label(Interval interval, const TimelineBar& bar);

/// A label below the bars: a year, or a month among days and weeks.
struct AxisLabel {
  std::size_t bar = 0;
  std::string text;
  bool on_phones = true;  ///< There is room for it on a narrow screen, too.
};

/// Where years or months begin, no two closer than can be read. Whole ones go before the part of
/// one with which the bars begin.
[[nodiscard]] std::vector<AxisLabel> axis_labels(Interval interval,
                                                 const std::vector<TimelineBar>& bars);

/// The dates that a search must have to give the articles of a bar.
struct BarDates {
  PartialDate from;
  PartialDate to;
};
[[nodiscard]] BarDates bar_dates(Interval interval, const TimelineBar& bar);

}  // namespace techpolicy
