// The JSON API: what /api/v1 and the health checks answer.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> api_routes(const Searcher& searcher);

/// RFC 9457.
[[nodiscard]] HttpResponse problem_json(const HttpRequest& request, int status, const std::string& detail);

/// The answer to what a handler threw: 400 with its faults, 503 without an index, else 500.
[[nodiscard]] HttpResponse exception_json(const HttpRequest& request, std::exception_ptr thrown);

}  // namespace techpolicy
