// Bars of a timeline: what they are called, which dates they stand for, where they are drawn.
#include "searchd/pages/chart.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

TimelineBar bar(const char* first, const char* last) {
  return {parse_partial_date(first)->first_day(), parse_partial_date(last)->last_day(), 1, 1};
}

TEST(Chart, NamesABarAsBrieflyAsItsIntervalAllows) {
  struct Row {
    Interval interval;
    const char* first;
    const char* last;
    const char* label;
    const char* from;
    const char* to;
  };
  const Row rows[] = {
      {Interval::day, "2025-03-03", "2025-03-03", "3 March 2025", "2025-03-03", "2025-03-03"},
      {Interval::week, "2025-03-03", "2025-03-09", "3 March 2025 – 9 March 2025", "2025-03-03",
       "2025-03-09"},
      {Interval::month, "2025-03-01", "2025-03-31", "March 2025", "2025-03", "2025-03"},
      {Interval::quarter, "2025-01-01", "2025-03-31", "January 2025 – March 2025", "2025-01",
       "2025-03"},
      {Interval::year, "2025-01-01", "2025-12-31", "2025", "2025", "2025"},
  };
  for (const Row& row : rows) {
    const TimelineBar one = bar(row.first, row.last);
    EXPECT_EQ(bar_label(row.interval, one), row.label);
    const BarDates dates = bar_dates(row.interval, one);
    EXPECT_EQ(dates.from.iso(), row.from) << row.label;
    EXPECT_EQ(dates.to.iso(), row.to) << row.label;
    EXPECT_EQ(dates.from.first_day(), one.first) << row.label << ": no day more or less";
    EXPECT_EQ(dates.to.last_day(), one.last) << row.label;
  }
}

TEST(Chart, PlacesAreShortPercentages) {
  EXPECT_EQ(percent(12.5), "12.5%");
  EXPECT_EQ(percent(0), "0%");
  EXPECT_EQ(percent(100), "100%");
  EXPECT_EQ(percent(33.3333), "33.33%");
}

TEST(Chart, BarsStandSideBySideWithinTheWidth) {
  for (const std::size_t count : {1U, 2U, 12U, 60U}) {
    double end = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const BarPlace place = bar_place(i, count);
      EXPECT_GT(place.x, end) << i << " of " << count;
      EXPECT_GT(place.width, 0);
      end = place.x + place.width;
    }
    EXPECT_LE(end, 100) << count;
  }
}

TEST(Chart, LabelsStandWhereYearsBeginAndNeverTouch) {
  std::vector<TimelineBar> months;
  for (DayNumber day = bar("2024-11", "2024-11").first; months.size() < 30;) {
    const DayNumber next = next_interval(Interval::month, day);
    months.push_back({day, next - 1, 1, 1});
    day = next;
  }
  const auto labels = axis_labels(Interval::month, months);
  ASSERT_EQ(labels.size(), 3U) << "the two months of 2024 leave too little room for 2025";
  EXPECT_EQ(labels[0].text, "2025");
  EXPECT_EQ(labels[0].bar, 2U);
  EXPECT_EQ(labels[1].text, "2026");
  EXPECT_EQ(labels[1].bar, 14U);
  EXPECT_EQ(labels[2].text, "2027");
  EXPECT_TRUE(labels[0].on_phones && labels[1].on_phones);
  EXPECT_FALSE(labels[2].on_phones) << "four months before the end";
}

}  // namespace
}  // namespace techpolicy
