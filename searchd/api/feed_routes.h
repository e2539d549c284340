// What other programs follow or take away: feeds and whole results as files.
#pragma once

#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> feed_routes(const Searcher& searcher);

}  // namespace techpolicy
