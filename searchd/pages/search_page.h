// The page of results.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/bad_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// The whole page, or only filters and results, which the script puts into the page at hand.
enum class PagePart { whole, results };

/// The facets that the page counts.
[[nodiscard]] const std::vector<Facet>& page_facets();

/// `asked`: the request as it was made, from which all links come; `ignored`: names of parameters
/// that were not understood.
[[nodiscard]] std::string render_search_page(const SearchRequest& asked, const SearchResult& result,
                                             const std::vector<std::string>& ignored,
                                             PagePart part);

/// The same page for a request with faults: the query stays in its box, the faults say what to do.
[[nodiscard]] std::string render_faulty_search(const Parameters& parameters,
                                               const BadRequest& error, PagePart part);

}  // namespace techpolicy
