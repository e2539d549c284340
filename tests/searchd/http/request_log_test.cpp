// Log lines: one line of JSON each, whatever a client sent; and the names of requests.
#include "searchd/http/request_log.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>

#include "searchd/http/request_id.h"

namespace techpolicy {
namespace {

std::chrono::system_clock::time_point some_time() {
  return std::chrono::system_clock::time_point(std::chrono::milliseconds(1776412800123));
}

TEST(RequestLog, WritesOneObjectALine) {
  EXPECT_EQ(log_line({some_time(), "urn:uuid:1", "GET", "/search", "search", 200, 3.4125, 812}),
            R"({"time":"2026-04-17T08:00:00.123Z","id":"urn:uuid:1","method":"GET",)"
            R"("path":"/search","route":"search","status":200,"ms":3.413,"bytes":812})");
}

TEST(RequestLog, EscapesWhatClientsSend) {
  const auto path_of = [](const std::string& path) {
    const std::string line = log_line({some_time(), "", "", path, "", 0, 0, 0});
    const auto begin = line.find("\"path\":") + 7;
    return line.substr(begin, line.find(",\"route\"") - begin);
  };
  EXPECT_EQ(path_of("/a\"b\\c"), R"("/a\"b\\c")");
  EXPECT_EQ(path_of("/a\nb\x7f"), R"("/a\u000ab\u007f")") << "no second line can be forged";
  EXPECT_EQ(path_of("/芯"), "\"/芯\"");
  EXPECT_EQ(path_of("/\xff"), "\"/?\"") << "not UTF-8";
  EXPECT_EQ(path_of(std::string(300, 'a')).size(), 258U) << "cut at 256 bytes, with its quotes";
  EXPECT_EQ(path_of(std::string(255, 'a') + "芯").size(), 257U) << "never inside a character";
}

TEST(RequestId, IsARandomUuid) {
  const std::regex form(
      "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(make_request_id());
  EXPECT_EQ(ids.size(), 1000U);
  for (const std::string& id : ids) EXPECT_TRUE(std::regex_match(id, form)) << id;
}

}  // namespace
}  // namespace techpolicy
