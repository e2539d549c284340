// The pages for people, made on the server from the same results as the JSON.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// `searcher` must outlive the routes.
[[nodiscard]] std::vector<Route> page_routes(const Searcher& searcher);

[[nodiscard]] HttpResponse render_problem_page(const HttpRequest& request, int status, const std::string& detail);

/// The page for what a handler threw; a faulty query is shown with its repair.
[[nodiscard]] HttpResponse render_exception_page(const HttpRequest& request, std::exception_ptr thrown);

}  // namespace techpolicy
