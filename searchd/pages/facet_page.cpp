#include "searchd/pages/facet_page.h"

#include <algorithm>
#include <charconv>

#include "indexer/schema/found_names.h"
#include "searchd/pages/chips_view.h"
#include "searchd/pages/facet_view.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/pager_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

constexpr unsigned kValuesPerPage = 60;
constexpr unsigned kDeepest = 60'000;  ///< Values that can be reached by pages.

std::string page_url(const FacetPageRequest& asked, bool by_label, unsigned page) {
  std::string url = facet_url(asked.values.facet, asked.search);
  const auto add = [&url](std::string_view name, std::string_view value) {
    url += url.find('?') == std::string::npos ? '?' : '&';
    url.append(name).append("=").append(url_encode(value));
  };
  if (!asked.values.prefix.empty()) add("facet_q", asked.values.prefix);
  if (by_label) add("facet_sort", "label");
  if (page > 1) add("page", std::to_string(page));
  return url;
}

unsigned page_number(const std::string& text) {
  unsigned page = 1;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, page);
  const bool read = error == std::errc() && rest == end;
  return read ? std::clamp(page, 1U, kDeepest / kValuesPerPage) : 1U;
}

/// Counts of a facet of which something is chosen are those of each value alone, unless all chosen
/// ones must be there.
bool counts_alone(const SearchRequest& search, Facet facet) {
  const FacetFilter& filter = search.filter(facet);
  return !filter.empty() && !filter.all;
}

void add_about(View& view, const SearchRequest& search, Facet facet, const FacetCount& value,
               const std::string& label) {
  const std::string articles = ui_count("articles", value.about);
  view.text("about", value.about == 0 ? "" : format_number(value.about));
  view.flag("about_selected", value.about_selected);
  view.text("about_url",
            search_url(value.about_selected ? without_about(search, facet, value.value)
                                            : about_value(search, facet, value.value)));
  view.text("about_label", ui_text("about_label", {{"name", label}, {"articles", articles}}));
}

View value_view(const SearchRequest& search, Facet facet, const FacetCount& value) {
  const std::string label = value_label(facet, value);
  const bool chosen = value.selected || value.excluded ||
                      (facet == Facet::year && is_year_chosen(search, value.value));
  const std::string only =
      ui_text("only_label", {{"name", label}, {"articles", ui_count("articles", value.count)}});
  const bool alone = chosen || counts_alone(search, facet);
  View view;
  view.text("label", label).text("count", format_number(value.count));
  view.flag("unreviewed", is_unreviewed(facet, value.value));
  view.flag("selected", chosen && !value.excluded).flag("excluded", value.excluded);
  view.text("url", search_url(chosen ? without_value(search, facet, value.value)
                                     : with_value(search, facet, value.value)));
  view.text("hint", chosen  ? ui_text("remove_label", {{"name", label}})
                    : alone ? ui_text("add_label", {{"name", label}})
                            : only);
  // A link with a number leads to as many articles, so it stands apart where choosing gives others.
  view.text("only_url", alone ? search_url(only_value(search, facet, value.value)) : "");
  view.text("only_label", only);
  add_about(view, search, facet, value, label);
  const bool is_entity = facet_row(facet).kind == FacetKind::entity;
  view.text("page_url", is_entity ? entity_url({facet, value.value}) : "");
  view.text("page_label", ui_text("entity_page", {{"name", label}}));
  const bool can_exclude = facet != Facet::year && !value.excluded;
  view.text("not_url", can_exclude ? search_url(excluding_value(search, facet, value.value)) : "");
  return view.text("not_label", ui_text("not_label", {{"name", label}}));
}

/// Two lists side by side, each with its heading; one where they would be short.
void add_values(View& page, const SearchRequest& search, const FacetResult& facet) {
  constexpr std::size_t kLongList = 12;
  const std::size_t count = facet.values.size();
  const std::size_t first = count > kLongList ? (count + 1) / 2 : count;
  std::vector<View> halves;
  for (std::size_t begin = 0; begin < count; begin += first) {
    std::vector<View> rows;
    for (std::size_t i = begin; i < std::min(begin + first, count); ++i) {
      rows.push_back(value_view(search, facet.facet, facet.values[i]));
    }
    halves.push_back(View().list("rows", std::move(rows)));
  }
  page.flag("senses", facet_row(facet.facet).kind == FacetKind::entity);
  page.text("empty", count == 0 ? ui_text("facet_empty") : "").list("halves", std::move(halves));
}

