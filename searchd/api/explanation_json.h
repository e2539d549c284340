// What the parts of a query find, as JSON.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// The canonical query and its parts. `result` has an explanation.
[[nodiscard]] Json explanation_json(const SearchResult& result);

/// What the score of a hit is made of: the weights add up to it.
[[nodiscard]] Json score_parts_json(const ScoreParts& parts);

}  // namespace techpolicy
