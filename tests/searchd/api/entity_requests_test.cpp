// Parameters of /entities and /suggest: what is read, what is refused, one spelling each.
#include "searchd/api/entity_requests.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searchd/api/entity_json.h"
#include "tests/searchd/api/sample_results.h"

namespace techpolicy {
namespace {

TEST(EntityRequests, HaveOneSpelling) {
  struct Row {
    Parameters parameters;
    std::string query;
    const char* reason;
  };
  const std::vector<Row> lists = {
      {{}, "", "all defaults"},
      {{{"q", ""}, {"sort", "-count"}, {"page", "1"}}, "", "the same, said aloud"},
      {{{"per_page", "5"}, {"sort", "name"}, {"q", "a b"}},
       "q=a+b&sort=name&per_page=5",
       "in one order"},
      {{{"type", "law"}, {"type", "org"}, {"type", "law"}}, "type=law&type=org", "each once"},
  };
  for (const Row& row : lists) {
    EXPECT_EQ(entity_list_query(parse_entity_list(row.parameters)), row.query) << row.reason;
  }
  const std::vector<Row> suggestions = {
      {{{"q", "nvi"}, {"limit", "8"}}, "q=nvi", "all kinds"},
      {{{"q", "nvi"}, {"type", "title"}}, "q=nvi&type=title", "titles alone"},
      {{{"q", "nvi"}, {"type", "law"}}, "q=nvi&type=law", "no titles"},
      {{{"q", "nvi"}, {"type", "title"}, {"type", "law"}}, "q=nvi&type=law&type=title", "both"},
      {{{"q", "英"}, {"limit", "3"}}, "q=%E8%8B%B1&limit=3", "any script"},
  };
  for (const Row& row : suggestions) {
    EXPECT_EQ(suggest_query(parse_suggest(row.parameters)), row.query) << row.reason;
  }
}

TEST(EntityRequests, NameWhatIsWrong) {
  struct Row {
    Parameters parameters;
    std::string parameter;
    std::string code;
    const char* reason;
  };
  const auto expect = [](const Row& row, auto parse) {
    try {
      static_cast<void>(parse(row.parameters));
      ADD_FAILURE() << row.reason;
    } catch (const BadRequest& error) {
      EXPECT_EQ(error.faults().front().parameter, row.parameter) << row.reason;
      EXPECT_EQ(error.faults().front().code, row.code) << row.reason;
    }
  };
  const std::string long_text(129, 'x');
  for (const Row& row : std::vector<Row>{
           {{{"company", "x"}}, "company", "unknown_parameter", "not of a list"},
           {{{"type", "lang"}}, "type", "not_allowed", "no entities"},
           {{{"sort", "date"}}, "sort", "not_allowed", "no such order"},
           {{{"page", "0"}}, "page", "out_of_range", "pages count from 1"},
           {{{"per_page", "101"}}, "per_page", "out_of_range", "at most 100"},
           {{{"q", long_text}}, "q", "out_of_range", "too long"},
           {{{"q", "a\x01"}}, "q", "bad_format", "a control character"},
       }) {
    expect(row, parse_entity_list);
  }
  for (const Row& row : std::vector<Row>{
           {{}, "q", "required", "nothing typed"},
           {{{"q", ""}}, "q", "required", "nothing typed"},
           {{{"q", "x"}, {"type", "sentence"}}, "type", "not_allowed", "no such kind yet"},
           {{{"q", "x"}, {"limit", "21"}}, "limit", "out_of_range", "at most 20"},
           {{{"q", "x"}, {"page", "2"}}, "page", "unknown_parameter", "no pages"},
       }) {
    expect(row, parse_suggest);
  }
}

TEST(EntityJson, LinksWhatBelongsTogether) {
  const Json entity = entity_details_json(sample_entity());
  EXPECT_EQ(entity["links"]["html"], "/entities/company/nvidia");
  EXPECT_EQ(entity["links"]["search"], "/search?company=nvidia");
  EXPECT_EQ(entity["identifiers"].dump(), R"({"wikidata":"Q182477","ticker":"NVDA"})");
  EXPECT_EQ(entity["parent"]["id"], "holding");
  EXPECT_FALSE(entity_details_json({}).contains("parent"));
  const Json suggestions = suggest_json({}, sample_suggestions())["suggestions"];
  EXPECT_EQ(suggestions[0]["url"], "/search?company=nvidia");
  EXPECT_EQ(suggestions[1]["url"], "/search?q=nvidia+chips");
  EXPECT_EQ(suggestions[2]["url"], "/article/a~1");
  EXPECT_FALSE(suggestions[1].contains("count"));
  EntityListRequest second;
  second.page = 2;
  second.per_page = 1;
  EntityList list = sample_entities();
  list.total = 3;
  const Json links = entity_list_json(second, list)["links"];
  EXPECT_EQ(links["next"], "/api/v1/entities?page=3&per_page=1");
  EXPECT_EQ(links["prev"], "/api/v1/entities?per_page=1");
}

}  // namespace
}  // namespace techpolicy
