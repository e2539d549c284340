// The filters beside the results.
#pragma once

#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// What filters.mustache shows: facets with their values, dates, and what the search form carries
/// along unseen. `asked` is the request as it was made, `facets` its counts.
void add_filters(View& page, const SearchRequest& asked, const std::vector<FacetResult>& facets);

/// Names and values of a request that no field of the search form shows.
[[nodiscard]] std::vector<View> hidden_fields(const SearchRequest& asked);

/// Those, and what the fields of the search form show: the whole request for a form of its own.
[[nodiscard]] std::vector<View> carried_fields(const SearchRequest& asked);

/// All given values as rows of the filters.
[[nodiscard]] std::vector<View> value_rows(const SearchRequest& asked, const FacetResult& facet);

}  // namespace techpolicy
