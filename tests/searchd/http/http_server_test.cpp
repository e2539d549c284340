// The server through its socket: what a client, a hostile client and a stop see.
#include "searchd/http/http_server.h"

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace techpolicy {
namespace {

using std::chrono::milliseconds;

HttpResponse text(std::string body, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

/// 200,000 bytes in pieces of 1,000, and what became of them.
struct Streamed {
  std::atomic<int> pieces{0};
  std::atomic<bool> destroyed{false};
};
Streamed streamed;

HttpResponse stream_answer(int pieces, bool fails) {
  struct Ending {
    ~Ending() { streamed.destroyed = true; }
  };
  streamed.pieces = 0;
  streamed.destroyed = false;
  HttpResponse response;
  response.set_header("X-Total-Count", "7");
  response.source = [pieces, fails, ending = std::make_shared<Ending>()](std::string& piece) {
    if (streamed.pieces == pieces) {
      if (fails) throw std::runtime_error("the index went away");
      return false;
    }
    piece.assign(1000, static_cast<char>('a' + ++streamed.pieces % 26));
    return true;
  };
  return response;
}

/// The body that chunks hold; with " (cut)" behind it where the last one is missing.
std::string joined_chunks(std::string_view answer) {
  std::string body;
  answer.remove_prefix(answer.find("\r\n\r\n") + 4);
  while (!answer.empty()) {
    const std::size_t size =
        std::stoul(std::string(answer.substr(0, answer.find('\r'))), nullptr, 16);
    if (size == 0) return body;
    answer.remove_prefix(answer.find('\n') + 1);
    body += answer.substr(0, size);
    answer.remove_prefix(std::min(answer.size(), size + 2));
  }
  return body + " (cut)";
}

std::vector<Route> test_routes() {
  return {
      {"/echo/{word}", "echo",
       [](const HttpRequest& r) {
         return text(r.captures[0] + "|" + std::string(r.header("x-test")));
       }},
      {"/api/q", "q",
       [](const HttpRequest& r) {
         return text(r.parameters.empty() ? "" : r.parameters[0].second);
       }},
      {"/big", "big", [](const HttpRequest&) { return text(std::string(100000, 'a')); }},
      {"/stream", "stream", [](const HttpRequest&) { return stream_answer(200, false); }},
      {"/stream/long", "long",
       [](const HttpRequest&) { return stream_answer(100'000'000, false); }},
      {"/stream/empty", "empty", [](const HttpRequest&) { return stream_answer(0, false); }},
      {"/stream/broken", "broken", [](const HttpRequest&) { return stream_answer(100, true); }},
      {"/held", "held", [](const HttpRequest&) { return text("", 304); }},
      {"/slow", "slow",
       [](const HttpRequest&) {
         std::this_thread::sleep_for(milliseconds(300));
         return text("done");
       }},
      {"/fails", "fails",
       [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("secret"); }},
      {"/fails/twice", "fails_twice", [](const HttpRequest&) -> HttpResponse { throw 1; }},
  };
}

HttpResponse on_exception(const HttpRequest&, std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception&) {
    return text("failed", 500);
  }
}

class Client {
 public:
  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    const timeval limit{8, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  void send(const std::string& bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
      const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return;
      sent += static_cast<std::size_t>(count);
    }
  }
  void end_sending() const { ::shutdown(socket_, SHUT_WR); }
  /// All bytes until the server closes.
  [[nodiscard]] std::string read_to_end() const {
    std::string bytes;
    std::array<char, 65536> buffer;
    for (ssize_t count; (count = ::recv(socket_, buffer.data(), buffer.size(), 0)) > 0;) {
      bytes.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return bytes;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest()
      : server_(
            {"127.0.0.1", 0, 8, RequestLog::none, "/api/"}, test_routes(),
            [](const HttpRequest& r, int status, const std::string& detail) {
              return text(r.path + "|" + r.malformed_parameter + "|" + detail, status);
            },
            on_exception) {
    server_.bind();
    thread_ = std::thread([this] { server_.run(); });
  }
  ~HttpServerTest() override { end(); }

  void end() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

  [[nodiscard]] std::string raw(const std::string& bytes) const {
    const Client client(server_.port());
    client.send(bytes);
    return client.read_to_end();
  }
  [[nodiscard]] std::string ask(const std::string& method, const std::string& target,
                                const std::string& headers = "") const {
    return raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers +
               "\r\n");
  }

  HttpServer server_;
  std::thread thread_;
};

int status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
}
std::string body_of(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}
bool has(const std::string& answer, const std::string& part) {
  return answer.find(part) != std::string::npos;
}
std::size_t count_answers(const std::string& bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = bytes.find("HTTP/1.1 ", at)) != std::string::npos; ++at) ++count;
  return count;
}

