// Timelines equal a scan, and their bars are the calendar's.
#include "searchd/search/timeline.h"

#include <ctime>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

#include "tests/searchd/search/scanned_index.h"

namespace techpolicy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kArticles = 250;
constexpr std::size_t kQueries = 300;
constexpr std::array kIntervals = {Interval::day, Interval::week, Interval::month,
                                   Interval::quarter, Interval::year};

DayNumber day(const char* iso) { return parse_partial_date(iso)->first_day(); }

TEST(Intervals, BeginAndEndWithTheCalendar) {
  struct Row {
    Interval interval;
    const char* day;
    const char* first;
    const char* next;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {Interval::day, "2024-02-29", "2024-02-29", "2024-03-01", "leap day"},
      {Interval::week, "2024-02-29", "2024-02-26", "2024-03-04", "a Thursday"},
      {Interval::week, "2024-02-26", "2024-02-26", "2024-03-04", "Monday begins a week"},
      {Interval::week, "2024-03-03", "2024-02-26", "2024-03-04", "Sunday ends it"},
      {Interval::week, "1969-12-31", "1969-12-29", "1970-01-05", "days before 1970 are negative"},
      {Interval::month, "2023-12-31", "2023-12-01", "2024-01-01", "over the end of a year"},
      {Interval::quarter, "2024-08-31", "2024-07-01", "2024-10-01", "third quarter"},
      {Interval::quarter, "2024-12-31", "2024-10-01", "2025-01-01", "fourth quarter"},
      {Interval::year, "2024-12-31", "2024-01-01", "2025-01-01", ""},
      {Interval::year, "0001-01-01", "0001-01-01", "0002-01-01", "the first date there is"},
  };
  for (const Row& row : rows) {
    const DayNumber first = first_day_of(row.interval, day(row.day));
    EXPECT_EQ(first, day(row.first)) << row.day << ": " << row.reason;
    EXPECT_EQ(next_interval(row.interval, first), day(row.next)) << row.day << ": " << row.reason;
  }
}

TEST(Intervals, CountIsThatOfSteppingThroughThem) {
  ScannedCorpus::Random random(7);
  for (int i = 0; i < 2000; ++i) {
    const DayNumber first = static_cast<DayNumber>(random() % 60000) - 20000;
    const DayNumber last = first + static_cast<DayNumber>(random() % 3000);
    for (const Interval interval : kIntervals) {
      std::size_t steps = 0;
      for (DayNumber at = first_day_of(interval, first); at <= last;
           at = next_interval(interval, at)) {
        ++steps;
      }
      ASSERT_EQ(interval_count(interval, first, last), steps)
          << interval_name(interval) << ' ' << first << ' ' << last;
    }
  }
}

TEST(Intervals, AutoTakesTheShortestThatFits) {
  EXPECT_EQ(shortest_interval(day("2024-01-01"), day("2024-02-29"), 60), Interval::day)
      << "60 days";
  EXPECT_EQ(shortest_interval(day("2024-01-01"), day("2024-03-01"), 60), Interval::week) << "61";
  EXPECT_EQ(shortest_interval(day("2020-01-15"), day("2024-12-01"), 60), Interval::month);
  EXPECT_EQ(shortest_interval(day("2020-01-15"), day("2025-01-01"), 60), Interval::quarter);
  EXPECT_EQ(shortest_interval(day("2000-01-15"), day("2025-01-01"), 60), Interval::year);
  EXPECT_EQ(shortest_interval(day("1800-01-15"), day("2025-01-01"), 60), Interval::year)
      << "nothing is longer";
}

/// The first day of the bar that a date belongs to; nullopt where it is less precise than a bar.
std::optional<std::string> bar_of(const PartialDate& date, Interval interval) {
  if (interval == Interval::year) return date.iso().substr(0, 4) + "-01-01";
  if (date.precision == DatePrecision::year) return std::nullopt;
  if (interval == Interval::month) return date.iso().substr(0, 7) + "-01";
  if (interval == Interval::quarter) {
    constexpr std::array kBegins = {"-01-01", "-04-01", "-07-01", "-10-01"};
    return date.iso().substr(0, 4) + kBegins[(date.month - 1) / 3];
  }
  if (date.precision == DatePrecision::month) return std::nullopt;
  if (interval == Interval::day) return date.iso();
  std::tm parts{};
  parts.tm_year = date.year - 1900;
  parts.tm_mon = static_cast<int>(date.month) - 1;
  parts.tm_mday = static_cast<int>(date.day);
  ::timegm(&parts);
  parts.tm_mday -= (parts.tm_wday + 6) % 7;
  ::timegm(&parts);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return text.data();
}

