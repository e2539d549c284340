// Ids of names that the gazetteer does not hold and that an article itself gives.
//
// They live in id spaces of their own, which no gazetteer id can enter (an id there has no dot), so
// that nothing is merged silently: `unreviewed.acme-widgets`, `citation.hr-4346`.
#pragma once

#include <string_view>

#include "indexer/schema/facets.h"

namespace techpolicy {

/// Organisations found by the way they stand in a text; nobody has looked at them.
inline constexpr std::string_view kUnreviewedPrefix = "unreviewed.";

/// Bills, laws, regulations and cases by number, in one normal form each.
inline constexpr std::string_view kCitationPrefix = "citation.";

[[nodiscard]] constexpr bool is_unreviewed(Facet facet, std::string_view value) {
  return facet_row(facet).kind == FacetKind::entity && value.starts_with(kUnreviewedPrefix);
}

/// Of either space: such a value is known only by the articles that have it.
[[nodiscard]] constexpr bool is_found_name(Facet facet, std::string_view value) {
  return is_unreviewed(facet, value) ||
         (facet_row(facet).kind == FacetKind::entity && value.starts_with(kCitationPrefix));
}

}  // namespace techpolicy
