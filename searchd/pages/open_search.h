// The description by which browsers offer this search in their address bar.
#pragma once

#include "searchd/http/http_message.h"

namespace techpolicy {

/// OpenSearch 1.1. Its addresses are absolute, on the host that the request names.
[[nodiscard]] HttpResponse open_search_response(const HttpRequest& request);

}  // namespace techpolicy
