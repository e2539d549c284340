// The answer of GET /api/v1/timeline.
#pragma once

#include "searchd/api/json_values.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

[[nodiscard]] Json timeline_json(const TimelineRequest& asked, const TimelineResult& result);

}  // namespace techpolicy
