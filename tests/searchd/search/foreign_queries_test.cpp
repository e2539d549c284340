// What people know from other systems works here or is answered with what to write instead:
// tests/cases/foreign_queries.jsonl, one example a line, which docs/query-language.md lists too.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"

namespace techpolicy {
namespace {

const std::string kSource = TECHPOLICY_SOURCE_DIR;

std::string file_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// As a cell of a table in Markdown.
std::string in_table(std::string text) {
  for (std::size_t i = text.find('|'); i != std::string::npos; i = text.find('|', i + 2)) {
    text.insert(i, 1, '\\');
  }
  return text;
}

TEST(ForeignQueries, WorkOrSayWhatToWrite) {
  std::istringstream lines(file_text(kSource + "/tests/cases/foreign_queries.jsonl"));
  const std::string docs = file_text(kSource + "/docs/query-language.md");
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto row = nlohmann::json::parse(line);
    const std::string typed = row.at("typed");
    const std::string here = row.at("here");
    SCOPED_TRACE(typed);
    EXPECT_NE(docs.find("`" + in_table(typed) + "`"), std::string::npos) << "is not documented";
    try {
      const std::string canonical = print_query(parse_query(typed, {}));
      EXPECT_TRUE(row.value("works", false)) << "is read as " << canonical;
      EXPECT_EQ(canonical, here);
    } catch (const BadRequest& bad) {
      EXPECT_FALSE(row.value("works", false)) << bad.what();
      EXPECT_EQ(bad.faults().front().suggestion, here);
      EXPECT_NO_THROW(static_cast<void>(parse_query(here, {})));
    }
  }
  EXPECT_GT(count, 50U);
}

}  // namespace
}  // namespace techpolicy
