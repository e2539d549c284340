#include "searchd/pages/compare_page.h"

#include <algorithm>

#include "searchd/pages/chart.h"
#include "searchd/pages/chips_view.h"
#include "searchd/pages/facet_view.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/timeline_view.h"

namespace techpolicy {
namespace {

std::string queries(const CompareRequest& asked) {
  std::string text = asked.a.empty() ? "" : "a=" + url_encode(asked.a);
  if (!asked.b.empty()) text += (text.empty() ? "b=" : "&b=") + url_encode(asked.b);
  return text;
}

std::string page_url(const CompareRequest& asked) {
  return address_of("/compare", asked.within, queries(asked));
}

View part_view(const ComparedPart& part, const std::string& heading) {
  std::vector<View> hits;
  for (const Hit& hit : part.newest) hits.push_back(hit_view(hit, part.request));
  View view;
  view.text("heading", heading).text("url", search_url(part.request));
  view.text("count", format_number(part.total));
  view.text("articles", ui_count("articles", part.total));
  return view.optional_list("hits", std::move(hits));
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

std::vector<View> table_rows(const CompareRequest& asked, const Comparison& comparison) {
  const TimelineResult& span = comparison.span;
  std::vector<View> rows;
  for (std::size_t i = 0; i < span.bars.size(); ++i) {
    std::vector<View> cells;
    for (const ComparedSide& side : comparison.sides) {
      SearchRequest zoomed = side_request(asked, side.query);
      const BarDates dates = bar_dates(span.interval, span.bars[i]);
      zoomed.from = dates.from;
      zoomed.to = dates.to;
      const bool linked = side.counts[i] > 0 && span.basis == DateBasis::published;
      View cell;
      cell.text("count", format_number(side.counts[i]));
      cells.push_back(cell.text("url", linked ? search_url(zoomed) : ""));
    }
    View row;
    row.text("label", bar_label(span.interval, span.bars[i]));
    rows.push_back(row.list("cells", std::move(cells)));
  }
  return rows;
}

void add_chart(View& page, const CompareRequest& asked, const Comparison& comparison) {
  std::uint64_t highest = 1;
  for (const ComparedSide& side : comparison.sides) {
    for (const std::uint64_t count : side.counts) highest = std::max(highest, count);
  }
  std::vector<View> lines;
  for (const ComparedSide& side : comparison.sides) {
    View line;
    line.text("kind", lines.empty() ? "a" : "b").text("name", side.name);
    line.text("url", search_url(side_request(asked, side.query)));
    line.text("articles", ui_count("articles", side.total));
    lines.push_back(line.text("points", points(side.counts, highest)));
  }
  add_axis(page, comparison.span);
  page.text("highest", ui_text("chart_highest", {{"n", format_number(highest)}}));
  page.text("caption", ui_text("bars_" + std::string(interval_name(comparison.span.interval))));
  page.list("lines", std::move(lines)).optional_list("rows", table_rows(asked, comparison));
}

void add_parts(View& page, const Comparison& comparison) {
  const auto& [a, b] = comparison.sides;
  page.list("parts", {part_view(comparison.only_a, ui_text("compare_only", {{"name", a.name}})),
                      part_view(comparison.both, ui_text("compare_both")),
                      part_view(comparison.only_b, ui_text("compare_only", {{"name", b.name}}))});
}

View frame(const CompareRequest& asked, const std::string& heading) {
  View page;
  page.text("heading", heading).flag("q", false).flag("canonical", false);
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.text("a", asked.a).text("b", asked.b).flag("complete", false).flag("api_url", false);
  page.list("hidden", carried_fields(asked.within)).list("faults", {}).list("offers?", {});
  std::vector<View> tags;
  for (const ActiveFilter& filter : active_filters(asked.within, {})) {
    tags.push_back(View().text("kind", filter.kind).text("label", filter.label));
  }
  return page.optional_list("chips", std::move(tags));
}

std::string offer_query(Facet facet, const std::string& value) {
  return std::string(facet_row(facet).name) + ":" + value;
}

/// What the articles of the first name beside it; of its own type, if it is an entity.
std::vector<CompareOffer> offers_beside(const Searcher& searcher, const CompareRequest& asked,
                                        const std::string& given) {
  constexpr std::size_t kOffers = 8;
  const auto type = facet_by_name(given.substr(0, std::min(given.find(':'), given.size())));
  const Facet facet = type && facet_row(*type).kind == FacetKind::entity ? *type : Facet::company;
  SearchRequest request = side_request(asked, given);
  request.per_page = 0;
  request.facets = {facet};
  request.facet_limit = kOffers + 1;
  std::vector<CompareOffer> offers;
  const SearchResult result = searcher.search(request);
  for (const FacetCount& value : result.facets.front().values) {
    const std::string other = offer_query(facet, value.value);
    if (other == given || offers.size() == kOffers) continue;
    offers.push_back({given, other, value_label(facet, value)});
  }
  return offers;
}

/// The two values named most of some facets.
std::vector<CompareOffer> offers_of_index(const Searcher& searcher, const CompareRequest& asked) {
  SearchRequest request = asked.within;
  request.per_page = 0;
  request.facets = {Facet::company, Facet::place, Facet::law, Facet::topic};
  request.facet_limit = 2;
  std::vector<CompareOffer> offers;
  const SearchResult result = searcher.search(request);
  for (const FacetResult& facet : result.facets) {
    if (facet.values.size() < 2) continue;
    const FacetCount& first = facet.values[0];
    const FacetCount& second = facet.values[1];
    offers.push_back({offer_query(facet.facet, first.value), offer_query(facet.facet, second.value),
                      ui_text("compare_heading", {{"a", value_label(facet.facet, first)},
                                                  {"b", value_label(facet.facet, second)}})});
  }
  return offers;
}

/// Its repair, where there is one, is a link to the same comparison.
View fault_view(const CompareRequest& asked, const RequestFault& fault) {
  CompareRequest repaired = asked;
  if (fault.parameter == "a") repaired.a = fault.suggestion;
  if (fault.parameter == "b") repaired.b = fault.suggestion;
  const bool mended = !fault.suggestion.empty() && (repaired.a != asked.a || repaired.b != asked.b);
  View view;
  view.text("detail", fault.detail).text("suggestion", fault.suggestion);
  return view.text("url", mended ? page_url(repaired) : "");
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

std::string compare_url(const std::string& a, const std::string& b) { return page_url({a, b, {}}); }

std::vector<CompareOffer> compare_offers(const Searcher& searcher, const CompareRequest& asked) {
  if (asked.complete()) return {};
  if (asked.a.empty() && asked.b.empty()) return offers_of_index(searcher, asked);
  return offers_beside(searcher, asked, asked.a.empty() ? asked.b : asked.a);
}

std::string render_compare_form(const CompareRequest& asked,
                                const std::vector<CompareOffer>& offers) {
  View page = frame(asked, ui_text("compare"));
  std::vector<View> links;
  for (const CompareOffer& offer : offers) {
    View link;
    link.text("label", offer.label);
    links.push_back(link.text("url", page_url({offer.a, offer.b, asked.within})));
  }
  page.text("offers_of",
            ui_text(asked.a.empty() && asked.b.empty() ? "try" : "compare_with_these"));
  page.optional_list("offers", std::move(links));
  return render_template("compare", page);
}

std::string render_faulty_comparison(const CompareRequest& asked, const BadRequest& error) {
  View page = frame(asked, ui_text("compare"));
  std::vector<View> faults;
  for (const RequestFault& fault : error.faults()) faults.push_back(fault_view(asked, fault));
  page.list("faults", std::move(faults));
  return render_template("compare", page);
}

std::string render_compare_page(const CompareRequest& asked, const Comparison& comparison) {
  const auto& [a, b] = comparison.sides;
  View page = frame(asked, ui_text("compare_heading", {{"a", a.name}, {"b", b.name}}));
  page.flag("complete", true)
      .text("api_url", address_of("/api/v1/compare", asked.within, queries(asked)));
  add_chart(page, asked, comparison);
  add_parts(page, comparison);
  return render_template("compare", page);
}

}  // namespace techpolicy
