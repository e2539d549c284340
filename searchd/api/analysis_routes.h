// The resources that say what a result is as a whole.
#pragma once

#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> analysis_routes(const Searcher& searcher);

}  // namespace techpolicy
