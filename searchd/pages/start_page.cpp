#include "searchd/pages/start_page.h"

#include "searchd/pages/examples.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/timeline_view.h"

namespace techpolicy {
namespace {

constexpr unsigned kNewest = 6;
constexpr unsigned kShelfRows = 8;

View fact(const std::string& value, const std::string& label) {
  return View().text("value", value).text("label", label);
}

std::vector<View> facts(const IndexStatistics& statistics) {
  std::vector<View> facts = {
      fact(format_number(statistics.index.documents), ui_text("fact_articles"))};
  if (statistics.first_date && statistics.last_date) {
    facts.push_back(fact(ui_text("span", {{"from", format_date(*statistics.first_date)},
                                          {"to", format_date(*statistics.last_date)}}),
                         ui_text("fact_span")));
  }
  if (statistics.undated > 0) {
    facts.push_back(fact(format_number(statistics.undated), ui_text("fact_undated")));
  }
  return facts;
}

/// All values of each facet.
std::vector<View> directories(const IndexStatistics& statistics) {
  std::vector<View> views;
  for (const auto& [facet, distinct] : statistics.distinct) {
    if (distinct == 0 || facet == Facet::year) continue;
    View view;
    view.text("n", format_number(distinct)).text("plural", facet_plural(facet));
    views.push_back(view.text("url", facet_url(facet, {})));
  }
  return views;
}

View shelf(const FacetResult& facet) {
  std::vector<View> rows;
  for (const FacetCount& value : facet.values) {
    View row;
    row.text("label", value_label(facet.facet, value)).text("count", format_number(value.count));
    rows.push_back(row.text("url", search_url(with_value({}, facet.facet, value.value))));
  }
  View view;
  view.text("plural", std::string(facet_row(facet.facet).plural)).list("rows", std::move(rows));
  view.text("more_url", facet_url(facet.facet, {}));
  return view.text("more", ui_text("all_values", {{"n", format_number(facet.distinct)},
                                                  {"plural", facet_plural(facet.facet)}}));
}

}  // namespace

SearchRequest start_request() {
  SearchRequest request;
  request.per_page = kNewest;
  request.sort = Sort::newest;
  request.facets = {Facet::company, Facet::topic};
  request.facet_limit = kShelfRows;
  return request;
}

std::string render_start_page(const IndexStatistics& statistics, const SearchResult& newest,
                              const TimelineResult& timeline) {
  View page;
  page.text("page_title", ui_text("site")).text("canonical", "/").flag("q", false);
  std::vector<View> examples;
  for (const std::string& query : start_examples()) examples.push_back(example_view(query));
  page.list("examples", std::move(examples)).list("facts", facts(statistics));
  page.optional_list("directories", directories(statistics));
  add_timeline(page, {}, timeline, std::nullopt);
  std::vector<View> hits;
  for (const Hit& hit : newest.hits) hits.push_back(hit_view(hit, {}));
  page.optional_list("newest", std::move(hits));
  std::vector<View> shelves;
  for (const FacetResult& facet : newest.facets) {
    if (!facet.values.empty()) shelves.push_back(shelf(facet));
  }
  page.list("shelves", std::move(shelves));
  return render_template("start", page);
}

}  // namespace techpolicy
