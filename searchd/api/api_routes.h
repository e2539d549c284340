// The JSON API: what /api/v1 and the health checks answer.
#pragma once

#include <vector>

#include "searchd/api/problem_json.h"
#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> api_routes(const Searcher& searcher);

}  // namespace techpolicy
