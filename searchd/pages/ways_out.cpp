#include "searchd/pages/ways_out.h"

#include <algorithm>
#include <functional>

#include "searchd/pages/chips_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

class WaysOut {
 public:
  WaysOut(const Searcher& searcher, const SearchRequest& asked, const SearchResult& result)
      : searcher_(searcher), asked_(asked), result_(result) {}

  std::vector<WayOut> find() {
    drop_parts();
    drop_filters();
    SearchRequest other = from_start(asked_);
    if (!asked_.q.empty() && asked_.options.default_operator == DefaultOperator::all) {
      other.options.default_operator = DefaultOperator::any;
      try_out(ui_text("way_any_word"), other);
    }
    if (!asked_.q.empty() && !asked_.aliases) {
      other = from_start(asked_);
      other.aliases = true;
      try_out(ui_text("way_names"), other);
    }
    return std::move(ways_);
  }

 private:
  /// Parts of the query, best first. What each gives has been counted.
  void drop_parts() {
    std::vector<const ExplainedClause*> parts;
    for (const ExplainedClause& row : result_.explanation) {
      if (row.total_without.value_or(0) > 0 && !row.query_without->empty()) parts.push_back(&row);
    }
    std::ranges::stable_sort(parts, std::greater<>(),
                             [](const auto* row) { return row->total_without; });
    for (const ExplainedClause* row : parts) {
      SearchRequest other = from_start(asked_);
      other.q = *row->query_without;
      ways_.push_back({ui_text("way_without_part", {{"part", row->clause}}), std::move(other),
                       *row->total_without});
    }
  }

  void drop_filters() {
    const std::vector<ActiveFilter> filters = active_filters(asked_, result_.facets);
    for (const ActiveFilter& filter : filters) {
      const std::string name =
          filter.kind.empty() ? filter.label : filter.kind + " " + filter.label;
      try_out(ui_text("way_without", {{"name", name}}), filter.without);
    }
    if (filters.size() > 1) try_out(ui_text("way_without_all"), without_filters(asked_));
  }

  void try_out(std::string label, const SearchRequest& request) {
    SearchRequest count = request;
    count.per_page = 0;
    count.facets.clear();
    const std::uint64_t total = searcher_.search(count).total;
    if (total > 0) ways_.push_back({std::move(label), request, total});
  }

  const Searcher& searcher_;
  const SearchRequest& asked_;
  const SearchResult& result_;
  std::vector<WayOut> ways_;
};

}  // namespace

std::vector<WayOut> find_ways_out(const Searcher& searcher, const SearchRequest& asked,
                                  const SearchResult& result) {
  if (result.total > 0) return {};
  return WaysOut(searcher, asked, result).find();
}

void add_ways_out(View& page, const SearchRequest& asked, const SearchResult& result,
                  const std::vector<WayOut>& ways) {
  std::vector<View> views;
  const auto add = [&views](const std::string& label, const std::string& url,
                            const std::string& gives) {
    views.push_back(View().text("label", label).text("url", url).text("gives", gives));
  };
  if (result.total == 0) {
    for (const WayOut& way : ways) {
      add(way.label, search_url(way.request), ui_count("articles", way.total));
    }
    if (!asked.q.empty()) add(ui_text("way_spelling"), "", "");
    add(ui_text("way_browse"), search_url(SearchRequest()), "");
  }
  page.optional_list("ways", std::move(views));
}

}  // namespace techpolicy
