// A name for each request, so that an answer that went wrong can be found in the log.
#pragma once

#include <string>

namespace techpolicy {

/// A random "urn:uuid:..." (RFC 9562, version 4). Any number of threads may call at once.
[[nodiscard]] std::string make_request_id();

}  // namespace techpolicy
