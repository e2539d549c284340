#include "searchd/pages/compare_page.h"

#include <algorithm>

#include "searchd/pages/chart.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

constexpr unsigned kHitsOfPart = 5;

SearchRequest part_request(const CompareRequest& asked, const std::string& q) {
  SearchRequest request = asked.within;
  request.q = q;
  return request;
}

std::string grouped(const std::string& q) { return "(" + q + ")"; }

/// "company:nvidia" by the name of the company; any other query as it is written.
std::string name_of(const Searcher& searcher, const std::string& q) {
  const std::size_t colon = q.find(':');
  const auto type = facet_by_name(std::string_view(q).substr(0, std::min(colon, q.size())));
  if (colon == std::string::npos || !type || facet_row(*type).kind != FacetKind::entity) return q;
  const std::string label = searcher.label(*type, std::string_view(q).substr(colon + 1));
  return label.empty() ? q : label;
}

/// One of: only the first, both, only the second.
View part_view(const Searcher& searcher, const CompareRequest& asked, const std::string& q,
               const std::string& heading) {
  SearchRequest request = part_request(asked, q);
  const std::string url = search_url(request);
  request.per_page = kHitsOfPart;
  request.sort = Sort::newest;
  const SearchResult result = searcher.search(request);
  std::vector<View> hits;
  for (const Hit& hit : result.hits) hits.push_back(hit_view(hit, part_request(asked, q)));
  View view;
  view.text("heading", heading).text("url", url);
  view.text("count", format_number(result.total));
  view.text("articles", ui_count("articles", result.total));
  return view.optional_list("hits", std::move(hits));
}

/// Counts of one search on the bars of both.
struct Line {
  std::string name;
  SearchRequest request;
  std::vector<std::uint64_t> counts;
};

Line make_line(const Searcher& searcher, const CompareRequest& asked, const std::string& q,
               const TimelineResult& both) {
  Line line{name_of(searcher, q), part_request(asked, q), {}};
  TimelineRequest request;
  request.search = line.request;
  request.interval = both.interval;
  request.basis = both.basis;
  const TimelineResult own = searcher.timeline(request);
  for (const TimelineBar& bar : both.bars) {
    const auto same = std::ranges::find(own.bars, bar.first, &TimelineBar::first);
    line.counts.push_back(same == own.bars.end() ? 0 : same->count);
  }
  return line;
}

/// Points of a polyline in a box of 100 by 100.
std::string points(const std::vector<std::uint64_t>& counts, std::uint64_t highest) {
  std::string text;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const BarPlace place = bar_place(i, counts.size());
    const double y = 100 - 96 * static_cast<double>(counts[i]) / static_cast<double>(highest);
    std::string x = percent(place.x + place.width / 2);
    x.pop_back();
    std::string height = percent(y);
    height.pop_back();
    text.append(x).append(",").append(height).append(" ");
  }
  return text;
}

std::vector<View> table_rows(const TimelineResult& both, const std::vector<Line>& lines) {
  std::vector<View> rows;
  for (std::size_t i = 0; i < both.bars.size(); ++i) {
    std::vector<View> cells;
    for (const Line& line : lines) {
      SearchRequest zoomed = line.request;
      const BarDates dates = bar_dates(both.interval, both.bars[i]);
      zoomed.from = dates.from;
      zoomed.to = dates.to;
      const bool linked = line.counts[i] > 0 && both.basis == DateBasis::published;
      View cell;
      cell.text("count", format_number(line.counts[i]));
      cells.push_back(cell.text("url", linked ? search_url(zoomed) : ""));
    }
    View row;
    row.text("label", bar_label(both.interval, both.bars[i]));
    rows.push_back(row.list("cells", std::move(cells)));
  }
  return rows;
}

void add_chart(View& page, const Searcher& searcher, const CompareRequest& asked) {
  TimelineRequest request;
  request.search = part_request(asked, grouped(asked.a) + " OR " + grouped(asked.b));
  const TimelineResult both = searcher.timeline(request);
  const std::vector<Line> lines = {make_line(searcher, asked, asked.a, both),
                                   make_line(searcher, asked, asked.b, both)};
  std::uint64_t highest = 1;
  for (const Line& line : lines) {
    for (const std::uint64_t count : line.counts) highest = std::max(highest, count);
  }
  std::vector<View> views;
  for (const Line& line : lines) {
    View view;
    view.text("kind", views.empty() ? "a" : "b").text("name", line.name);
    views.push_back(view.text("points", points(line.counts, highest)));
  }
  std::vector<View> ticks;
  for (const AxisLabel& label : axis_labels(both.interval, both.bars)) {
    const double x = bar_place(label.bar, both.bars.size()).x;
    ticks.push_back(View().text("x", percent(x)).text("text", label.text));
  }
  page.text("highest", ui_count("articles", highest)).list("ticks", std::move(ticks));
  page.text("caption", ui_text("bars_" + std::string(interval_name(both.interval))));
  page.list("lines", std::move(views)).optional_list("rows", table_rows(both, lines));
}

void add_parts(View& page, const Searcher& searcher, const CompareRequest& asked) {
  const std::string a = grouped(asked.a);
  const std::string b = grouped(asked.b);
  const std::string name_a = name_of(searcher, asked.a);
  const std::string name_b = name_of(searcher, asked.b);
  page.list(
      "parts",
      {part_view(searcher, asked, a + " NOT " + b, ui_text("compare_only", {{"name", name_a}})),
       part_view(searcher, asked, a + " AND " + b, ui_text("compare_both")),
       part_view(searcher, asked, b + " NOT " + a, ui_text("compare_only", {{"name", name_b}}))});
}

}  // namespace

CompareRequest parse_compare_request(Parameters parameters) {
  CompareRequest asked;
  std::erase_if(parameters, [&asked](const auto& parameter) {
    const auto& [name, value] = parameter;
    if (name == "a") asked.a = value;
    if (name == "b") asked.b = value;
    return name == "a" || name == "b" || name == "q";
  });
  asked.within =
      from_start(parse_search_request(parameters, UnknownParameters::ignore, {}).request);
  return asked;
}

std::string compare_url(const std::string& a, const std::string& b) {
  return "/compare?a=" + url_encode(a) + (b.empty() ? "" : "&b=" + url_encode(b));
}

std::string render_compare_page(const Searcher& searcher, const CompareRequest& asked) {
  View page;
  const std::string heading = asked.complete()
                                  ? ui_text("compare_heading", {{"a", name_of(searcher, asked.a)},
                                                                {"b", name_of(searcher, asked.b)}})
                                  : ui_text("compare");
  page.text("heading", heading).flag("q", false).flag("canonical", false);
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.text("a", asked.a).text("b", asked.b).flag("complete", asked.complete());
  if (asked.complete()) {
    add_chart(page, searcher, asked);
    add_parts(page, searcher, asked);
  }
  return render_template("compare", page);
}

}  // namespace techpolicy
