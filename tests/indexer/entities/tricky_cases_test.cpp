// Short texts with the entities that must and must not be found in them: tests/cases/tricky*.jsonl.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

class TrickyCases : public ::testing::TestWithParam<const char*> {};

TEST_P(TrickyCases, AreAllRight) {
  std::ifstream stream(std::string(TECHPOLICY_SOURCE_DIR "/tests/cases/") + GetParam());
  ASSERT_TRUE(stream);
  for (std::string line; std::getline(stream, line);) {
    const auto row = nlohmann::json::parse(line);
    std::set<std::string> found;
    for (const Mention& mention :
         testing::mentions_in("", clean_utf8(row.at("text").get<std::string>())).body) {
      found.insert(testing::shipped_lexicon().gazetteer().entities()[mention.entity].key.id);
    }
    for (const auto& id : row.at("expect")) {
      EXPECT_TRUE(found.contains(id.get<std::string>())) << "no " << id << ": " << line;
    }
    for (const auto& id : row.at("forbid")) {
      EXPECT_FALSE(found.contains(id.get<std::string>())) << id << ": " << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Files, TrickyCases,
                         ::testing::Values("tricky.jsonl", "tricky_more.jsonl"));

}  // namespace
}  // namespace techpolicy
