// All values of one facet in a search, with a box to find one by any of its names.
#pragma once

#include <string>

#include "searchd/search/search_request.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

struct FacetPageRequest {
  SearchRequest search;  ///< Whose articles are counted.
  FacetValuesRequest values;
};

/// Takes facet_q, facet_sort and page out of the parameters; the others are those of a search.
/// Throws BadRequest as parse_search_request() does.
[[nodiscard]] FacetPageRequest parse_facet_request(Facet facet, const Parameters& parameters);

/// What must be asked for the page besides the values: the articles, and the labels of filters.
[[nodiscard]] SearchRequest facet_page_articles(const FacetPageRequest& asked);

[[nodiscard]] std::string render_facet_page(const FacetPageRequest& asked,
                                            const FacetValuesResult& result,
                                            const SearchResult& articles);

/// The first values as rows of the filters, which the script puts there while somebody types.
[[nodiscard]] std::string render_facet_rows(const FacetPageRequest& asked,
                                            const FacetValuesResult& result);

}  // namespace techpolicy
