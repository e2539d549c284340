// Where one HTTP request ends and whether it may be believed, decided before anything else sees it.
//
// The server library reads bodies late or not at all and takes what follows for the next request
// (request smuggling); its limits are compiled in. So whole requests are cut out of the bytes here,
// after RFC 9112, and what two readers could understand differently is refused.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

struct FramingLimits {
  std::size_t head = std::size_t{32} * 1024;  ///< Bytes from the request line to the empty line.
  std::size_t target =
      std::size_t{24} * 1024;  ///< 2,048 Chinese characters are 18 KB when encoded.
  std::size_t headers = 100;
  std::size_t body = std::size_t{64} * 1024;
};

struct RequestHead {
  std::string method;
  std::string
      target;  ///< Begins with '/', or is "*"; of a URL in absolute form the part from its path on.
  std::vector<std::pair<std::string, std::string>> headers;  ///< As sent, values trimmed.
  std::size_t body_length = 0;
  bool keep_alive = false;
  bool takes_chunks = false;  ///< HTTP/1.1.
  bool expects_continue = false;
};

enum class FramingState {
  incomplete,  ///< More bytes are needed; `head` is filled once its end was seen.
  complete,    ///< The first `length` bytes are one request.
  refused,     ///< `status` and `detail` say why; the connection cannot be used any more.
};

struct FramedRequest {
  FramingState state = FramingState::incomplete;
  int status = 0;
  std::string detail;
  RequestHead head;
  std::size_t length = 0;
};

/// Looks at the bytes that came so far. Never throws on bytes; linear in their number.
[[nodiscard]] FramedRequest frame_request(std::string_view bytes, const FramingLimits& limits);

}  // namespace techpolicy
