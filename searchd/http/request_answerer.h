// One request to one answer: routes, methods, problems, and the headers that every answer has.
#pragma once

#include <vector>

#include "searchd/http/http_message.h"
#include "searchd/http/http_server.h"
#include "searchd/http/request_framing.h"
#include "searchd/http/route_table.h"

namespace techpolicy {

/// Knows no sockets. Immutable; any number of threads may ask at once.
class RequestAnswerer {
 public:
  RequestAnswerer(const HttpServerOptions& options, std::vector<Route> routes,
                  ProblemHandler problem, ExceptionHandler on_exception);

  /// The answer to a complete or refused request. Never throws; writes the log.
  [[nodiscard]] HttpResponse answer(const FramedRequest& framed) const;

 private:
  /// What a request line leads to.
  struct Exchange {
    HttpRequest request;
    const Route* route = nullptr;
    bool path_malformed = false;
  };

  [[nodiscard]] Exchange read(const FramedRequest& framed) const;
  [[nodiscard]] HttpResponse respond(const FramedRequest& framed, const Exchange& exchange) const;
  [[nodiscard]] HttpResponse call_handler(const Exchange& exchange) const;
  void finish(const HttpRequest& request, HttpResponse& response) const;
  void log(const Exchange& exchange, const HttpResponse& response,
           std::chrono::system_clock::time_point begin) const;

  RouteTable routes_;
  ProblemHandler problem_;
  ExceptionHandler on_exception_;
  std::string cors_prefix_;
  RequestLog log_;
};

}  // namespace techpolicy
