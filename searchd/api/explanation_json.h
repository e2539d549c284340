// What the parts of a query find, as JSON.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// The canonical query and its parts. `result` has an explanation.
[[nodiscard]] Json explanation_json(const SearchResult& result);

}  // namespace techpolicy
