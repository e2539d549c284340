// Parts of a query: one alone, the query without one, the query with another in its place. For what
// is explained and offered where a query finds little.
#pragma once

#include <cstddef>

#include "searchd/search/query.h"

namespace techpolicy {

/// What stands at code points [begin, end) of the query's text: a node, or neighbours in a
/// conjunction.
[[nodiscard]] QueryNode part_of(const QueryNode& query, std::size_t begin, std::size_t end);

/// Without what stands there, of what must all match; `everything` where nothing is left.
[[nodiscard]] QueryNode without_part(const QueryNode& query, std::size_t begin, std::size_t end);

/// Without the dates that articles are asked for; where one is an alternative ("a OR date:2025"),
/// without all the alternatives. Excluded dates stay. `everything` where nothing is left.
[[nodiscard]] QueryNode without_dates(const QueryNode& query);

/// With another leaf in place of one, which is found by where it stands.
[[nodiscard]] QueryNode with_part(const QueryNode& query, const QueryNode& old,
                                  const QueryNode& instead);

}  // namespace techpolicy
