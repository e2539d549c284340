// Bytes to request, response to bytes: the only folder that sees cpp-httplib.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/http/request_log.h"

namespace techpolicy {

struct HttpServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;       ///< 0: any free port, see port().
  unsigned threads = 0;  ///< Connections served at once; 0: 64.
  RequestLog log = RequestLog::none;
  std::string cors_prefix = "/api/";  ///< Paths that scripts of other sites may read.
};

/// Answers what no route answers (404, 405, 414, ...). `detail` is for people.
using ProblemHandler =
    std::function<HttpResponse(const HttpRequest&, int status, const std::string& detail)>;
/// Answers what a handler threw.
using ExceptionHandler = std::function<HttpResponse(const HttpRequest&, std::exception_ptr)>;

/// Serves routes to GET and HEAD requests; one thread a connection.
///
/// Handlers run on the server's threads, several at once. Each request has 5 s to arrive; a
/// connection may be idle for 10 s between requests.
class HttpServer {
 public:
  HttpServer(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
             ExceptionHandler on_exception);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Binds the address. Throws std::runtime_error with the address and the way out (in use, not
  /// allowed).
  void bind();
  /// The port bound; 0 before bind().
  [[nodiscard]] int port() const;

  /// Serves until stop(), after bind(); all handlers have ended when it returns.
  void run();
  /// May be called from any thread, also before run(): no new connections, requests under way are
  /// finished.
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace techpolicy
