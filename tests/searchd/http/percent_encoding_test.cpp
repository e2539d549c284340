// Decoding of paths and query strings, with every broken form that must not be repaired in silence.
#include "searchd/http/percent_encoding.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

TEST(PercentEncoding, DecodesOrRefuses) {
  struct Row {
    std::string_view text;
    std::optional<std::string> decoded;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {"a+b%20c", "a b c", "plus and %20 are spaces"},
      {"%E8%8A%AF", "芯", "UTF-8"},
      {"%e8%8a%af", "芯", "small hexadecimal digits"},
      {"%2525", "%25", "decoded once only"},
      {"%00", std::string(1, '\0'), "NUL is a character; who reads the value refuses it"},
      {"%F0%9F%98%80", "😀", "four bytes"},
      {"%", std::nullopt, "no digits"},
      {"%2", std::nullopt, "one digit"},
      {"%zz", std::nullopt, "no hexadecimal digits"},
      {"%u0041", std::nullopt, "an old private form"},
      {"%ff", std::nullopt, "never in UTF-8"},
      {"%c3", std::nullopt, "a sequence cut off"},
      {"%80", std::nullopt, "a continuation byte alone"},
      {"%c0%af", std::nullopt, "a slash in too many bytes"},
      {"%e0%80%af", std::nullopt, "a slash in three bytes"},
      {"%ed%a0%80", std::nullopt, "half a surrogate pair"},
      {"%f4%90%80%80", std::nullopt, "above U+10FFFF"},
      {"%f8%88%80%80%80", std::nullopt, "five bytes"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(percent_decode(row.text, PlusSign::is_space), row.decoded) << row.reason;
  }
  EXPECT_EQ(percent_decode("a+b", PlusSign::is_plus), "a+b") << "in a path";
}

TEST(PercentEncoding, SplitsPaths) {
  using Segments = std::vector<std::string>;
  EXPECT_EQ(split_path("/"), Segments{""});
  EXPECT_EQ(split_path("/a/b%20c"), (Segments{"a", "b c"}));
  EXPECT_EQ(split_path("/a/"), (Segments{"a", ""})) << "a slash at the end is a segment of its own";
  EXPECT_EQ(split_path("/a%2Fb"), Segments{"a/b"}) << "an encoded slash separates nothing";
  EXPECT_EQ(split_path("/%ff"), std::nullopt);
  EXPECT_EQ(split_path("a"), std::nullopt);
}

TEST(PercentEncoding, SplitsQueryStrings) {
  using Parameters = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(split_query_string("q=a+b&company=x&company=-y").parameters,
            (Parameters{{"q", "a b"}, {"company", "x"}, {"company", "-y"}}));
  EXPECT_EQ(split_query_string("&&q&a=b=c&").parameters, (Parameters{{"q", ""}, {"a", "b=c"}}));
  EXPECT_EQ(split_query_string("").parameters, Parameters{});
  EXPECT_EQ(split_query_string("a=1&q=%ff&b=2").malformed, "q") << "the name is told";
  EXPECT_EQ(split_query_string("%ff=1").malformed, "?") << "a name that cannot be read";
  EXPECT_EQ(split_query_string("a=1").malformed, "");
}

}  // namespace
}  // namespace techpolicy
