#include "searchd/pages/peaks_view.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searchd/pages/chart.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

constexpr std::size_t kShownPeaks = 3;
constexpr std::size_t kShownReasons = 3;

/// All bars of a spike as one.
TimelineBar whole_bar(const TimelineResult& timeline, const Spike& spike) {
  return {timeline.bars[spike.first].first, timeline.bars[spike.last].last, spike.count, 0};
}

ExplainedPeak explain(const Searcher& searcher, const SearchRequest& asked,
                      const TimelineResult& timeline, const Spike& spike) {
  ExplainedPeak explained;
  explained.spike = spike;
  explained.within = from_start(asked);
  const BarDates dates = bar_dates(timeline.interval, whole_bar(timeline, spike));
  explained.within.from = dates.from;
  explained.within.to = dates.to;
  OutstandingRequest reasons;
  reasons.search = explained.within;
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity && row.facet != Facet::place) {
      reasons.facets.push_back(row.facet);
    }
  }
  reasons.limit = kShownReasons;
  explained.reasons = searcher.outstanding(reasons);
  SearchRequest oldest = explained.within;
  oldest.sort = Sort::oldest;
  oldest.per_page = 1;
  oldest.facets.clear();
  SearchResult first = searcher.search(oldest);
  if (!first.hits.empty()) explained.first = std::move(first.hits.front());
  return explained;
}

std::vector<View> reason_views(const ExplainedPeak& explained) {
  std::vector<std::pair<Facet, OutstandingValue>> values;
  for (const OutstandingGroup& group : explained.reasons.groups) {
    for (const OutstandingValue& value : group.values) values.emplace_back(*group.facet, value);
  }
  std::ranges::stable_sort(
      values, [](const auto& a, const auto& b) { return a.second.score > b.second.score; });
  if (values.size() > kShownReasons) values.resize(kShownReasons);
  std::vector<View> views;
  for (const auto& [facet, value] : values) {
    View view;
    view.text("name", value.label).flag("another", !views.empty());
    views.push_back(
        view.text("url", search_url(narrowed_by(explained.within, facet, value.value))));
  }
  return views;
}

}  // namespace

std::vector<Spike> spikes_of(const TimelineResult& timeline) {
  std::vector<std::uint64_t> counts;
  for (const TimelineBar& bar : timeline.bars) counts.push_back(bar.count);
  return find_spikes(counts);
}

std::vector<ExplainedPeak> explain_peaks(const Searcher& searcher, const SearchRequest& asked,
                                         const TimelineResult& timeline) {
  std::vector<ExplainedPeak> explained;
  if (timeline.basis == DateBasis::added) return explained;
  std::vector<Spike> spikes = spikes_of(timeline);
  std::ranges::stable_sort(spikes, [](const Spike& a, const Spike& b) {
    return static_cast<double>(a.count) - a.usual > static_cast<double>(b.count) - b.usual;
  });
  if (spikes.size() > kShownPeaks) spikes.resize(kShownPeaks);
  for (const Spike& spike : spikes) {
    explained.push_back(explain(searcher, asked, timeline, spike));
  }
  return explained;
}

void add_peaks(View& page, const TimelineResult& timeline,
               const std::vector<ExplainedPeak>& peaks) {
  std::vector<View> views;
  for (const ExplainedPeak& explained : peaks) {
    const TimelineBar bar = whole_bar(timeline, explained.spike);
    View view;
    view.text("label", bar_label(timeline.interval, bar));
    view.text("url", search_url(explained.within));
    view.text("articles", ui_count("articles", bar.count));
    view.text("usual", ui_text("peak_usual", {{"n", format_decimal(explained.spike.usual)}}));
    view.optional_list("reasons", reason_views(explained));
    view.list("first", explained.first ? std::vector{hit_view(*explained.first, explained.within)}
                                       : std::vector<View>());
    views.push_back(std::move(view));
  }
  page.optional_list("peaks", std::move(views));
}

}  // namespace techpolicy