TEST_F(HttpServerTest, GivesHandlersDecodedRequests) {
  const std::string answer = ask("GET", "/echo/a%20b+c", "X-Test: 50%25\r\n");
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(body_of(answer), "a b+c|50%25") << "headers are not percent-decoded";
  EXPECT_TRUE(has(answer, "\r\nX-Request-Id: urn:uuid:"));
  EXPECT_TRUE(has(answer, "\r\nX-Content-Type-Options: nosniff"));
  EXPECT_EQ(body_of(ask("GET", "/api/q?q=%E8%8A%AF+x")), "芯 x");
  EXPECT_EQ(body_of(ask("GET", "/api/q?q=" + std::string(18000, 'a'))).size(), 18000U)
      << "beyond the library's own limit of 8 KB";
}

TEST_F(HttpServerTest, AnswersEveryMethod) {
  const std::string head = ask("HEAD", "/big");
  EXPECT_EQ(status_of(head), 200);
  EXPECT_TRUE(has(head, "Content-Length: 100000")) << "as GET would say";
  EXPECT_EQ(body_of(head), "");
  const std::string options = ask("OPTIONS", "/api/q");
  EXPECT_EQ(status_of(options), 204);
  EXPECT_TRUE(has(options, "\r\nAllow: GET, HEAD, OPTIONS"));
  EXPECT_TRUE(has(options, "\r\nAccess-Control-Allow-Methods: GET, HEAD, OPTIONS"));
  EXPECT_EQ(status_of(ask("OPTIONS", "*")), 204);
  for (const char* method : {"POST", "PUT", "DELETE", "TRACE", "BREW", "get"}) {
    const std::string answer = ask(method, "/big");
    EXPECT_EQ(status_of(answer), 405) << method;
    EXPECT_TRUE(has(answer, "\r\nAllow: GET, HEAD, OPTIONS")) << method;
  }
}

TEST_F(HttpServerTest, SaysWhatIsWrong) {
  EXPECT_EQ(status_of(ask("GET", "/none")), 404);
  EXPECT_EQ(status_of(ask("POST", "/none")), 404) << "no address, so no method";
  EXPECT_EQ(status_of(ask("GET", "/%ff")), 400);
  const std::string broken = ask("GET", "/api/q?q=%zz");
  EXPECT_EQ(status_of(broken), 400);
  EXPECT_TRUE(has(broken, "/api/q|q|")) << "path and parameter are told to the problem handler";
  EXPECT_EQ(status_of(ask("GET", "/api/q?q=" + std::string(30000, 'a'))), 414);
  EXPECT_TRUE(has(ask("GET", "/api/q?q=" + std::string(30000, 'a')), "/api/q|"))
      << "what was read of the path, so that programs get JSON";
  EXPECT_EQ(status_of(ask("GET", "/big", "X: " + std::string(40000, 'a') + "\r\n")), 431);
}

TEST_F(HttpServerTest, NeverTellsWhatAnExceptionSaid) {
  const std::string answer = ask("GET", "/fails");
  EXPECT_EQ(status_of(answer), 500);
  EXPECT_EQ(body_of(answer), "failed");
  EXPECT_FALSE(has(answer, "secret"));
  EXPECT_FALSE(has(answer, "EXCEPTION_WHAT"));
  EXPECT_EQ(status_of(ask("GET", "/fails/twice")), 500) << "even when the answer to it throws";
}

