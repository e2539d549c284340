// What is one request and what is refused: the rows are the attacks and accidents that servers met.
#include "searchd/http/request_framing.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

FramedRequest frame(const std::string& bytes) { return frame_request(bytes, FramingLimits{}); }

struct RefusedRow {
  std::string bytes;
  int status;
  const char* reason;
};

TEST(RequestFraming, RefusesWhatTwoReadersCouldUnderstandDifferently) {
  const std::string host = "Host: a\r\n";
  const std::string post = "POST / HTTP/1.1\r\n" + host;
  const std::vector<RefusedRow> rows = {
      {post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", 400, "two lengths"},
      {post + "Content-Length: +5\r\n\r\n", 400, "a sign is no digit"},
      {post + "Content-Length: 5, 6\r\n\r\n", 400, "a list of lengths"},
      {post + "Content-Length: \r\n\r\n", 400, "no length at all"},
      {post + "Content-Length : 5\r\n\r\n", 400,
       "space before the colon hides the header from some"},
      {post + "Content-Length: 65537\r\n\r\n", 413, "one byte over the limit"},
      {post + "Content-Length: 99999999999999999999\r\n\r\n", 413, "beyond any number"},
      {post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411, "chunks are not read"},
      {post + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx", 415, "a compressed bomb"},
      {post + "Expect: 999-nothing\r\n\r\n", 417, "an expectation nobody can meet"},
      {"GET / HTTP/1.1\r\n\r\n", 400, "HTTP/1.1 without Host"},
      {"GET / HTTP/1.1\r\n" + host + host + "\r\n", 400, "two hosts"},
      {"GET / HTTP/1.1\r\nHost: a b<c>\r\n\r\n", 400, "not a host name"},
      {"GET / HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n", 400, "a folded header"},
      {"GET / HTTP/1.1\r\n" + host + "NoColon\r\n\r\n", 400, "a header without a colon"},
      {"GET / HTTP/1.1\r\n" + host + std::string("X: a\0b\r\n\r\n", 10), 400, "NUL in a value"},
      {"GET / HTTP/1.1\n" + host + "\r\n", 400, "a bare line feed in the request line"},
      {"GET / HTTP/9.9\r\n" + host + "\r\n", 505, "a version of the future"},
      {"GET / HTTX/1.1\r\n" + host + "\r\n", 400, "no HTTP version"},
      {"GET /\r\n" + host + "\r\n", 400, "no version"},
      {"GET / x HTTP/1.1\r\n" + host + "\r\n", 400, "four words"},
      {"GET api HTTP/1.1\r\n" + host + "\r\n", 400, "a relative target"},
      {"GET /a#b HTTP/1.1\r\n" + host + "\r\n", 400, "a fragment is not sent"},
      {"GET /caf\xe9 HTTP/1.1\r\n" + host + "\r\n", 400, "raw Latin-1"},
      {"G\tET / HTTP/1.1\r\n" + host + "\r\n", 400, "a tab in the method"},
      {std::string(33, 'G') + " / HTTP/1.1\r\n" + host + "\r\n", 501, "a method of 33 letters"},
      {"GET /" + std::string(24 * 1024, 'a') + " HTTP/1.1\r\n", 414, "one byte over 24 KiB"},
      {std::string(30000, 'A'), 414, "a line that never ends"},
      {"GET / HTTP/1.1\r\nX: " + std::string(33 * 1024, 'a'), 431, "a head that never ends"},
      {"GET / HTTP/1.1\r\n" + host + std::string(257, 'X') + ": a\r\n\r\n", 431,
       "a name of 257 bytes"},
  };
  for (const RefusedRow& row : rows) {
    const FramedRequest framed = frame(row.bytes);
    EXPECT_EQ(framed.state, FramingState::refused) << row.reason;
    EXPECT_EQ(framed.status, row.status) << row.reason;
    EXPECT_FALSE(framed.detail.empty()) << row.reason;
    EXPECT_FALSE(framed.head.keep_alive) << row.reason;
  }
}

TEST(RequestFraming, RefusesTheHundredAndFirstHeader) {
  std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 99; ++i) head += "X: y\r\n";
  EXPECT_EQ(frame(head + "\r\n").state, FramingState::complete);
  EXPECT_EQ(frame(head + "X: y\r\n\r\n").status, 431);
}

TEST(RequestFraming, CutsTheBytesOfOneRequestOnly) {
  const std::string one = "GET /a?q=b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
  const FramedRequest framed = frame(one + "GET /smuggled HTTP/1.1\r\n");
  ASSERT_EQ(framed.state, FramingState::complete);
  EXPECT_EQ(framed.length, one.size());
  EXPECT_EQ(framed.head.method, "GET");
  EXPECT_EQ(framed.head.target, "/a?q=b");
  EXPECT_EQ(framed.head.headers.front(), (std::pair<std::string, std::string>{"Host", "x"}));
  EXPECT_TRUE(framed.head.keep_alive);
}

TEST(RequestFraming, IsIncompleteAtEveryByteBeforeTheLast) {
  const std::string whole = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_EQ(frame(whole.substr(0, size)).state, FramingState::incomplete) << size;
  }
  EXPECT_EQ(frame(whole).state, FramingState::complete);
}

TEST(RequestFraming, ReadsWhetherTheConnectionStays) {
  const std::string line = "GET / HTTP/1.1\r\nHost: x\r\n";
  EXPECT_TRUE(frame(line + "\r\n").head.keep_alive);
  EXPECT_FALSE(frame(line + "Connection: Close\r\n\r\n").head.keep_alive) << "case does not count";
  EXPECT_FALSE(frame(line + "Connection: te, close\r\n\r\n").head.keep_alive) << "one of a list";
  EXPECT_FALSE(frame("GET / HTTP/1.0\r\n\r\n").head.keep_alive) << "HTTP/1.0, which needs no Host";
}

TEST(RequestFraming, TakesTargetsInAllForms) {
  const auto target = [](const std::string& text) {
    return frame("GET " + text + " HTTP/1.1\r\nHost: x\r\n\r\n").head.target;
  };
  EXPECT_EQ(target("/a?b"), "/a?b");
  EXPECT_EQ(target("http://x:8080/a?b"), "/a?b") << "as a proxy sends it";
  EXPECT_EQ(target("http://x"), "/") << "no path is the root";
  EXPECT_EQ(target("*"), "*");
  EXPECT_EQ(frame("\r\n\r\nGET / HTTP/1.0\r\n\r\n").state, FramingState::complete)
      << "empty lines before a request are skipped";
}

}  // namespace
}  // namespace techpolicy
