// The values of facets and of about: as typed, by id, name or alias, to what the index calls them.
#pragma once

#include <string>
#include <vector>

#include "indexer/schema/facets.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// The id of a facet value. Throws BadRequest naming `parameter` where there is no such thing, with
/// the nearest id as suggestion.
[[nodiscard]] std::string resolve_facet_value(const Snapshot& snapshot, Facet facet,
                                              const std::string& typed,
                                              const std::string& parameter);

/// Every entity and found name of any type that is called so; never empty. Throws BadRequest (q)
/// like resolve_facet_value().
[[nodiscard]] std::vector<EntityKey> resolve_about(const Snapshot& snapshot,
                                                   const std::string& typed);

}  // namespace techpolicy