struct ScannedTimeline {
  std::map<std::string, std::uint64_t> bars;  ///< By first day; no zeros.
  std::uint64_t undated = 0;
  std::uint64_t partial = 0;

  ScannedTimeline(const std::vector<std::optional<PartialDate>>& dates, Interval interval) {
    for (const auto& date : dates) {
      if (!date) {
        ++undated;
      } else if (const auto bar = bar_of(*date, interval)) {
        ++bars[*bar];
      } else {
        ++partial;
      }
    }
  }
};

/// Without zeros; checks that there are no gaps.
template <typename CountOf>
std::map<std::string, std::uint64_t> bars_of(const TimelineResult& result, CountOf count_of) {
  std::map<std::string, std::uint64_t> bars;
  for (std::size_t i = 0; i < result.bars.size(); ++i) {
    if (i > 0) {
      EXPECT_EQ(result.bars[i].first, result.bars[i - 1].last + 1);
    }
    if (count_of(i) > 0) bars[date_of_day(result.bars[i].first).iso()] = count_of(i);
  }
  return bars;
}

/// Each series is the timeline of the search with that value beside what it has.
std::size_t expect_series(ScannedCorpus& scanned, const WishedSearch& search,
                          const TimelineRequest& asked, const TimelineResult& result) {
  for (const TimelineSeries& series : result.series) {
    WishedSearch narrowed = search;
    narrowed.filters[*asked.split].any = {series.value};
    const auto dates = scanned.dates(narrowed);
    EXPECT_EQ(series.total, dates.size()) << series.value << " of " << asked.search.q;
    EXPECT_EQ(bars_of(result, [&](std::size_t i) { return series.counts[i]; }),
              ScannedTimeline(dates, result.interval).bars)
        << series.value << " of " << asked.search.q;
  }
  return result.series.size();
}

TEST(Timeline, RandomSearchesEqualBruteForce) {
  const unsigned seed = first_seed() + 100;
  std::cout << "seed " << seed << "\n";
  ScannedCorpus::Random random(seed);
  ScannedIndex generated(random, kArticles);
  WishedSearch everything;
  everything.wish.kind = Wish::Kind::all;
  std::size_t with_bars = 0;
  std::size_t series = 0;
  for (std::size_t i = 0; i < kQueries; ++i) {
    const WishedSearch search = ScannedCorpus::random_search(random);
    TimelineRequest asked;
    asked.search = request_of(search);
    asked.interval = kIntervals[i % kIntervals.size()];
    asked.basis = DateBasis::published;
    if (search.filters.at(Facet::company).any.empty() && i % 2 == 0) asked.split = Facet::company;
    const TimelineResult result = generated.searcher->timeline(asked);
    const auto dates = generated.scanned.dates(search);
    const ScannedTimeline expected(dates, *asked.interval);
    ASSERT_EQ(result.total, dates.size()) << asked.search.q;
    ASSERT_EQ(result.undated, expected.undated) << asked.search.q;
    ASSERT_EQ(result.partial, expected.partial) << asked.search.q;
    ASSERT_EQ(bars_of(result, [&](std::size_t n) { return result.bars[n].count; }), expected.bars)
        << asked.search.q << " by " << interval_name(*asked.interval);
    auto all = ScannedTimeline(generated.scanned.dates(everything), *asked.interval).bars;
    std::erase_if(all, [&](const auto& bar) {
      return expected.bars.empty() || bar.first < expected.bars.begin()->first ||
             bar.first > expected.bars.rbegin()->first;
    });
    ASSERT_EQ(bars_of(result, [&](std::size_t n) { return result.bars[n].all; }), all);
    series += expect_series(generated.scanned, search, asked, result);
    with_bars += result.bars.empty() ? 0U : 1U;
  }
  EXPECT_GT(with_bars, kQueries / 4) << "too many empty timelines to mean much";
  EXPECT_GT(series, kQueries / 8) << "too few series to mean much";
}