/// Whose values these are: how many articles, for which words, with which filters.
void add_articles(View& page, const FacetPageRequest& asked, const SearchResult& articles) {
  page.text("articles",
            ui_text("facet_articles", {{"articles", ui_count("articles", articles.total)}}));
  page.text("heading_q", asked.search.q);
  std::vector<View> tags;
  for (const ActiveFilter& filter : active_filters(asked.search, articles.facets)) {
    tags.push_back(View().text("kind", filter.kind).text("label", filter.label));
  }
  page.optional_list("chips", std::move(tags));
}

void add_sorts(View& page, const FacetPageRequest& asked) {
  std::vector<View> sorts;
  for (const bool by_label : {false, true}) {
    View view;
    view.text("label", ui_text(by_label ? "sort_label" : "sort_count"));
    view.text("url", page_url(asked, by_label, 1));
    sorts.push_back(view.flag("current", asked.values.sort_by_label == by_label));
  }
  page.list("sorts", std::move(sorts));
}

void add_roll_up(View& page, const FacetPageRequest& asked) {
  FacetPageRequest other = asked;
  const bool on = asked.search.roll_up == RollUpTo::parent;
  other.search.roll_up = on ? RollUpTo::none : RollUpTo::parent;
  const bool has_parents = facet_row(asked.values.facet).kind == FacetKind::entity;
  page.text("roll_up_url",
            has_parents ? page_url(other, asked.values.sort_by_label, 1) : std::string());
  page.text("roll_up", ui_text(on ? "roll_up_off" : "roll_up_on"));
}

/// The search form of the page carries every part of the search; the box to find a value, too.
void add_find_box(View& page, const FacetPageRequest& asked) {
  std::vector<View> hidden = carried_fields(asked.search);
  if (asked.values.sort_by_label) {
    hidden.push_back(View().text("key", "facet_sort").text("value", "label"));
  }
  page.list("hidden", std::move(hidden));
  page.text("action", "/facets/" + std::string(facet_row(asked.values.facet).name));
  page.text("facet_q", asked.values.prefix).text("find_label", ui_text("facet_find"));
}

}  // namespace

FacetPageRequest parse_facet_request(Facet facet, const Parameters& parameters) {
  FacetPageRequest asked;
  asked.values.facet = facet;
  asked.values.per_page = kValuesPerPage;
  Parameters of_search;
  for (const auto& [name, value] : parameters) {
    if (name == "facet_q") {
      asked.values.prefix = value;
    } else if (name == "facet_sort") {
      asked.values.sort_by_label = value == "label";
    } else if (name == "page") {
      asked.values.page = page_number(value);
    } else {
      of_search.emplace_back(name, value);
    }
  }
  asked.search = from_start(parse_search_request(of_search, UnknownParameters::ignore, {}).request);
  return asked;
}

std::string render_facet_rows(const FacetPageRequest& asked, const FacetValuesResult& result) {
  constexpr std::size_t kShown = 12;
  FacetResult shown = result.facet;
  if (shown.values.size() > kShown) shown.values.resize(kShown);
  View page;
  page.text("empty", shown.values.empty() ? ui_text("facet_empty") : "");
  return render_template("facet_rows", page.list("rows", value_rows(asked.search, shown)));
}

SearchRequest facet_page_articles(const FacetPageRequest& asked) {
  SearchRequest request = asked.search;
  request.per_page = 0;
  request.facets.clear();
  for (const FacetRow& row : kFacets) {
    if (!request.filter(row.facet).empty()) request.facets.push_back(row.facet);
  }
  return request;
}

std::string render_facet_page(const FacetPageRequest& asked, const FacetValuesResult& result,
                              const SearchResult& articles) {
  const Facet facet = asked.values.facet;
  const std::string heading(facet_row(facet).plural);
  View page;
  page.text("heading", heading).text("q", asked.search.q).flag("canonical", false);
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.text("back_url", search_url(asked.search));
  add_articles(page, asked, articles);
  add_sorts(page, asked);
  add_roll_up(page, asked);
  add_find_box(page, asked);
  add_values(page, asked.search, result.facet);
  add_pager(
      page, {result.facet.distinct, asked.values.page, kValuesPerPage, kDeepest},
      [&asked](unsigned number) { return page_url(asked, asked.values.sort_by_label, number); });
  return render_template("facet", page);
}

}  // namespace techpolicy
