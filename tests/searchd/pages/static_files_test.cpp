// Static files: named after their content, compressed, and nothing else is reachable.
#include "searchd/pages/static_files.h"

#include <gtest/gtest.h>
#include <regex>
#include <stdexcept>

namespace techpolicy {
namespace {

HttpResponse get(const std::string& name, const std::string& encoding) {
  HttpRequest request;
  request.captures = {name};
  request.headers = {{"Accept-Encoding", encoding}};
  return static_response(request);
}

TEST(StaticFiles, HaveTheirHashInTheirName) {
  EXPECT_TRUE(std::regex_match(static_address("style.css"),
                               std::regex("/static/style\\.[0-9a-f]{8}\\.css")));
  EXPECT_THROW((void)static_address("search.mustache"), std::logic_error);
}

TEST(StaticFiles, AreCompressedForClientsThatTakeIt) {
  const std::string name = static_address("app.js").substr(sizeof("/static/") - 1);
  const HttpResponse packed = get(name, "gzip, br");
  const HttpResponse plain = get(name, "");
  EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
  EXPECT_TRUE(plain.header("Content-Encoding").empty());
  EXPECT_LT(packed.body.size(), plain.body.size());
}

TEST(StaticFiles, AnswerNoOtherName) {
  for (const char* name : {"style.css", "strings.json", "../etc/passwd", ""}) {
    EXPECT_EQ(get(name, "gzip").status, 404) << name;
  }
}

}  // namespace
}  // namespace techpolicy
