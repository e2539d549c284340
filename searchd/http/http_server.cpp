// Our server on cpp-httplib. All that depends on the version of that library is in this file.
//
// What the library is used for: the listening socket, the threads and the form of an answer. It
// gets each request as a short head in memory; path, headers and limits were dealt with before
// (request_framing.h), because its own limits are compiled in and its reading of bodies can be
// tricked.
#include "searchd/http/http_server.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <httplib.h>
#include <stdexcept>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "searchd/http/connection.h"
#include "searchd/http/request_answerer.h"

namespace techpolicy {
namespace {

constexpr unsigned kDefaultThreads = 64;
constexpr int kBacklog = 1024;  // the library asks for 5, which refuses bursts

/// A request held in memory, and the answer as the library writes it.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string request) : request_(std::move(request)) {}

  [[nodiscard]] std::string take_answer() { return std::move(answer_); }

  bool is_readable() const override { return position_ < request_.size(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* bytes, size_t size) override {
    const size_t count = request_.copy(bytes, size, position_);
    position_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, size_t size) override {
    answer_.append(bytes, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string request_;
  size_t position_ = 0;
  std::string answer_;
};

/// The answer that this thread is writing. The library's handlers see only the library's own
/// request, so this is how they find ours.
thread_local HttpResponse* current_response = nullptr;

/// A descriptor that becomes readable for good when the server stops.
class StopEvent {
 public:
  StopEvent() : descriptor_(::eventfd(0, EFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("no file descriptor is left; raise ulimit -n");
  }
  ~StopEvent() { ::close(descriptor_); }
  StopEvent(const StopEvent&) = delete;
  StopEvent& operator=(const StopEvent&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  void raise() const { ::eventfd_write(descriptor_, 1); }

 private:
  int descriptor_;
};

void copy_response(HttpResponse response, httplib::Response& to) {
  to.status = response.status;
  for (auto& [name, value] : response.headers) to.set_header(name, value);
  if (response.status == 204 || response.status == 304) return;
  if (response.body.empty()) {
    to.set_header("Content-Type", response.content_type);
    return;
  }
  // A body of known length that comes from a provider is sent as it is; one given as a string would
  // be compressed by the library.
  const auto body = std::make_shared<const std::string>(std::move(response.body));
  to.set_content_provider(body->size(), response.content_type,
                          [body](size_t offset, size_t length, httplib::DataSink& sink) {
                            sink.write(body->data() + offset, length);
                            return true;
                          });
}

/// The library would want the whole body, or its length.
std::string streamed_head(const HttpResponse& response, bool takes_chunks, AfterAnswer after) {
  std::string head = "HTTP/1.1 200 OK\r\nContent-Type: " + response.content_type + "\r\n";
  for (const auto& [name, value] : response.headers) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
  if (takes_chunks) head += "Transfer-Encoding: chunked\r\n";
  head += after == AfterAnswer::close ? "Connection: close\r\n\r\n" : "\r\n";
  return head;
}

std::string address_of(const HttpServerOptions& options) {
  const bool six = options.host.find(':') != std::string::npos;
  const std::string host = six ? "[" + options.host + "]" : options.host;
  return host + ":" + std::to_string(options.port);
}

}  // namespace

class HttpServer::Implementation final : public httplib::Server {
 public:
  Implementation(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
                 techpolicy::ExceptionHandler on_exception)
      : options_(std::move(options)),
        answerer_(options_, std::move(routes), std::move(problem), std::move(on_exception)) {
    std::signal(SIGPIPE, SIG_IGN);
    const unsigned threads = options_.threads == 0 ? kDefaultThreads : options_.threads;
    new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    set_tcp_nodelay(true);
    set_keep_alive_timeout(limits_.idle.count() / 1000);
    set_keep_alive_max_count(1'000'000);
    // Not SO_REUSEPORT, the library's default: two servers would share one port without a word.
    set_socket_options([](socket_t socket) {
      const int on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    set_pre_routing_handler([](const httplib::Request&, httplib::Response& response) {
      copy_response(std::move(*current_response), response);
      return HandlerResponse::Handled;
    });
  }

  void bind() {
    errno = 0;
    const bool any = options_.port == 0;
    const int port = any ? bind_to_any_port(options_.host)
                         : (bind_to_port(options_.host, options_.port) ? options_.port : -1);
    if (port <= 0) {
      const std::string cause = errno == 0 ? "no such address" : std::strerror(errno);
      throw std::runtime_error("cannot listen on " + address_of(options_) + ": " + cause +
                               "; stop what uses it or choose another address with --listen");
    }
    ::listen(svr_sock_, kBacklog);
    port_ = port;
  }

  [[nodiscard]] int port() const { return port_; }

  void run() { listen_after_bind(); }

  void stop_serving() {
    if (stopping_.exchange(true)) return;
    stop_event_.raise();
    // The library's stop() does nothing before its loop runs. This ends the loop whenever it
    // begins.
    if (port_ != 0) ::shutdown(svr_sock_, SHUT_RDWR);
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    serve_connection(socket, stop_event_.descriptor(), limits_,
                     [this](const FramedRequest& framed, AfterAnswer after) {
                       return answer_bytes(framed, after);
                     });
    return true;
  }

  AnswerBytes answer_bytes(const FramedRequest& framed, AfterAnswer after) {
    HttpResponse response = answerer_.answer(framed);
    const bool head_only = framed.head.method == "HEAD";
    if (response.source) {
      std::string head = streamed_head(response, framed.head.takes_chunks, after);
      return {std::move(head), head_only ? BodySource{} : std::move(response.source)};
    }
    MemoryStream stream((head_only ? "HEAD" : "GET") + std::string(" / HTTP/1.1\r\n\r\n"));
    current_response = &response;
    const bool done = process(*this, stream, after == AfterAnswer::close);
    current_response = nullptr;
    return {done ? stream.take_answer() : std::string{}, {}};
  }

  /// From 0.15 on the library wants the addresses of both ends, too.
  template <class Self>
  static bool process(Self& self, MemoryStream& stream, bool close) {
    bool closed = false;
    if constexpr (requires { self.process_request(stream, close, closed, nullptr); }) {
      return self.process_request(stream, close, closed, nullptr);
    } else {
      return self.process_request(stream, std::string{}, 0, std::string{}, 0, close, closed,
                                  nullptr);
    }
  }

  HttpServerOptions options_;
  ConnectionLimits limits_;
  RequestAnswerer answerer_;
  StopEvent stop_event_;
  std::atomic<bool> stopping_{false};
  std::atomic<int> port_{0};
};

HttpServer::HttpServer(HttpServerOptions options, std::vector<Route> routes, ProblemHandler problem,
                       ExceptionHandler on_exception)
    : implementation_(std::make_unique<Implementation>(
          std::move(options), std::move(routes), std::move(problem), std::move(on_exception))) {}

HttpServer::~HttpServer() = default;

void HttpServer::bind() { implementation_->bind(); }
int HttpServer::port() const { return implementation_->port(); }
void HttpServer::run() { implementation_->run(); }
void HttpServer::stop() { implementation_->stop_serving(); }

}  // namespace techpolicy
