// Answers to searches that count back from today: what was right yesterday is not held today.
#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searchd/api/api_routes.h"
#include "searchd/api/json_values.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr const char* kRecords =
    R"({"id":"a","date":"2025-06-29","text":"Huawei and Nvidia make chips."})"
    "\n";

std::string header_of(const HttpResponse& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

class DatedAnswers : public ::testing::Test {
 protected:
  DatedAnswers() : searcher_(built(), 1, 200, [this] { return day_; }) {}

  IndexStore built() {
    index_.build({index_.write("records.jsonl", kRecords)});
    return index_.store();
  }
  [[nodiscard]] HttpResponse get(const std::string& name, const std::string& q,
                                 const std::pair<std::string, std::string>& header = {}) const {
    HttpRequest request;
    request.path = "/" + name;
    request.parameters = {{"q", q}};
    request.headers = {{"Host", "localhost"}, header};
    request.captures = {name == "companions" ? "company" : "a", "nvidia"};
    for (const Route& route : api_routes(searcher_)) {
      if (route.name == name) return route.handler(request);
    }
    ADD_FAILURE() << "no route " << name;
    return {};
  }

  BuiltIndex index_;
  DayNumber day_ = parse_partial_date("2025-06-30")->first_day();
  Searcher searcher_;
};

TEST_F(DatedAnswers, AreHeldForADay) {
  for (const char* name : {"search", "timeline", "significant", "sentences", "companions",
                           "article", "atom", "feed_json"}) {
    for (const auto& [q, changes] :
         {std::pair{"Nvidia date:P1D", true}, std::pair{"Nvidia chips", false}}) {
      const std::string tag = header_of(get(name, q), "ETag");
      const std::pair<std::string, std::string> known = {"If-None-Match", tag};
      EXPECT_EQ(get(name, q, known).status, 304) << name << " of " << q << " on the same day";
      ++day_;
      EXPECT_EQ(get(name, q, known).status, changes ? 200 : 304) << name << " of " << q;
    }
  }
}

TEST_F(DatedAnswers, AFeedIsAskedAgainThoughTheIndexHasNotChanged) {
  for (const auto& [q, changes] : {std::pair{"date:P1D", true}, std::pair{"chips", false}}) {
    const std::string changed = header_of(get("atom", q), "Last-Modified");
    EXPECT_EQ(get("atom", q, {"If-Modified-Since", changed}).status, changes ? 200 : 304) << q;
  }
}

TEST_F(DatedAnswers, EveryAnswerCountsFromTheSameDay) {
  for (int passed = 0; passed < 3; ++passed, ++day_) {
    const int expected = passed == 0 ? 1 : 0;
    const auto number = [&](const char* name, const char* member) {
      return Json::parse(get(name, "Nvidia date:P1D").body)[member].get<int>();
    };
    EXPECT_EQ(number("search", "total"), expected) << passed;
    EXPECT_EQ(number("timeline", "total"), expected) << passed;
    EXPECT_EQ(number("significant", "total"), expected) << passed;
    EXPECT_EQ(number("sentences", "articles"), expected) << passed;
    EXPECT_EQ(number("companions", "articles"), expected) << passed;
  }
}

}  // namespace
}  // namespace techpolicy
