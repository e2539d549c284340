// The page of results.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/search_result.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `ignored`: names of parameters that were not understood.
[[nodiscard]] std::string render_search_page(const SearchResult& result, const Searcher& searcher,
                                             const std::vector<std::string>& ignored);

/// "/search?...", of a request from its first page on.
[[nodiscard]] std::string search_link(SearchRequest request);

}  // namespace techpolicy
