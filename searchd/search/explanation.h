// What each part of a query finds, and what the query would find without it.
#pragma once

#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/facet_counting.h"
#include "searchd/search/query.h"
#include "searchd/search/search_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// The parts of `parsed` in their order, of which `resolved` was made. Takes about as long as the
/// search: what would need more lists of places stays uncounted.
[[nodiscard]] std::vector<ExplainedClause> explain(const QueryNode& parsed,
                                                   const ResolvedQuery& resolved,
                                                   const FilteredMatches& filtered,
                                                   const Snapshot& snapshot,
                                                   Xapian::Database& database);

}  // namespace techpolicy
