// Names in what a user typed, who seldom types capitals.
#pragma once

#include <vector>

#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/matcher_tables.h"

namespace techpolicy {

[[nodiscard]] std::vector<QueryName> query_names(const TextAnalysis& query,
                                                 const MatcherTables& tables);

}  // namespace techpolicy