TEST_F(HttpServerTest, CompressesWithGzipOnly) {
  const std::string packed = ask("GET", "/big", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_TRUE(has(packed, "\r\nContent-Encoding: gzip"));
  EXPECT_TRUE(has(packed, "\r\nVary: Accept-Encoding"));
  EXPECT_LT(packed.size(), 2000U);
  const std::string plain = ask("GET", "/big", "Accept-Encoding: br\r\n");
  EXPECT_FALSE(has(plain, "Content-Encoding"));
  EXPECT_EQ(body_of(plain).size(), 100000U);
}

TEST_F(HttpServerTest, AllowsOtherSitesOnTheApiOnly) {
  EXPECT_TRUE(has(ask("GET", "/api/q"), "\r\nAccess-Control-Allow-Origin: *"));
  EXPECT_FALSE(has(ask("GET", "/big"), "Access-Control"));
}

TEST_F(HttpServerTest, SendsNoBodyWithNotModified) {
  const std::string answer = ask("GET", "/held");
  EXPECT_EQ(status_of(answer), 304);
  EXPECT_EQ(body_of(answer), "");
}

TEST_F(HttpServerTest, IgnoresRanges) {
  const std::string answer = ask("GET", "/big", "Range: bytes=0-1,2-3\r\n");
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_EQ(body_of(answer).size(), 100000U);
}

TEST_F(HttpServerTest, AnswersPipelinedRequestsInOrder) {
  const std::string one = "GET /echo/1 HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string last = "GET /echo/2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const std::string answers = raw(one + one + last);
  EXPECT_EQ(count_answers(answers), 3U);
  EXPECT_LT(answers.find("1|"), answers.find("2|"));
}

TEST_F(HttpServerTest, TakesALateBodyForABody) {
  const std::string hidden = "GET /echo/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
  const Client client(server_.port());
  client.send("GET /echo/seen HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
              std::to_string(hidden.size()) + "\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(100));
  client.send(hidden);
  const std::string answer = client.read_to_end();
  EXPECT_EQ(count_answers(answer), 1U);
  EXPECT_FALSE(has(answer, "hidden"));
}

TEST_F(HttpServerTest, ClosesAfterARefusalAndSaysWhyFirst) {
  const std::string request = "POST /big HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n";
  const std::string answer = raw(request + std::string(20000000, 'x'));
  EXPECT_EQ(status_of(answer), 413) << "not a reset, although the body was not wanted";
  EXPECT_TRUE(has(answer, "\r\nConnection: close"));
  const std::string hidden = "BROKEN\r\n\r\nGET /echo/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
  EXPECT_EQ(count_answers(raw(hidden)), 1U);
}

TEST_F(HttpServerTest, AnswersAHalfClosedClient) {
  const Client client(server_.port());
  client.send("GET /ec");
  client.end_sending();
  EXPECT_EQ(status_of(client.read_to_end()), 400);
}

TEST_F(HttpServerTest, CutsAClientThatSendsTooSlowly) {
  const Client client(server_.port());
  client.send("GET /echo/x HTTP/1.1\r\nHost");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(status_of(client.read_to_end()), 408);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(7500));
}

TEST_F(HttpServerTest, StopsAfterWhatIsUnderWay) {
  const Client idle(server_.port());
  const Client busy(server_.port());
  busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(100));
  const auto begin = std::chrono::steady_clock::now();
  end();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(2500))
      << "idle ones do not hold it";
  EXPECT_EQ(body_of(busy.read_to_end()), "done");
  EXPECT_FALSE(Client(server_.port()).connected());
}

TEST_F(HttpServerTest, DoesNotShareAPort) {
  HttpServer second({"127.0.0.1", server_.port(), 1, RequestLog::none, "/api/"}, {}, {}, {});
  try {
    second.bind();
    FAIL() << "two servers would split the traffic";
  } catch (const std::runtime_error& error) {
    EXPECT_TRUE(has(error.what(), "127.0.0.1:" + std::to_string(server_.port()))) << error.what();
    EXPECT_TRUE(has(error.what(), "--listen")) << error.what();
  }
}

TEST(HttpServer, MayBeStoppedBeforeItRuns) {
  HttpServer server({"127.0.0.1", 0, 1, RequestLog::none, "/api/"}, {}, {}, {});
  server.bind();
  server.stop();
  server.run();
}

TEST_F(HttpServerTest, AStreamedBodyComesInChunksAndTheConnectionGoesOn) {
  const std::string both =
      raw("GET /stream HTTP/1.1\r\nHost: a\r\n\r\n"
          "GET /echo/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const std::size_t second = both.rfind("HTTP/1.1 200");
  ASSERT_NE(second, 0U) << "the second request was answered on the same connection";
  const std::string first = both.substr(0, second);
  EXPECT_NE(first.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
  EXPECT_NE(first.find("X-Total-Count: 7\r\n"), std::string::npos);
  EXPECT_EQ(first.find("Content-Length"), std::string::npos);
  const std::string body = joined_chunks(first);
  EXPECT_EQ(body.size(), 200'000U);
  EXPECT_EQ(body.substr(999, 2), "bc") << "pieces in order";
  EXPECT_NE(both.find("x|", second), std::string::npos);
}

TEST_F(HttpServerTest, StreamsOfOtherKinds) {
  const std::string close = "\r\nHost: a\r\nConnection: close\r\n\r\n";
  EXPECT_EQ(joined_chunks(raw("GET /stream/empty HTTP/1.1" + close)), "") << "whole, and empty";
  const std::string head = raw("HEAD /stream HTTP/1.1" + close);
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << "HEAD has no body";
  EXPECT_EQ(streamed.pieces, 0) << "and asks for none";
  const std::string old = raw("GET /stream HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.find("chunked"), std::string::npos) << "HTTP/1.0 knows no chunks";
  EXPECT_EQ(old.size() - old.find("\r\n\r\n") - 4, 200'000U);
  EXPECT_TRUE(joined_chunks(raw("GET /stream/broken HTTP/1.1" + close)).ends_with(" (cut)"))
      << "a client sees that a body is not whole";
}

TEST_F(HttpServerTest, AClientThatGoesAwayEndsTheStream) {
  {
    const Client client(server_.port());
    client.send("GET /stream/long HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(100));
  }
  for (int i = 0; i < 500 && !streamed.destroyed; ++i)
    std::this_thread::sleep_for(milliseconds(10));
  EXPECT_TRUE(streamed.destroyed);
  EXPECT_LT(streamed.pieces, 100'000) << "no more was made than buffers of the socket take";
}

}  // namespace
}  // namespace techpolicy
