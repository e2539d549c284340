// The pages for people, made on the server from the same results as the JSON.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes. Handlers throw what the searcher throws.
[[nodiscard]] std::vector<Route> page_routes(const Searcher& searcher);

/// The page for a status of 400 or more. `detail` is for people.
[[nodiscard]] HttpResponse render_problem_page(const HttpRequest& request, int status,
                                               const std::string& detail);

/// The page for what a handler threw: faults of a search with their repair, a missing index with
/// the command that makes one.
[[nodiscard]] HttpResponse render_exception_page(const HttpRequest& request,
                                                 std::exception_ptr thrown);

}  // namespace techpolicy
