#include "searchd/pages/timeline_view.h"

#include <algorithm>
#include <vector>

#include "searchd/pages/chart.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/peaks_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

double share(const TimelineBar& bar) {
  return bar.all == 0 ? 0 : static_cast<double>(bar.count) / static_cast<double>(bar.all);
}

double height(const TimelineBar& bar, ChartOf chart) {
  return chart == ChartOf::share ? share(bar) : static_cast<double>(bar.count);
}

/// Dates of entry are no filter, so their bars lead nowhere.
std::string zoom_url(const SearchRequest& asked, const TimelineResult& timeline,
                     const TimelineBar& bar) {
  if (timeline.basis == DateBasis::added || bar.count == 0) return {};
  SearchRequest zoomed = from_start(asked);
  const BarDates dates = bar_dates(timeline.interval, bar);
  zoomed.from = dates.from;
  zoomed.to = dates.to;
  return search_url(zoomed);
}

View bar_view(const SearchRequest& asked, const TimelineResult& timeline, ChartOf chart,
              std::size_t i, double highest) {
  const TimelineBar& bar = timeline.bars[i];
  const BarPlace place = bar_place(i, timeline.bars.size());
  const double tall = highest > 0 ? height(bar, chart) / highest * kPlotHeight : 0;
  View view;
  view.text("x", percent(place.x)).text("width", percent(place.width));
  view.text("y", percent(kPlotHeight - tall)).text("height", percent(tall));
  view.text("label", bar_label(timeline.interval, bar));
  view.text("count", format_number(bar.count)).text("all", format_number(bar.all));
  view.text("articles", ui_count("articles", bar.count));
  view.text("share", format_share(share(bar)));
  return view.text("url", zoom_url(asked, timeline, bar));
}

/// What the bars cannot show, as numbers beside them.
void add_beside(View& strip, const TimelineResult& timeline) {
  strip.text("undated", timeline.undated == 0 ? "" : ui_count("bars_undated", timeline.undated));
  strip.text("partial", timeline.partial == 0 ? "" : ui_count("bars_partial", timeline.partial));
}

void add_choices(View& strip, const SearchRequest& asked, std::optional<ChartOf> chart) {
  const bool of_share = chart == ChartOf::share;
  strip.text("other_url",
             !chart ? "" : address_of("/search", from_start(asked), of_share ? "" : "chart=share"));
  strip.text("other", ui_text(of_share ? "chart_articles" : "chart_share"));
  SearchRequest whole = from_start(asked);
  whole.from.reset();
  whole.to.reset();
  strip.text("whole_url", asked.from || asked.to ? search_url(whole) : "");
}

void add_highest(View& strip, ChartOf chart, double highest) {
  const std::string most = chart == ChartOf::share
                               ? format_share(highest)
                               : format_number(static_cast<std::uint64_t>(highest));
  strip.text("highest", ui_text("chart_highest", {{"n", most}}));
}

}  // namespace

void add_axis(View& view, const TimelineResult& timeline) {
  std::vector<View> ticks;
  for (const AxisLabel& label : axis_labels(timeline.interval, timeline.bars)) {
    const double x = bar_place(label.bar, timeline.bars.size()).x;
    View tick;
    tick.text("x", percent(x)).text("text", label.text).flag("on_phones", label.on_phones);
    ticks.push_back(std::move(tick));
  }
  view.list("ticks", std::move(ticks));
}

void add_timeline(View& page, const SearchRequest& asked, const TimelineResult& timeline,
                  std::optional<ChartOf> choice) {
  const ChartOf chart = choice.value_or(ChartOf::articles);
  constexpr std::size_t kFewestBars = 2;
  std::vector<View> shown;
  const bool zoomed = asked.from || asked.to;
  if (timeline.bars.size() >= kFewestBars || (zoomed && !timeline.bars.empty())) {
    double highest = 0;
    for (const TimelineBar& bar : timeline.bars) highest = std::max(highest, height(bar, chart));
    View strip;
    std::vector<View> bars;
    for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
      bars.push_back(bar_view(asked, timeline, chart, i, highest));
    }
    const std::vector<Spike> spikes = spikes_of(timeline);
    for (const Spike& spike : spikes) {
      for (std::size_t i = spike.first; i <= spike.last; ++i) bars[i].flag("peak", true);
    }
    strip.flag("peaks_marked", !spikes.empty());
    strip.list("bars", std::move(bars));
    const std::string interval(interval_name(timeline.interval));
    const bool by_entry = timeline.basis == DateBasis::added;
    strip.text("caption", ui_text((by_entry ? "bars_added_" : "bars_") + interval));
    add_highest(strip, chart, highest);
    add_axis(strip, timeline);
    add_beside(strip, timeline);
    add_choices(strip, asked, choice);
    shown.push_back(std::move(strip));
  }
  page.list("timeline", std::move(shown));
}

}  // namespace techpolicy
