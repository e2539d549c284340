// Answers that hold for one revision of the index: their validator, and 304 for who has them
// already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// A weak validator of revision and canonical request. The same in every process and on every
/// machine.
[[nodiscard]] std::string entity_tag(std::uint64_t revision, std::string_view canonical_request);

/// 304 where If-None-Match names the tag (weak comparison, RFC 9110, 8.8.3.2); else nullopt.
[[nodiscard]] std::optional<HttpResponse> not_modified(const HttpRequest& request,
                                                       std::uint64_t revision,
                                                       std::string_view canonical_request);

/// 200 with the headers that all such answers have.
[[nodiscard]] HttpResponse revised_answer(std::string body, std::uint64_t revision,
                                          std::string_view canonical_request);

}  // namespace techpolicy
