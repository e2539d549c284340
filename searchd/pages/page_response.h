// An HTML page as an HTTP answer: security headers and validation.
#pragma once

#include <string>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// 200, or 304 where the client holds this very page. Other `status` values are never validated.
[[nodiscard]] HttpResponse page_response(const HttpRequest& request, std::string html,
                                         int status = 200);

/// Whether the script of the page asks for the part of it that changes with a search.
[[nodiscard]] bool wants_results_only(const HttpRequest& request);

/// Whether the script asks for one list of the page only.
[[nodiscard]] bool wants_rows_only(const HttpRequest& request);

}  // namespace techpolicy
