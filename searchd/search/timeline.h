// How many articles of a search fall into each day, week, month, quarter or year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "searchd/search/intervals.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

class Snapshot;

/// Which date an article is counted by: the one it bears, or the day it entered the index.
enum class DateBasis { published, added };

inline constexpr std::size_t kMostBarsOfAuto = 60;
inline constexpr std::size_t kMostBars = 5000;
inline constexpr unsigned kMaxSplitLimit = 20;

struct TimelineRequest {
  SearchRequest search;              ///< Paging, sort and facets do not matter.
  std::optional<Interval> interval;  ///< Absent: the shortest of which 60 bars hold all matches.
  std::optional<DateBasis> basis;    ///< Absent: published; added where no match bears a date.
  std::optional<Facet> split;        ///< One series for each value of this facet.
  unsigned split_limit = 5;          ///< Most series; values that the search chose always come.
};

struct TimelineBar {
  DayNumber first = 0;
  DayNumber last = 0;       ///< Included.
  std::uint64_t count = 0;  ///< Matches whose whole date lies within.
  std::uint64_t all = 0;    ///< Of all articles of the index, so that a share can be shown.
};

struct TimelineSeries {
  std::string value;
  std::string label;
  std::uint64_t total = 0;            ///< Matches with the value, in a bar or not.
  std::vector<std::uint64_t> counts;  ///< As many as bars.
};

/// total = counts of all bars + partial + undated.
struct TimelineResult {
  Interval interval = Interval::month;
  DateBasis basis = DateBasis::published;
  std::uint64_t total = 0;        ///< Matches, as search() counts them.
  std::uint64_t undated = 0;      ///< Matches without such a date.
  std::uint64_t partial = 0;      ///< Matches whose date reaches over more than one bar ("2025").
  std::vector<TimelineBar> bars;  ///< Without gaps, oldest first, from first to last match.
  std::vector<TimelineSeries> series;  ///< Chosen values first, then by articles.
  IndexInfo index;
};

[[nodiscard]] std::string_view basis_name(DateBasis basis);

/// Throws BadRequest for the search, and where an interval that was asked for needs more than
/// kMostBars bars.
[[nodiscard]] TimelineResult make_timeline(const TimelineRequest& request, const Snapshot& snapshot,
                                           Xapian::Database& database);

}  // namespace techpolicy
