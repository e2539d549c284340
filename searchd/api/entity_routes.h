// The API resources of entities and suggestions.
#pragma once

#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> entity_routes(const Searcher& searcher);

}  // namespace techpolicy
