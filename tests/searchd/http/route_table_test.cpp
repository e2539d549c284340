// Which of several patterns answers a path.
#include "searchd/http/route_table.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

RouteTable table() {
  return RouteTable({{"/", "start", {}},
                     {"/articles/{id}", "article", {}},
                     {"/articles/newest", "newest", {}},
                     {"/{type}/{id}/feed", "feed", {}}});
}

TEST(RouteTable, FindsTheMostLiteralRoute) {
  struct Row {
    std::vector<std::string> segments;
    std::string name;
    std::vector<std::string> captures;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {{""}, "start", {}, "the root"},
      {{"articles", "x"}, "article", {"x"}, "one part captured"},
      {{"articles", "a/b"}, "article", {"a/b"}, "an encoded slash stays in its segment"},
      {{"articles", "newest"}, "newest", {}, "a literal wins over a capture"},
      {{"company", "nvidia", "feed"}, "feed", {"company", "nvidia"}, "captures in order"},
      {{"articles", ""}, "", {}, "a capture is never empty"},
      {{"articles"}, "", {}, "too short"},
      {{"articles", "x", "y"}, "", {}, "too long"},
      {{"Articles", "x"}, "", {}, "case counts"},
  };
  const RouteTable routes = table();
  for (const Row& row : rows) {
    const auto match = routes.find(row.segments);
    EXPECT_EQ(match ? match->route->name : "", row.name) << row.reason;
    if (match) {
      EXPECT_EQ(match->captures, row.captures) << row.reason;
    }
  }
}

TEST(RouteTable, IsNotShakenByLongPaths) {
  EXPECT_FALSE(table().find(std::vector<std::string>(100000, "a")));
  EXPECT_TRUE(table().find({"articles", std::string(1000000, 'a')}));
}

}  // namespace
}  // namespace techpolicy
