// The order of refusals: framing, path, route, method, parameters; then the handler.
#include "searchd/http/request_answerer.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "searchd/http/content_coding.h"
#include "searchd/http/percent_encoding.h"
#include "searchd/http/request_id.h"

namespace techpolicy {
namespace {

constexpr const char* kMethods = "GET, HEAD, OPTIONS";

HttpResponse options_answer() {
  HttpResponse response;
  response.status = 204;
  response.set_header("Allow", kMethods);
  return response;
}

/// What is answered when even the answer to an error failed.
HttpResponse last_resort() {
  HttpResponse response;
  response.status = 500;
  response.body = "The server failed. Its log holds the request by the id in X-Request-Id.\n";
  return response;
}

void allow_other_sites(const HttpRequest& request, HttpResponse& response) {
  response.set_header("Access-Control-Allow-Origin", "*");
  if (request.method == "OPTIONS") {
    response.set_header("Access-Control-Allow-Methods", kMethods);
    response.set_header("Access-Control-Allow-Headers", "If-None-Match");
    response.set_header("Access-Control-Max-Age", "86400");
  } else {
    response.set_header("Access-Control-Expose-Headers",
                        "ETag, Link, Retry-After, Server-Timing, X-Index-Revision, X-Request-Id, "
                        "X-Total-Count");
  }
}

std::string joined(const std::vector<std::string>& segments) {
  std::string path;
  for (const std::string& segment : segments) path += '/' + segment;
  return path;
}

}  // namespace

RequestAnswerer::RequestAnswerer(const HttpServerOptions& options, std::vector<Route> routes,
                                 ProblemHandler problem, ExceptionHandler on_exception)
    : routes_(std::move(routes)),
      problem_(std::move(problem)),
      on_exception_(std::move(on_exception)),
      cors_prefix_(options.cors_prefix),
      log_(options.log) {}

RequestAnswerer::Exchange RequestAnswerer::read(const FramedRequest& framed) const {
  Exchange exchange;
  HttpRequest& request = exchange.request;
  request.id = make_request_id();
  request.method = framed.head.method;
  request.target = framed.head.target;
  request.headers = framed.head.headers;
  const std::string_view target = request.target;
  const auto question = std::min(target.find('?'), target.size());
  const auto segments = split_path(target.substr(0, question));
  exchange.path_malformed = !segments && target != "*";
  if (segments) {
    request.path = joined(*segments);
    if (auto match = routes_.find(*segments)) {
      exchange.route = match->route;
      request.captures = std::move(match->captures);
    }
  }
  if (framed.state == FramingState::complete) {
    auto query = split_query_string(target.substr(std::min(question + 1, target.size())));
    request.parameters = std::move(query.parameters);
    request.malformed_parameter = std::move(query.malformed);
  }
  return exchange;
}

HttpResponse RequestAnswerer::call_handler(const Exchange& exchange) const {
  try {
    return exchange.route->handler(exchange.request);
  } catch (...) {  // Xapian::Error is not a std::exception
    return on_exception_(exchange.request, std::current_exception());
  }
}

HttpResponse RequestAnswerer::respond(const FramedRequest& framed, const Exchange& exchange) const {
  const HttpRequest& request = exchange.request;
  if (framed.state == FramingState::refused) return problem_(request, framed.status, framed.detail);
  if (exchange.path_malformed) {
    return problem_(request, 400, "The path is not valid percent-encoded UTF-8.");
  }
  if (request.target == "*" && request.method == "OPTIONS") return options_answer();
  if (exchange.route == nullptr) return problem_(request, 404, "Nothing is at this address.");
  if (request.method == "OPTIONS") return options_answer();
  if (request.method != "GET" && request.method != "HEAD") {
    HttpResponse response =
        problem_(request, 405, "This address takes " + std::string(kMethods) + " only.");
    response.set_header("Allow", kMethods);
    return response;
  }
  if (!request.malformed_parameter.empty()) {
    return problem_(request, 400,
                    "Parameter " + request.malformed_parameter +
                        " is not valid percent-encoded UTF-8; a percent sign itself is %25.");
  }
  return call_handler(exchange);
}

void RequestAnswerer::finish(const HttpRequest& request, HttpResponse& response) const {
  if (response.status != 204 && response.status != 304 && !response.source) {
    encode_content(request, response);
  }
  response.set_header("X-Request-Id", request.id);
  if (response.header("X-Content-Type-Options").empty()) {
    response.set_header("X-Content-Type-Options", "nosniff");
  }
  if (request.path.starts_with(cors_prefix_)) allow_other_sites(request, response);
}

void RequestAnswerer::log(const Exchange& exchange, const HttpResponse& response,
                          std::chrono::system_clock::time_point begin) const {
  if (log_ == RequestLog::none || (log_ == RequestLog::errors && response.status < 400)) return;
  const auto& request = exchange.request;
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::system_clock::now() - begin;
  const std::size_t bytes = request.method == "HEAD" ? 0 : response.body.size();
  write_log(log_line({begin, request.id, request.method, request.path,
                      exchange.route ? exchange.route->name : "", response.status, elapsed.count(),
                      bytes}));
}

HttpResponse RequestAnswerer::answer(const FramedRequest& framed) const {
  const auto begin = std::chrono::system_clock::now();
  const Exchange exchange = read(framed);
  HttpResponse response;
  try {
    response = respond(framed, exchange);
  } catch (...) {  // a problem handler failed; the cause was its own
    response = last_resort();
  }
  finish(exchange.request, response);
  log(exchange, response, begin);
  return response;
}

}  // namespace techpolicy
