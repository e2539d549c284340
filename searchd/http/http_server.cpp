#include "searchd/http/http_server.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <stdexcept>

#include <httplib.h>
#include <sys/socket.h>

#include "searchd/http/route_match.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxTarget = 24 * 1024;
constexpr std::size_t kMaxBody = 64 * 1024;
constexpr std::size_t kCompressFrom = 1024;
constexpr int kBacklog = 1024;
constexpr unsigned kDefaultThreads = 64;

std::string random_urn() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  const std::uint64_t high = (random() & ~0xF000ULL) | 0x4000ULL;
  const std::uint64_t low = (random() & ~(3ULL << 62)) | (2ULL << 62);
  char text[64];
  std::snprintf(text, sizeof text, "urn:uuid:%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                static_cast<unsigned>(high >> 16) & 0xFFFFU, static_cast<unsigned>(high) & 0xFFFFU,
                static_cast<unsigned>(low >> 48), static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
  return text;
}

/// The library keeps the listening socket to itself and listens with a backlog of 5: widened after binding.
class Library : public httplib::Server {
 public:
  void widen_backlog() { ::listen(svr_sock_, kBacklog); }
};

}  // namespace

class HttpServer::Implementation {
 public:
  Implementation(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
                 std::function<HttpResponse(const HttpRequest&, std::exception_ptr)> on_exception)
      : options_(std::move(options)), routes_(std::move(routes)), problem_(std::move(problem)),
        on_exception_(std::move(on_exception)) {
    const unsigned threads = options_.threads == 0 ? kDefaultThreads : options_.threads;
    library_.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    library_.set_tcp_nodelay(true);
    library_.set_keep_alive_max_count(1'000'000);
    library_.set_keep_alive_timeout(10);
    library_.set_read_timeout(5);
    library_.set_write_timeout(10);
    library_.set_payload_max_length(kMaxBody);
    library_.set_socket_options([](socket_t socket) {
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    // Everything is answered here, before the library's own routing sees it.
    library_.set_pre_routing_handler([this](const httplib::Request& in, httplib::Response& out) {
      answer(in, out);
      return httplib::Server::HandlerResponse::Handled;
    });
    library_.set_error_handler([this](const httplib::Request& in, httplib::Response& out) {
      if (!out.body.empty() || out.status < 400 || out.has_header("X-Request-Id")) return;
      HttpRequest request = translate(in);
      send(request, problem_(request, out.status, "The request could not be understood."), in, out);
    });
  }

  void bind() {
    port_ = options_.port;
    const bool bound = options_.port == 0 ? (port_ = library_.bind_to_any_port(options_.host)) > 0
                                          : library_.bind_to_port(options_.host, options_.port);
    if (!bound) {
      throw std::runtime_error("cannot listen on " + options_.host + ":" + std::to_string(options_.port) +
                               ": the port is in use or not allowed; choose another with --listen");
    }
    library_.widen_backlog();
  }

  [[nodiscard]] int port() const { return port_; }
  void run() {
    if (!stopped_) library_.listen_after_bind();
  }
  void stop() {
    stopped_ = true;
    library_.stop();
  }

 private:
  static HttpRequest translate(const httplib::Request& in) {
    HttpRequest request;
    request.method = in.method;
    request.target = in.target;
    request.path = in.target.substr(0, in.target.find('?'));
    request.id = random_urn();
    for (const auto& [name, value] : in.headers) request.headers.emplace_back(name, value);
    return request;
  }

  void answer(const httplib::Request& in, httplib::Response& out) {
    HttpRequest request = translate(in);
    HttpResponse response;
    try {
      response = dispatch(request);
    } catch (...) {
      response = on_exception_(request, std::current_exception());
    }
    send(request, std::move(response), in, out);
  }

  HttpResponse dispatch(HttpRequest& request) {
    if (request.target.size() > kMaxTarget) return problem_(request, 414, "The address is over 24 KiB.");
    const std::string_view target = std::string_view(request.target).substr(0, request.target.find('#'));
    const std::size_t question = target.find('?');
    const std::string encoded_path(target.substr(0, question));
    const auto path = url_decode(encoded_path, false);
    if (!path || path->empty() || path->front() != '/') return problem_(request, 404, "There is no such page.");
    request.path = *path;
    for (const Route& route : routes_) {
      auto captures = match_route(route.pattern, encoded_path);
      if (!captures) continue;
      if (request.method != "GET" && request.method != "HEAD") return wrong_method(request);
      request.captures = std::move(*captures);
      const auto query = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
      auto parameters = parse_query_string(query);
      if (!parameters) return problem_(request, 400, "The query string is not valid percent-encoded UTF-8.");
      request.parameters = std::move(*parameters);
      return route.handler(request);
    }
    return problem_(request, 404, "There is no such page.");
  }

  HttpResponse wrong_method(const HttpRequest& request) {
    HttpResponse response;
    if (request.method == "OPTIONS") {
      response.status = 204;
      response.set_header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
    } else {
      response = problem_(request, 405, "Only GET and HEAD are answered here.");
    }
    response.set_header("Allow", "GET, HEAD, OPTIONS");
    return response;
  }

  static void send(const HttpRequest& request, HttpResponse&& response, const httplib::Request& in,
                   httplib::Response& out) {
    out.status = response.status;
    for (const auto& [name, value] : response.headers) out.set_header(name, value);
    out.set_header("X-Request-Id", request.id);
    if (request.path.starts_with("/api/")) out.set_header("Access-Control-Allow-Origin", "*");
    out.set_header("Vary", "Accept-Encoding, X-Fragment");
    std::string body = std::move(response.body);
    const bool compress = body.size() >= kCompressFrom &&
                          in.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    if (compress) {
      body = gzip(body);
      out.set_header("Content-Encoding", "gzip");
    }
    if (response.status == 304 || response.status == 204) return;
    // A provider of known length keeps the library from compressing again.
    const std::size_t size = body.size();
    out.set_content_provider(size, response.content_type,
                             [bytes = std::move(body)](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                               return sink.write(bytes.data() + offset, length);
                             });
  }

  HttpServerOptions options_;
  std::vector<Route> routes_;
  ProblemHandler problem_;
  std::function<HttpResponse(const HttpRequest&, std::exception_ptr)> on_exception_;
  Library library_;
  int port_ = 0;
  std::atomic<bool> stopped_ = false;
};

HttpServer::HttpServer(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
                       std::function<HttpResponse(const HttpRequest&, std::exception_ptr)> on_exception)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(routes),
                                                       std::move(problem), std::move(on_exception))) {}
HttpServer::~HttpServer() = default;
void HttpServer::bind() { implementation_->bind(); }
int HttpServer::port() const { return implementation_->port(); }
void HttpServer::run() { implementation_->run(); }
void HttpServer::stop() { implementation_->stop(); }

}  // namespace techpolicy
