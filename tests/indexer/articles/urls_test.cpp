#include "indexer/articles/urls.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

TEST(Urls, OnlyWebAddressesCount) {
  const struct {
    const char* input;
    const char* expected;
    const char* why;
  } cases[] = {
      {"https://sample.example/a?b=c#d", "https://sample.example/a?b=c#d", "as given"},
      {" http://sample.example ", "http://sample.example", "spaces around"},
      {"HTTPS://Sample.Example/A", "HTTPS://Sample.Example/A", "scheme in capitals"},
      {"//sample.example/a", "https://sample.example/a", "without scheme, as pages write it"},
      {"https://sample.example/出口", "https://sample.example/出口", "not ASCII"},
      {"javascript:alert(1)", "", "a script"},
      {"data:text/html,x", "", "data"},
      {"file:///etc/passwd", "", "a file"},
      {"ftp://sample.example/a", "", "not the web"},
      {"sample.example/a", "", "no scheme"},
      {"https://", "", "no host"},
      {"https:///a", "", "no host"},
      {"https://user@/a", "", "no host"},
      {"https://sample.example/a b", "", "a space in it"},
      {"https://sample.example/\"onload=", "", "a quote in it"},
      {"https://sample.example/\n", "https://sample.example/", "a line end behind"},
      {"https://sample.example/a\nb", "", "a line end in it"},
      {"/2026/04/17", "", "relative"},
      {"", "", "nothing"},
  };
  for (const auto& c : cases) EXPECT_EQ(article_url(c.input).value_or(""), c.expected) << c.why;
}

TEST(Urls, HostAndPath) {
  const struct {
    const char* url;
    const char* host;
    const char* path;
    const char* why;
  } cases[] = {
      {"https://www.Sample.example/a/b?c#d", "sample.example", "/a/b", "without www."},
      {"https://user:word@sample.example:8080/a", "sample.example", "/a", "without user and port"},
      {"https://sample.example?x=/2026/04/17", "sample.example", "", "a query is no path"},
      {"https://evil.example\\@sample.example/", "evil.example", "\\@sample.example/",
       "browsers end the host at a backslash"},
      {"https://[::1]:80/a", "[::1]", "/a", "an address"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(host_of(c.url), c.host) << c.why;
    EXPECT_EQ(path_of(c.url), c.path) << c.why;
  }
}

}  // namespace
}  // namespace techpolicy
