// WARC: which records are pages, how their bodies are decoded, and what a damaged record costs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/indexer/articles/packed.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

std::string gzip(const std::string& bytes) { return pack({{"data", bytes}}, "raw", "gzip"); }

std::string warc(const std::string& type, const std::string& url, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2026-11-20T10:00:00Z\r\nContent-Type: "
         "application/http\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& headers, const std::string& body,
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string html(const std::string& title) {
  return "<html><head><title>" + title +
         "</title></head><body><p>Some text of the page, long enough to be one.</p></body></html>";
}

std::string page(const std::string& title) {
  return warc("response", "https://wire.example/" + title,
              http("Content-Type: text/html; charset=utf-8\r\n", html(title)));
}

/// Titles of articles, then "reason:number" of rejects, then "reason=count" of what was skipped.
std::string summary(const ReadResult& result) {
  std::string text;
  for (const Article& article : result.articles) text += article.title + ' ';
  text += '|';
  for (const RejectedRecord& rejected : result.rejected) {
    text += ' ' + rejected.reason + ':' + std::to_string(rejected.line);
    EXPECT_FALSE(rejected.detail.empty());
  }
  text += " |";
  for (const SkippedRecords& skipped : result.skipped) {
    text += ' ' + skipped.reason + '=' + std::to_string(skipped.count);
  }
  return text;
}

std::string read(const std::string& bytes, const char* name = "a.warc") {
  return summary(read_bytes(name, bytes));
}

TEST(WarcReader, Pages) {
  const std::string info = warc("warcinfo", "", "software: x\r\n");
  const ReadResult result = read_bytes(
      "a.warc", info + warc("request", "https://wire.example/1", "GET / HTTP/1.1\r\n\r\n") +
                    warc("response", "<https://wire.example/2026/04/17/1>",
                         http("Content-Type: text/html\r\n", html("One"))) +
                    warc("response", "https://wire.example/logo.png",
                         http("Content-Type: image/png\r\n", "\x89PNG")) +
                    warc("response", "https://wire.example/2",
                         http("Content-Type: text/html\r\n", html("Gone"), "404 Not Found")) +
                    warc("response", "https://wire.example/3", http("", html("Three"))));
  EXPECT_EQ(summary(result), "One Three | | not-a-page=1 not-a-response=2 not-html=1");
  ASSERT_EQ(result.articles.size(), 2U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.url, "https://wire.example/2026/04/17/1");
  EXPECT_EQ(article.published->iso(), "2026-04-17") << "of the address";
  EXPECT_EQ(article.source, "wire.example");
  EXPECT_EQ(article.origin, "a.warc:3");
  EXPECT_EQ(result.articles[1].published, std::nullopt) << "the day of the crawl is no date";
}

TEST(WarcReader, TheAddressThatThePageGivesCounts) {
  const std::string canonical =
      "<link rel=\"canonical\" href=\"https://wire.example/one\"><p>Some text of the page.</p>";
  const ReadResult result =
      read_bytes("a.warc", warc("response", "https://wire.example/one?from=feed",
                                http("Content-Type: text/html\r\n", canonical)));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].url, "https://wire.example/one");
}

/// One block that is not compressed (RFC 7932, 9.2) and an empty last one.
std::string brotli(const std::string& body) {
  constexpr std::size_t kLengthBit = 4;
  constexpr std::size_t kUncompressed = std::size_t{1} << 20U;
  const std::size_t head = ((body.size() - 1) << kLengthBit) | kUncompressed;
  std::string bytes;
  for (unsigned i = 0; i < 3; ++i) bytes += static_cast<char>(head >> (8 * i) & 0xFF);
  return bytes + body + '\x03';
}

std::string chunked(const std::string& body) {
  const std::size_t half = body.size() / 2;
  char sizes[2][20];
  std::snprintf(sizes[0], sizeof sizes[0], "%zx", half);
  std::snprintf(sizes[1], sizeof sizes[1], "%zX;a=b", body.size() - half);
  return std::string(sizes[0]) + "\r\n" + body.substr(0, half) + "\r\n" + sizes[1] + "\r\n" +
         body.substr(half) + "\r\n0\r\n\r\n";
}

