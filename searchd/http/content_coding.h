// Compression of answers: ours, because the library would use Brotli at its slowest on every
// answer.
#pragma once

#include <string>
#include <string_view>

#include "searchd/http/http_message.h"

namespace techpolicy {

/// Whether an Accept-Encoding header takes gzip (RFC 9110, 12.5.3). What cannot be read is not
/// taken.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// For answers made once and sent often, `smallest`.
enum class PackingEffort { quick, smallest };

/// The gzip form of the bytes.
[[nodiscard]] std::string gzip(std::string_view bytes, PackingEffort effort = PackingEffort::quick);

/// Compresses the body where that pays (text above 1 KB that has no encoding yet) and the client
/// takes it, and says in Vary that the answer depends on it.
void encode_content(const HttpRequest& request, HttpResponse& response);

}  // namespace techpolicy