class TimelineTest : public ::testing::Test {
 protected:
  TimelineResult timeline(const TimelineRequest& request) {
    return Searcher(index_.store(), 1).timeline(request);
  }
  static std::vector<std::uint64_t> counts(const TimelineResult& result) {
    std::vector<std::uint64_t> counts;
    for (const TimelineBar& bar : result.bars) counts.push_back(bar.count);
    return counts;
  }

  BuiltIndex index_;
};

TEST_F(TimelineTest, UndatedArticlesAreCountedByTheirEntry) {
  const std::string file = index_.write("a.jsonl", R"({"id":"a","text":"chips"})");
  index_.now = 1'704'067'199;  // 2023-12-31T23:59:59Z
  index_.add({file});
  index_.now = 1'704'153'600;  // 2024-01-02T00:00:00Z
  index_.add({index_.write("b.jsonl", R"({"id":"b","text":"chips"})")});
  TimelineResult result = timeline({});
  EXPECT_EQ(result.basis, DateBasis::added) << "nothing bears a date";
  EXPECT_THAT(counts(result), ElementsAre(1, 0, 1));
  EXPECT_EQ(date_of_day(result.bars.front().first).iso(), "2023-12-31");
  EXPECT_EQ(result.undated, 0U);

  TimelineRequest published;
  published.basis = DateBasis::published;
  result = timeline(published);
  EXPECT_THAT(result.bars, IsEmpty());
  EXPECT_EQ(result.undated, 2U);

  index_.add({index_.write("c.jsonl", R"({"id":"c","date":"2020-05-05","text":"chips"})")});
  EXPECT_EQ(timeline({}).basis, DateBasis::published) << "one date is enough";
}

TEST_F(TimelineTest, TooManyBarsAreRefusedWithTheIntervalThatFits) {
  index_.build({index_.write("a.jsonl", R"({"id":"a","date":"1900-01-01","text":"chips"})"
                                        "\n"
                                        R"({"id":"b","date":"2024-01-01","text":"chips"})"
                                        "\n")});
  TimelineRequest request;
  request.interval = Interval::day;
  try {
    static_cast<void>(timeline(request));
    FAIL() << "45,291 bars";
  } catch (const BadRequest& refusal) {
    EXPECT_EQ(refusal.faults().front().parameter, "interval");
    EXPECT_EQ(refusal.faults().front().suggestion, "month");
  }
  request.interval = Interval::month;
  EXPECT_EQ(timeline(request).bars.size(), 124U * 12 + 1);
}

TEST_F(TimelineTest, ValuesChosenComeFirstAndOutsideTheLimit) {
  index_.build(
      {index_.write("a.jsonl", R"({"id":"a","date":"2024-01-01","source":"Much","text":"chips"})"
                               "\n"
                               R"({"id":"b","date":"2024-01-02","source":"Much","text":"chips"})"
                               "\n"
                               R"({"id":"c","date":"2024-01-02","source":"Little","text":"chips"})"
                               "\n"
                               R"({"id":"d","date":"2024","source":"Much","text":"chips"})"
                               "\n")});
  TimelineRequest request;
  request.interval = Interval::day;
  request.split = Facet::source;
  request.split_limit = 1;
  TimelineResult result = timeline(request);
  ASSERT_EQ(result.series.size(), 1U);
  EXPECT_EQ(result.series[0].value, "much");
  EXPECT_EQ(result.series[0].label, "Much");
  EXPECT_EQ(result.series[0].total, 3U) << "the partial date too";
  EXPECT_THAT(result.series[0].counts, ElementsAre(1, 1));
  EXPECT_THAT(counts(result), ElementsAre(1, 2)) << "2024 makes no bars of its own";
  EXPECT_EQ(result.partial, 1U);

  request.search.filter(Facet::source).any = {"little", "much"};
  result = timeline(request);
  EXPECT_EQ(result.series.size(), 2U);
}

TEST_F(TimelineTest, OnlyPartialDatesMakeNoBars) {
  index_.build({index_.write("a.jsonl", R"({"id":"a","date":"2024","text":"chips"})")});
  TimelineRequest request;
  request.interval = Interval::month;
  const TimelineResult result = timeline(request);
  EXPECT_THAT(result.bars, IsEmpty());
  EXPECT_EQ(result.partial, 1U);
}

}  // namespace
}  // namespace techpolicy
