// Names of authorities, bodies and companies outside technology, and ordinary words that look like
// them, in the shipped gazetteer: tests/cases/general_names.jsonl.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

std::set<std::string> ids_in(const std::string& text) {
  std::set<std::string> found;
  for (const Mention& mention : testing::mentions_in("", text).body) {
    found.insert(testing::shipped_lexicon().gazetteer().entities()[mention.entity].key.id);
  }
  return found;
}

TEST(GeneralNames, AreFoundAndWordsAreNot) {
  std::ifstream stream(TECHPOLICY_SOURCE_DIR "/tests/cases/general_names.jsonl");
  ASSERT_TRUE(stream);
  int rows = 0;
  for (std::string line; std::getline(stream, line); ++rows) {
    const auto row = nlohmann::json::parse(line);
    SCOPED_TRACE(row.at("text").get<std::string>() + " (" + row.at("reason").get<std::string>() +
                 ")");
    const std::set<std::string> found = ids_in(row.at("text").get<std::string>());
    for (const auto& id : row.at("expect")) EXPECT_TRUE(found.contains(id)) << id << " is missing";
    for (const auto& id : row.at("forbid")) EXPECT_FALSE(found.contains(id)) << id << " is there";
  }
  EXPECT_GT(rows, 0);
}

}  // namespace
}  // namespace techpolicy
