// The answer of GET /api/v1/significant.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/outstanding.h"

namespace techpolicy {

[[nodiscard]] Json significant_json(const OutstandingRequest& asked,
                                    const OutstandingResult& result);

}  // namespace techpolicy
