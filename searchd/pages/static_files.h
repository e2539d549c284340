// Stylesheet, script and icon: named after their content, so that browsers may keep them for ever.
#pragma once

#include <string>
#include <string_view>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// "/static/style.1f2e3d4c.css" for "style.css". Throws std::logic_error for what is no static
/// file.
[[nodiscard]] std::string static_address(std::string_view file);

/// Answers "/static/{file}": compressed beforehand; 404 with an empty body for any other name.
[[nodiscard]] HttpResponse static_response(const HttpRequest& request);

}  // namespace techpolicy
