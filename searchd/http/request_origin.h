// Absolute addresses for who cannot resolve relative ones: feed readers, browsers' search boxes.
#pragma once

#include <string>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// "http://host:port" as the client sees it; a proxy in front says (X-Forwarded-Proto) when that is
/// https. Empty where the request names no host, or none that is fit to stand in a document.
[[nodiscard]] std::string request_origin(const HttpRequest& request);

}  // namespace techpolicy
