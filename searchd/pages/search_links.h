// Addresses of pages. All of them come from query_string(), so page and API have one grammar.
#pragma once

#include <string>
#include <string_view>

#include "indexer/schema/facets.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

[[nodiscard]] std::string search_url(const SearchRequest& request);

/// A path with the parameters of a search and one more, "name=value", which may be empty.
[[nodiscard]] std::string address_of(std::string_view path, const SearchRequest& request,
                                     std::string_view parameter);

/// The reading view; the search goes along, for its marks and the way back.
[[nodiscard]] std::string article_url(std::string_view id, const SearchRequest& request);

/// The page of an entity.
[[nodiscard]] std::string entity_url(const EntityKey& key);

/// All values of a facet in a search, from its first page.
[[nodiscard]] std::string facet_url(Facet facet, SearchRequest request);

/// The same search from its first hit on.
[[nodiscard]] SearchRequest from_start(SearchRequest request);

// Each of these starts the search from its first hit. Years are filtered by from and to.
[[nodiscard]] SearchRequest with_value(SearchRequest request, Facet facet,
                                       const std::string& value);
/// Of the articles of the request those that have the value as well, whatever else was chosen.
[[nodiscard]] SearchRequest narrowed_by(SearchRequest request, Facet facet,
                                        const std::string& value);
/// The articles that have the value, whatever else was chosen of the facet.
[[nodiscard]] SearchRequest only_value(SearchRequest request, Facet facet,
                                       const std::string& value);
[[nodiscard]] SearchRequest without_value(SearchRequest request, Facet facet,
                                          const std::string& value);
[[nodiscard]] SearchRequest excluding_value(SearchRequest request, Facet facet,
                                            const std::string& value);
/// Only articles that are mainly about the value, whatever else was chosen of the facet.
[[nodiscard]] SearchRequest about_value(SearchRequest request, Facet facet,
                                        const std::string& value);
[[nodiscard]] SearchRequest without_about(SearchRequest request, Facet facet,
                                          const std::string& value);
/// Articles mainly about the chosen values in place of those that name them, or back.
[[nodiscard]] SearchRequest with_other_sense(SearchRequest request, Facet facet);
/// Whether a facet's values are chosen for what articles are about.
[[nodiscard]] bool chooses_about(const SearchRequest& request, Facet facet);

/// Query, operator and so on stay; filters, dates and `since` go.
[[nodiscard]] SearchRequest without_filters(SearchRequest request);

/// Whether the dates of a request are exactly one year: the one written.
[[nodiscard]] bool is_year_chosen(const SearchRequest& request, std::string_view year);

/// Filters, dates and `since` that are set, each value for itself.
[[nodiscard]] std::size_t filter_count(const SearchRequest& request);

/// The address where it is http or https, else nothing: no other may become a link.
[[nodiscard]] std::string safe_link(const std::string& url);

}  // namespace techpolicy
