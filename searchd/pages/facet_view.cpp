// One row a facet value: chosen by its box, excluded by its link.
#include "searchd/pages/facet_view.h"

#include <algorithm>

#include "indexer/schema/found_names.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

constexpr std::size_t kRowsOfFirstFacet = 6;
constexpr std::size_t kRowsOfOthers = 4;

View field(std::string_view key, const std::string& value) {
  return View().text("key", std::string(key)).text("value", value);
}

std::size_t rows_of(Facet facet) {
  return facet == Facet::company ? kRowsOfFirstFacet : kRowsOfOthers;
}

View line(Facet facet, const std::string& label, const FacetCount& value) {
  View row;
  row.text("label", label).text("count", format_number(value.count));
  row.text("value", value.value).flag("excluded", value.excluded);
  return row.flag("unreviewed", is_unreviewed(facet, value.value)).flag("about?", false);
}

/// How many of the articles are mainly about the value, as a link to those; and back from them.
void add_about(View& row, const SearchRequest& asked, Facet facet, const FacetCount& value) {
  const std::string label = value_label(facet, value);
  const bool shown = value.about > 0 || value.about_selected;
  row.flag("about?", shown).flag("about_selected", value.about_selected);
  row.text("about", format_number(value.about));
  row.text("about_url", search_url(value.about_selected ? without_about(asked, facet, value.value)
                                                        : about_value(asked, facet, value.value)));
  const std::string articles = ui_count("articles", value.about);
  row.text("about_label", value.about_selected
                              ? ui_text("remove_label", {{"name", label}})
                              : ui_text("about_label", {{"name", label}, {"articles", articles}}));
}

View excluded_row(const SearchRequest& asked, Facet facet, const FacetCount& value) {
  const std::string label = value_label(facet, value);
  View row = line(facet, label, value);
  row.flag("box", false).flag("selected", false);
  row.text("url", search_url(without_value(asked, facet, value.value)));
  row.text("hint", ui_text("undo_not_label", {{"name", label}}));
  return row;
}

View box_row(const SearchRequest& asked, Facet facet, const FacetCount& value) {
  const std::string label = value_label(facet, value);
  const std::string name(facet_row(facet).name);
  const bool of_about = chooses_about(asked, facet);
  // The number beside a box is what choosing it gives.
  FacetCount counted = value;
  if (of_about) counted.count = value.about;
  View row = line(facet, label, counted);
  row.flag("box", true).flag("selected", of_about ? value.about_selected : value.selected);
  row.text("field", of_about ? "about" : name);
  row.text("value", of_about ? name + ":" + value.value : value.value);
  if (facet_row(facet).kind == FacetKind::entity && !of_about) {
    add_about(row, asked, facet, value);
  }
  row.text("not_url", search_url(excluding_value(asked, facet, value.value)));
  row.text("not_label", ui_text("not_label", {{"name", label}}));
  return row;
}

View year_row(const SearchRequest& asked, const FacetCount& value) {
  const bool chosen = is_year_chosen(asked, value.value);
  View row = line(Facet::year, value_label(Facet::year, value), value);
  row.flag("box", false).flag("selected", chosen).flag("hint", false);
  row.text("url", search_url(chosen ? without_value(asked, Facet::year, value.value)
                                    : with_value(asked, Facet::year, value.value)));
  return row;
}

View value_row(const SearchRequest& asked, Facet facet, const FacetCount& value) {
  if (facet == Facet::year) return year_row(asked, value);
  return value.excluded ? excluded_row(asked, facet, value) : box_row(asked, facet, value);
}

