#include "searchd/pages/chips_view.h"

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

void add_values(std::vector<ActiveFilter>& filters, const SearchRequest& asked, Facet facet,
                const std::vector<FacetResult>& facets) {
  const FacetFilter& filter = asked.filter(facet);
  const auto add = [&](const std::string& kind, const std::string& value) {
    filters.push_back(
        {kind, filter_label(facets, facet, value), without_value(asked, facet, value)});
  };
  for (const std::string& value : filter.any) add(facet_type(facet), value);
  for (const std::string& value : filter.none) add(ui_text("chip_not"), value);
  for (const std::string& value : filter.about) {
    filters.push_back({ui_text("chip_about"), filter_label(facets, facet, value),
                       without_about(asked, facet, value)});
  }
}

void add_dates(std::vector<ActiveFilter>& filters, const SearchRequest& asked) {
  if (asked.from && asked.to && is_year_chosen(asked, asked.from->iso())) {
    const std::string year = asked.from->iso();
    filters.push_back({facet_type(Facet::year), year, without_value(asked, Facet::year, year)});
    return;
  }
  if (asked.from) {
    SearchRequest without = from_start(asked);
    without.from.reset();
    filters.push_back({ui_text("chip_from"), format_date(*asked.from), without});
  }
  if (asked.to) {
    SearchRequest without = from_start(asked);
    without.to.reset();
    filters.push_back({ui_text("chip_to"), format_date(*asked.to), without});
  }
}

void add_options(std::vector<ActiveFilter>& filters, const SearchRequest& asked) {
  SearchRequest without = from_start(asked);
  if (asked.since) {
    without.since.reset();
    filters.push_back({ui_text("chip_since"), format_number(*asked.since), without});
  }
  if (asked.roll_up == RollUpTo::parent) {
    without = from_start(asked);
    without.roll_up = RollUpTo::none;
    filters.push_back({"", ui_text("chip_roll_up"), without});
  }
  if (asked.options.default_operator == DefaultOperator::any) {
    without = from_start(asked);
    without.options.default_operator = DefaultOperator::all;
    filters.push_back({"", ui_text("chip_any_word"), without});
  }
  if (asked.options.syntax == QuerySyntax::plain) {
    without = from_start(asked);
    without.options.syntax = QuerySyntax::query;
    filters.push_back({"", ui_text("chip_plain"), without});
  }
}

}  // namespace

std::vector<ActiveFilter> active_filters(const SearchRequest& asked,
                                         const std::vector<FacetResult>& facets) {
  std::vector<ActiveFilter> filters;
  for (const FacetRow& row : kFacets) add_values(filters, asked, row.facet, facets);
  add_dates(filters, asked);
  add_options(filters, asked);
  return filters;
}

void add_chips(View& page, const SearchRequest& asked, const std::vector<FacetResult>& facets) {
  std::vector<View> chips;
  for (const ActiveFilter& filter : active_filters(asked, facets)) {
    View chip;
    chip.text("kind", filter.kind).text("label", filter.label);
    chips.push_back(chip.text("url", search_url(filter.without)));
  }
  const bool several = chips.size() > 1;
  page.text("clear_url", several ? search_url(without_filters(asked)) : "");
  page.optional_list("chips", std::move(chips));
}

}  // namespace techpolicy
