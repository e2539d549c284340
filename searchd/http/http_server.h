// Bytes to request, response to bytes: the only folder that sees cpp-httplib.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"

namespace techpolicy {

struct HttpServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;            ///< 0: any free port, see port().
  unsigned threads = 0;       ///< Connections served at once; 0: 64.
};

/// Answers what no route answers (404, 405, 414, ...) and what a handler threw. `detail` is for people.
using ProblemHandler =
    std::function<HttpResponse(const HttpRequest&, int status, const std::string& detail)>;

/// Handlers run on the server's threads, several at once. They may throw: `on_exception` makes the answer.
class HttpServer {
 public:
  HttpServer(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
             std::function<HttpResponse(const HttpRequest&, std::exception_ptr)> on_exception);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Binds the address. Throws std::runtime_error with the address and the way out (in use, not allowed).
  void bind();
  [[nodiscard]] int port() const;

  /// Serves until stop(); all handlers have ended when it returns.
  void run();
  /// May be called from any thread: no new connections, requests under way are finished.
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace techpolicy
