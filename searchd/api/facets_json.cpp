// Facet values with their counts, and pages of them.
#include "searchd/api/facets_json.h"

#include <nlohmann/json.hpp>

#include "indexer/schema/found_names.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

Json page_link(SearchRequest asked, const FacetValuesRequest& values, unsigned page) {
  asked.page = page;
  const std::string path = "/api/v1/facets/" + std::string(facet_row(values.facet).name);
  return with_query(path, facet_query_string(asked, values));
}

}  // namespace

Json facet_json(const FacetResult& facet) {
  Json values = Json::array();
  for (const FacetCount& value : facet.values) {
    Json json = {{"value", value.value},
                 {"label", value.label},
                 {"count", value.count},
                 {"selected", value.selected},
                 {"excluded", value.excluded}};
    if (facet_row(facet.facet).kind == FacetKind::entity) {
      json["about"] = value.about;
      json["about_selected"] = value.about_selected;
    }
    if (is_unreviewed(facet.facet, value.value)) json["unreviewed"] = true;
    values.push_back(std::move(json));
  }
  return {{"name", facet_row(facet.facet).name},
          {"mode", facet.conjunctive ? "conjunctive" : "disjunctive"},
          {"distinct", facet.distinct},
          {"distinct_relation", "exact"},
          {"values", values}};
}

std::string facet_query_string(const SearchRequest& asked, const FacetValuesRequest& values) {
  std::string query = query_string(asked);
  const auto append = [&query](std::string_view name, std::string_view value) {
    if (!query.empty()) query += '&';
    query.append(name).append("=").append(url_encode(value));
  };
  if (!values.prefix.empty()) append("facet_q", values.prefix);
  if (values.sort_by_label) append("facet_sort", "label");
  return query;
}

Json facet_values_json(const SearchRequest& asked, const FacetValuesRequest& values,
                       const FacetValuesResult& result) {
  // Chosen values with a count of 0 come too, so a full page means that there may be more.
  const bool full = asked.per_page > 0 && result.facet.values.size() == asked.per_page;
  const bool last = !full || std::uint64_t{asked.page} * asked.per_page >= result.facet.distinct;
  SearchRequest search = asked;
  search.page = 1;
  search.per_page = SearchRequest{}.per_page;
  return {{"facet", facet_json(result.facet)},
          {"page", asked.page},
          {"per_page", asked.per_page},
          {"links",
           {{"self", page_link(asked, values, asked.page)},
            {"next", last ? Json(nullptr) : page_link(asked, values, asked.page + 1)},
            {"prev", asked.page > 1 ? page_link(asked, values, asked.page - 1) : Json(nullptr)},
            {"html", with_query("/search", query_string(search))}}}};
}

}  // namespace techpolicy