TEST(WarcReader, BodiesAreDecoded) {
  const std::string type = "Content-Type: text/html\r\n";
  const std::string body = html("T");
  const std::string packed = gzip(body);
  const struct {
    std::string response;
    const char* expected;
    const char* why;
  } cases[] = {
      {http(type + "Transfer-Encoding: chunked\r\n", chunked(body)), "T | |", "chunked"},
      {http(type + "Transfer-Encoding: chunked\r\n", body), "T | |", "no longer chunked"},
      {http(type + "Content-Encoding: gzip\r\n", packed), "T | |", "gzip"},
      {http(type + "Content-Encoding: gzip\r\n", body), "T | |", "no longer gzip"},
      {http(type + "CONTENT-ENCODING: GZIP\r\nTransfer-Encoding: chunked\r\n", chunked(packed)),
       "T | |", "both"},
      {http(type + "Content-Encoding: br\r\n", brotli(body)), "T | |", "Brotli"},
      {http(type + "Content-Encoding: br\r\n", body), "T | |", "no longer Brotli"},
      {http(type + "Content-Encoding: br\r\n", brotli(body).substr(0, 60)), "| damaged-http:1 |",
       "half of it"},
      {http(type + "Content-Encoding: br\r\n", "\x0b\x02\x80"), "| damaged-http:1 |", "no Brotli"},
      {http(type + "Content-Encoding: zstd\r\n", "\x28\xb5\x2f\xfd"), "| unknown-coding:1 |",
       "what is not read"},
      {http(type + "Content-Encoding: gzip\r\n", packed.substr(0, packed.size() / 2)),
       "| damaged-http:1 |", "gzip that was cut"},
      {http(type + "Transfer-Encoding: chunked\r\n", chunked(body).substr(0, 60)),
       "| damaged-http:1 |", "chunks that were cut"},
      {http(type + "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n" + body),
       "| damaged-http:1 |", "a chunk larger than all memory"},
      {http(type + "Content-Encoding: gzip\r\n", gzip(std::string(20'000'000, ' '))),
       "| too-large:1 |", "a bomb"},
      {"HTTP/1.1 200 OK\n" + type.substr(0, type.size() - 2) + "\n\n" + body, "T | |", "LF alone"},
      {"not HTTP", "| | not-a-page=1", "no response"},
      {"", "| | not-a-page=1", "nothing"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(read(warc("response", "https://wire.example/1", c.response)), c.expected) << c.why;
  }
}

TEST(WarcReader, CharsetOfTheResponse) {
  const ReadResult result =
      read_bytes("a.warc", warc("response", "https://wire.example/1",
                                http("Content-Type: text/html; Charset=\"windows-1251\"\r\n",
                                     "<p>\xd7\xe8\xef\xfb and some more text of the page.</p>")));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.articles[0].text, ::testing::StartsWith("\u0427\u0438\u043f\u044b and"));
}

TEST(WarcReader, DamageCostsTheRecordItIsIn) {
  const std::string bad_size = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\n";
  const struct {
    std::string bytes;
    const char* expected;
    const char* why;
  } cases[] = {
      {page("a") + page("b").substr(0, 300), "a | damaged-warc:2 |", "cut in a page"},
      {page("a") + page("b").substr(0, 60), "a | damaged-warc:2 |", "cut in a head"},
      {page("a") + "garbage\r\n" + page("b"), "a b | damaged-warc:2 |", "something in between"},
      {page("a") + bad_size + page("b"), "a b | damaged-warc:2 |", "a size that is none"},
      {page("a") + warc("response", "", http("Content-Type: image/png\r\n", std::string(500, 'x')))
                       .substr(0, 300),
       "a | damaged-warc:2 |", "cut in what is no page"},
      {page("a") + warc("request", "", std::string(500, 'x')).substr(0, 300),
       "a | damaged-warc:2 | not-a-response=1", "cut in what is passed over"},
      {"no WARC", "| damaged-warc:1 |", "another file"},
      {"", "| no-text:0 |", "empty"},
      {std::string(200'000, '\n'), "| no-text:0 |", "line ends"},
      {"WARC/1.0\r\n" + std::string(200'000, 'x'), "| damaged-warc:1 |", "a head without an end"},
      {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nx",
       "| damaged-warc:1 |", "a size beyond all files"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.bytes), c.expected) << c.why;
}

TEST(WarcReader, GzipMembers) {
  const std::string a = gzip(page("a"));
  const std::string b = gzip(page("b"));
  const std::string c = gzip(page("c"));
  EXPECT_EQ(read(a + b + c, "a.warc.gz"), "a b c | |");
  EXPECT_EQ(read(gzip(page("a") + page("b")), "a.warc.gz"), "a b | |") << "all in one member";
  EXPECT_EQ(read(a + b.substr(0, b.size() / 2), "a.warc.gz"), "a | damaged-gzip:2 |");
  for (std::size_t at = 12; at + 1 < b.size(); at += 7) {
    std::string damaged = b;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x3c);
    const ReadResult result = read_bytes("a.warc.gz", a + damaged + c);
    EXPECT_EQ(result.articles.front().title, "a") << at;
    EXPECT_EQ(result.articles.back().title, "c") << "what stands behind is found, " << at;
    EXPECT_FALSE(result.rejected.empty()) << at;
  }
  const std::string torn = b.substr(0, b.size() / 2);
  const ReadResult result = read_bytes("a.warc.gz", a + torn + c);
  EXPECT_EQ(result.articles.front().title, "a");
  EXPECT_FALSE(result.rejected.empty());
}

}  // namespace
}  // namespace techpolicy
