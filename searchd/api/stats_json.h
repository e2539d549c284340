// The answers of GET /api/v1/stats, /healthz and /readyz.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "searchd/api/json_values.h"

namespace techpolicy {

[[nodiscard]] Json stats_json(const IndexStatistics& statistics);

/// "degraded" without an index.
[[nodiscard]] Json health_json(const std::optional<IndexInfo>& index, double uptime_seconds);

}  // namespace techpolicy
