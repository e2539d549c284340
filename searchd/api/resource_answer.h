// What the handlers of all resources made from the index do in the same way.
#pragma once

#include <cstdint>
#include <string>

#include "searchd/api/json_values.h"
#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// The revision that would answer now. Throws IndexError without an index.
[[nodiscard]] std::uint64_t current_revision(const Searcher& searcher);

/// RFC 8288, from the links of a body: next, prev and html, those that are there.
void set_link_header(HttpResponse& response, const Json& links);

}  // namespace techpolicy
