// An HTTP response as a crawl keeps it, with its body decoded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace techpolicy {

/// Views the bytes that it was parsed from.
struct RecordedResponse {
  int status = 0;              ///< 0 where there is no response to read.
  std::string_view head;       ///< Header lines.
  std::size_t body_begin = 0;  ///< In the parsed bytes; their size where the head does not end.

  /// Without spaces around it; empty where there is no such header. The name in lower case.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  /// "text/html" in lower case; empty where it is not declared.
  [[nodiscard]] std::string media_type() const;
  /// What the header declares, "utf-8"; empty where it does not.
  [[nodiscard]] std::string charset() const;
};

[[nodiscard]] RecordedResponse parse_http_response(std::string_view bytes);

/// A body without its transfer and content codings.
struct DecodedBody {
  std::string bytes;
  std::string
      reason;  ///< "damaged-http", "unknown-coding" or "too-large"; empty where it is whole.
  std::string detail;
};

/// A coding that is declared, but that the body does not begin with, was taken off by the crawler.
[[nodiscard]] DecodedBody decode_body(const RecordedResponse& response, std::string_view body,
                                      std::size_t max_bytes);

}  // namespace techpolicy
