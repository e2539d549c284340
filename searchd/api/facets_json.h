// Facet counts in an answer, and the answer of GET /api/v1/facets/{facet}.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "searchd/api/json_values.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

[[nodiscard]] Json facet_json(const FacetResult& facet);

/// `asked` is the search whose matches are counted; its page and per_page are those of the values.
[[nodiscard]] Json facet_values_json(const SearchRequest& asked, const FacetValuesRequest& values,
                                     const FacetValuesResult& result);

/// The query string of a request for facet values, without "?".
[[nodiscard]] std::string facet_query_string(const SearchRequest& asked,
                                             const FacetValuesRequest& values);

}  // namespace techpolicy
