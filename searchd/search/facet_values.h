// The values of one facet, as people look through them: by name, in pages.
#pragma once

#include <string>

#include "searchd/search/facet_columns.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

class Snapshot;

/// The values of one facet for a query, a page of them.
struct FacetValuesRequest {
  Facet facet = Facet::company;
  std::string prefix;  ///< Keep values of which a word of label or alias starts so; folded.
  bool sort_by_label = false;
  unsigned page = 1;
  unsigned per_page = 10;
};

struct FacetValuesResult {
  FacetResult facet;  ///< `distinct` counts those that fit the prefix.
  IndexInfo index;
};

/// `all`: every value with its count, in the order of counts.
[[nodiscard]] FacetValuesResult facet_page(FacetResult all, const FacetValuesRequest& asked,
                                           const Snapshot& snapshot);

}  // namespace techpolicy
