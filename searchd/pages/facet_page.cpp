#include "searchd/pages/facet_page.h"

#include <algorithm>
#include <charconv>

#include "indexer/schema/found_names.h"
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

View value_view(const SearchRequest& search, Facet facet, const FacetCount& value) {
  const std::string label = value_label(facet, value);
  const bool chosen = value.selected || value.excluded ||
                      (facet == Facet::year && is_year_chosen(search, value.value));
  View view;
  view.text("label", label).text("count", format_number(value.count));
  view.flag("unreviewed", is_unreviewed(facet, value.value));
  view.flag("selected", chosen && !value.excluded).flag("excluded", value.excluded);
  view.text("url", search_url(chosen ? without_value(search, facet, value.value)
                                     : with_value(search, facet, value.value)));
  const std::string articles = ui_count("articles", value.count);
  view.text("about", value.about == 0 ? "" : format_number(value.about));
  view.flag("about_selected", value.about_selected);
  view.text("about_url",
            search_url(value.about_selected ? without_about(search, facet, value.value)
                                            : about_value(search, facet, value.value)));
  view.text(
      "about_label",
      ui_text("about_label", {{"name", label}, {"articles", ui_count("articles", value.about)}}));
  const bool is_entity = facet_row(facet).kind == FacetKind::entity;
  view.flag("entity", is_entity);
  view.text("page_url", is_entity ? entity_url({facet, value.value}) : "");
  view.text("page_label", ui_text("entity_page", {{"name", label}}));
  view.text("hint", chosen ? ui_text("remove_label", {{"name", label}})
                           : ui_text("only_label", {{"name", label}, {"articles", articles}}));
  const bool can_exclude = facet != Facet::year && !value.excluded;
  view.text("not_url", can_exclude ? search_url(excluding_value(search, facet, value.value)) : "");
  return view.text("not_label", ui_text("not_label", {{"name", label}}));
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

std::string render_facet_page(const FacetPageRequest& asked, const FacetValuesResult& result) {
  const Facet facet = asked.values.facet;
  const std::string heading = ui_text("facet_heading", {{"plural", facet_row(facet).plural}});
  View page;
  page.text("heading", heading).text("q", asked.search.q).flag("canonical", false);
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.text("back_url", search_url(asked.search));
  add_sorts(page, asked);
  add_roll_up(page, asked);
  add_find_box(page, asked);
  std::vector<View> rows;
  for (const FacetCount& value : result.facet.values) {
    rows.push_back(value_view(asked.search, facet, value));
  }
  page.text("empty", rows.empty() ? ui_text("facet_empty") : "");
  page.list("rows", std::move(rows));
  add_pager(
      page, {result.facet.distinct, asked.values.page, kValuesPerPage, kDeepest},
      [&asked](unsigned number) { return page_url(asked, asked.values.sort_by_label, number); });
  return render_template("facet", page);
}

}  // namespace techpolicy
