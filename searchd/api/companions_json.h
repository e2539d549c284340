// The answer of GET /api/v1/entities/{type}/{id}/related.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/companions.h"

namespace techpolicy {

[[nodiscard]] Json companions_json(const CompanionsRequest& asked, const CompanionsResult& result);

}  // namespace techpolicy
