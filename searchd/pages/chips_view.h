// The filters that are set, each with a link that takes it away.
#pragma once

#include <string>
#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

struct ActiveFilter {
  std::string kind;       ///< "company", "not", "from"; may be empty.
  std::string label;      ///< "Nvidia", "17 April 2026"
  SearchRequest without;  ///< The same search without it.
};

/// In the order of kFacets, then dates and the rest. Labels come from the counts of the answer.
[[nodiscard]] std::vector<ActiveFilter> active_filters(const SearchRequest& asked,
                                                       const std::vector<FacetResult>& facets);

void add_chips(View& page, const SearchRequest& asked, const std::vector<FacetResult>& facets);

}  // namespace techpolicy
