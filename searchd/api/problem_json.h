// Errors of the API as application/problem+json (RFC 9457).
#pragma once

#include <exception>
#include <string>

#include "searchd/http/http_message.h"
#include "searchd/search/bad_request.h"

namespace techpolicy {

/// An error of the HTTP layer, or one that a handler found (404). `detail` is for people.
[[nodiscard]] HttpResponse problem_json(const HttpRequest& request, int status,
                                        const std::string& detail);

/// 404 for a name of which a nearer one may be known: `fault` has both.
[[nodiscard]] HttpResponse not_found_json(const HttpRequest& request, const RequestFault& fault);

/// The answer to what a handler threw: 400 with its faults, 503 without an index, else 500, which
/// never repeats what the exception said.
[[nodiscard]] HttpResponse exception_json(const HttpRequest& request, std::exception_ptr thrown);

/// What the log should say about what a handler threw; empty where the answer says it all
/// (BadRequest, IndexError).
[[nodiscard]] std::string failure_text(std::exception_ptr thrown);

}  // namespace techpolicy
