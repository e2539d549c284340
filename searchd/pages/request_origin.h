// Where the site is, as the client of a request sees it.
#pragma once

#include <string>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// "https://search.example:8080", for answers that need absolute addresses; empty where the request
/// names no sound host. A proxy in front says when its side is https.
[[nodiscard]] std::string request_origin(const HttpRequest& request);

}  // namespace techpolicy