/// The most frequent, and every chosen or excluded one wherever it stands. Years newest first.
std::vector<FacetCount> shown_values(const FacetResult& facet) {
  std::vector<FacetCount> shown;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const FacetCount& value = facet.values[i];
    if (i < rows_of(facet.facet) || value.selected || value.excluded || value.about_selected) {
      shown.push_back(value);
    }
  }
  if (facet.facet == Facet::year) {
    std::sort(shown.begin(), shown.end(),
              [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
  }
  return shown;
}

void add_mode(View& view, const SearchRequest& asked, Facet facet) {
  const FacetFilter& filter = asked.filter(facet);
  const bool offered = facet_row(facet).kind == FacetKind::entity &&
                       (filter.all || !filter.any.empty() || filter.about.size() > 1);
  SearchRequest other = from_start(asked);
  other.filter(facet).all = !filter.all;
  view.flag("mode?", offered).flag("all", filter.all).text("mode_url", search_url(other));
  const bool either =
      facet_row(facet).kind == FacetKind::entity && filter.any.empty() != filter.about.empty();
  view.flag("sense?", either).flag("of_about", chooses_about(asked, facet));
  view.text("sense_url", search_url(with_other_sense(asked, facet)));
}

View facet_part(const SearchRequest& asked, const FacetResult& facet) {
  std::vector<View> rows;
  std::size_t counted = 0;
  for (const FacetCount& value : shown_values(facet)) {
    rows.push_back(value_row(asked, facet.facet, value));
    if (value.count > 0) ++counted;
  }
  View view;
  view.text("name", std::string(facet_row(facet.facet).name));
  view.text("plural", std::string(facet_row(facet.facet).plural));
  view.list("rows", std::move(rows));
  view.flag("senses", facet_row(facet.facet).kind == FacetKind::entity);
  add_mode(view, asked, facet.facet);
  const bool more = facet.distinct > counted;
  view.text("more_url", more ? facet_url(facet.facet, asked) : "");
  const std::string distinct = format_number(facet.distinct);
  view.text("more", ui_text("all_values_short", {{"n", distinct}}));
  view.text("more_label",
            ui_text("all_values", {{"n", distinct}, {"plural", facet_plural(facet.facet)}}));
  view.text("seek_label", ui_text("seek_label", {{"type", facet_type(facet.facet)}}));
  return view.list("carried", more ? carried_fields(asked) : std::vector<View>());
}

}  // namespace

std::vector<View> carried_fields(const SearchRequest& asked) {
  std::vector<View> fields = hidden_fields(asked);
  if (!asked.q.empty()) fields.push_back(field("q", asked.q));
  for (const FacetRow& row : kFacets) {
    const std::string name(row.name);
    for (const std::string& value : asked.filter(row.facet).any) {
      fields.push_back(field(name, value));
    }
    if (!chooses_about(asked, row.facet)) continue;
    for (const std::string& value : asked.filter(row.facet).about) {
      std::string about = name;
      fields.push_back(field("about", about.append(":").append(value)));
    }
  }
  if (asked.from) fields.push_back(field("from", asked.from->iso()));
  if (asked.to) fields.push_back(field("to", asked.to->iso()));
  return fields;
}

std::vector<View> value_rows(const SearchRequest& asked, const FacetResult& facet) {
  std::vector<View> rows;
  for (const FacetCount& value : facet.values) {
    rows.push_back(value_row(asked, facet.facet, value));
  }
  return rows;
}

std::vector<View> hidden_fields(const SearchRequest& asked) {
  std::vector<View> fields;
  const auto add = [&fields](std::string_view key, const std::string& value) {
    fields.push_back(field(key, value));
  };
  if (asked.options.syntax == QuerySyntax::plain) add("syntax", "plain");
  if (asked.options.default_operator == DefaultOperator::any) add("op", "or");
  if (!asked.aliases) add("aliases", "0");
  for (const FacetRow& row : kFacets) {
    for (const std::string& value : asked.filter(row.facet).none) add(row.name, "-" + value);
    if (asked.filter(row.facet).all) add("facet_op", std::string(row.name));
    // Where a facet's boxes choose by mention, what is chosen by `about` has no box of its own.
    if (chooses_about(asked, row.facet)) continue;
    for (const std::string& value : asked.filter(row.facet).about) {
      add("about", std::string(row.name) + ":" + value);
    }
  }
  if (asked.roll_up == RollUpTo::parent) add("rollup", "parent");
  if (asked.since) add("since", std::to_string(*asked.since));
  if (asked.sort) add("sort", std::string(sort_name(*asked.sort)));
  if (asked.per_page != SearchRequest().per_page) add("per_page", std::to_string(asked.per_page));
  return fields;
}

void add_filters(View& page, const SearchRequest& asked, const std::vector<FacetResult>& facets) {
  std::vector<View> parts;
  for (const FacetResult& facet : facets) {
    if (!facet.values.empty()) parts.push_back(facet_part(asked, facet));
  }
  const std::size_t count = filter_count(asked);
  page.text("filter_count", count == 0 ? "" : format_number(count));
  page.list("facets", std::move(parts));
  page.list("hidden", hidden_fields(asked));
  page.text("from", asked.from ? asked.from->iso() : "");
  page.text("to", asked.to ? asked.to->iso() : "");
}

}  // namespace techpolicy
