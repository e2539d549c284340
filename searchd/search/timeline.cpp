#include "searchd/search/timeline.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "searchd/search/matched_articles.h"

namespace techpolicy {
namespace {

/// First and last day of an article by one basis; kUndated where it has none.
class ArticleDays {
 public:
  ArticleDays(const FacetColumns& columns, DateBasis basis) : columns_(columns), basis_(basis) {}

  [[nodiscard]] DayNumber first(std::uint32_t document) const {
    return basis_ == DateBasis::added ? columns_.added_day(document) : columns_.first_day(document);
  }
  [[nodiscard]] DayNumber last(std::uint32_t document) const {
    return basis_ == DateBasis::added ? columns_.added_day(document) : columns_.last_day(document);
  }

 private:
  const FacetColumns& columns_;
  DateBasis basis_;
};

/// Which bar holds a date.
class Bars {
 public:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  Bars(Interval interval, DayNumber first, DayNumber last) : begin_(first_day_of(interval, first)) {
    for (DayNumber day = begin_; day <= last; day = next_interval(interval, day)) {
      const DayNumber end = next_interval(interval, day);
      bar_of_day_.insert(bar_of_day_.end(), static_cast<std::size_t>(end - day),
                         static_cast<std::uint32_t>(bars_.size()));
      bars_.push_back({day, end - 1, 0, 0});
    }
  }

  /// kNone where no bar holds the whole of [first, last].
  [[nodiscard]] std::size_t find(DayNumber first, DayNumber last) const {
    if (first < begin_ || last >= begin_ + static_cast<DayNumber>(bar_of_day_.size())) return kNone;
    const std::uint32_t bar = bar_of_day_[static_cast<std::size_t>(first - begin_)];
    return bar == bar_of_day_[static_cast<std::size_t>(last - begin_)] ? bar : kNone;
  }

  [[nodiscard]] std::vector<TimelineBar>& bars() { return bars_; }

 private:
  DayNumber begin_;
  std::vector<std::uint32_t> bar_of_day_;
  std::vector<TimelineBar> bars_;
};

DateBasis choose_basis(const std::optional<DateBasis>& asked, const DocumentSet& documents,
                       const FacetColumns& columns) {
  if (asked) return *asked;
  const bool dated = documents.empty() || std::ranges::any_of(documents, [&](std::uint32_t d) {
                       return columns.first_day(d) != kUndated;
                     });
  return dated ? DateBasis::published : DateBasis::added;
}

Interval choose_interval(const std::optional<Interval>& asked, DayNumber first, DayNumber last) {
  if (!asked) return shortest_interval(first, last, kMostBarsOfAuto);
  const std::size_t bars = interval_count(*asked, first, last);
  if (bars <= kMostBars) return *asked;
  const Interval longer = shortest_interval(first, last, kMostBars);
  throw BadRequest(
      {{"interval",
        "out_of_range",
        "The matches reach over " + std::to_string(bars) + " intervals of a " +
            std::string(interval_name(*asked)) + "; at most " + std::to_string(kMostBars) +
            " are counted. Take longer ones, or narrow the search by from and to.",
        {},
        {},
        std::string(interval_name(longer))}});
}

class TimelineCount {
 public:
  TimelineCount(const TimelineRequest& request, const Snapshot& snapshot,
                Xapian::Database& database)
      : request_(request),
        snapshot_(snapshot),
        matched_(request.search, snapshot, database),
        basis_(choose_basis(request.basis, matched_.documents(), snapshot.columns())),
        days_(snapshot.columns(), basis_) {}

  TimelineResult run() {
    result_.basis = basis_;
    result_.index = snapshot_.info();
    result_.total = matched_.documents().size();
    DayNumber first = std::numeric_limits<DayNumber>::max();
    DayNumber last = kUndated;
    for (const std::uint32_t document : matched_.documents()) {
      if (days_.first(document) == kUndated) {
        ++result_.undated;
        continue;
      }
      first = std::min(first, days_.first(document));
      last = std::max(last, days_.last(document));
    }
    if (last == kUndated) {
      result_.interval = request_.interval.value_or(Interval::month);
      return std::move(result_);
    }
    result_.interval = choose_interval(request_.interval, first, last);
    count(Bars(result_.interval, first, last));
    return std::move(result_);
  }

 private:
  void count(Bars bars) {
    for (const std::uint32_t document : matched_.documents()) {
      if (days_.first(document) == kUndated) continue;
      const std::size_t bar = bars.find(days_.first(document), days_.last(document));
      ++(bar == Bars::kNone ? result_.partial : bars.bars()[bar].count);
    }
    for (std::uint32_t document = 1; document < snapshot_.columns().documents_end(); ++document) {
      if (days_.first(document) == kUndated) continue;
      const std::size_t bar = bars.find(days_.first(document), days_.last(document));
      if (bar != Bars::kNone) ++bars.bars()[bar].all;
    }
    if (request_.split) count_series(bars);
    trim(bars.bars());
    result_.bars = std::move(bars.bars());
  }

  void count_series(Bars& bars) {
    FacetResult values = matched_.filtered().count_within(*request_.split);
    const auto chosen = [](const FacetCount& value) {
      return value.selected || value.about_selected;
    };
    std::ranges::stable_partition(values.values, chosen);
    for (const FacetCount& value : values.values) {
      if (result_.series.size() >= request_.split_limit && !chosen(value)) break;
      if (value.excluded) continue;
      const DocumentSet documents =
          intersect(matched_.documents(), matched_.filtered().naming(*request_.split, value.value));
      TimelineSeries series{value.value, snapshot_.label(*request_.split, value.value),
                            documents.size(), std::vector<std::uint64_t>(bars.bars().size())};
      for (const std::uint32_t document : documents) {
        if (days_.first(document) == kUndated) continue;
        const std::size_t bar = bars.find(days_.first(document), days_.last(document));
        if (bar != Bars::kNone) ++series.counts[bar];
      }
      result_.series.push_back(std::move(series));
    }
  }

  /// A date that reaches over several bars made some at the ends that nothing stands in.
  void trim(std::vector<TimelineBar>& bars) {
    const auto counted = [](const TimelineBar& bar) { return bar.count > 0; };
    const auto first = std::ranges::find_if(bars, counted);
    const auto end = std::find_if(bars.rbegin(), std::make_reverse_iterator(first), counted).base();
    const auto begin_at = first - bars.begin();
    const auto end_at = end - bars.begin();
    const auto keep = [&](auto& all) {
      all.erase(all.begin() + end_at, all.end());
      all.erase(all.begin(), all.begin() + begin_at);
    };
    for (TimelineSeries& series : result_.series) keep(series.counts);
    keep(bars);
  }

  const TimelineRequest& request_;
  const Snapshot& snapshot_;
  MatchedArticles matched_;
  DateBasis basis_;
  ArticleDays days_;
  TimelineResult result_;
};

}  // namespace

std::string_view basis_name(DateBasis basis) {
  return basis == DateBasis::added ? "added" : "published";
}

TimelineResult make_timeline(const TimelineRequest& request, const Snapshot& snapshot,
                             Xapian::Database& database) {
  return TimelineCount(request, snapshot, database).run();
}

}  // namespace techpolicy
