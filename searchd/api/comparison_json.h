// Two searches side by side, as JSON.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/comparison.h"

namespace techpolicy {

[[nodiscard]] Json comparison_json(const CompareRequest& asked, const Comparison& comparison);

}  // namespace techpolicy
