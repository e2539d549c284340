// Requests and responses as handlers see them: ours, so that the server library can be changed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

struct HttpRequest {
  std::string method;  ///< GET or HEAD (HEAD is answered as GET without the body).
  std::string path;    ///< Decoded, begins with '/'; empty where it could not be read.
  std::string target;  ///< As sent: path and query string.
  /// Decoded query string, in order; valid UTF-8. Of a request that reaches a handler.
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<std::string> captures;  ///< The {...} parts of the route's pattern, decoded.
  std::string id;                     ///< urn:uuid of this request; in the log and in problems.
  /// For the ProblemHandler: the parameter whose encoding is broken; else empty.
  std::string malformed_parameter;

  /// The first header of that name (case ignored); empty where absent.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Makes a body piece by piece while it is sent: sets `piece` to the next bytes; false, once, when
/// there are none left. Asked on the thread of the connection, and only as fast as the client takes
/// the bytes. Where it throws, or the client goes away, the connection ends without the mark of a
/// whole body.
using BodySource = std::function<bool(std::string& piece)>;

struct HttpResponse {
  int status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  std::string body;
  BodySource source;  ///< In place of `body`, with status 200 only; sent as it is, not compressed.
  std::vector<std::pair<std::string, std::string>> headers;

  void set_header(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
  }

  /// The first header of that name (case ignored); empty where absent.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

using Handler = std::function<HttpResponse(const HttpRequest&)>;

/// One row of the route table.
struct Route {
  std::string pattern;  ///< "/api/v1/articles/{id}"; {x} takes one path segment.
  std::string name;     ///< For logs and metrics.
  Handler handler;
};

}  // namespace techpolicy
