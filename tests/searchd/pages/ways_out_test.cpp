// What an empty answer is helped by gives what it says.
#include "searchd/pages/ways_out.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using testing::ElementsAre;

class WaysOut : public ::testing::Test {
 protected:
  WaysOut() : searcher_(built(), 1) {}

  IndexStore built() {
    index_.build(
        {index_.write("records.jsonl", R"({"id":"a","text":"Rare chips.","source":"Wire"})"
                                       "\n"
                                       R"({"id":"b","text":"Chips of Nvidia.","source":"Wire"})"
                                       "\n"
                                       R"({"id":"c","text":"Rare ores.","source":"Post"})"
                                       "\n")});
    return index_.store();
  }
  /// Labels, after a look at whether each gives what it says.
  [[nodiscard]] std::vector<std::string> ways(const SearchRequest& asked) const {
    std::vector<std::string> labels;
    for (const WayOut& way : find_ways_out(searcher_, asked, searcher_.search(asked))) {
      labels.push_back(way.label);
      EXPECT_EQ(searcher_.search(way.request).total, way.total) << way.label;
      EXPECT_GT(way.total, 0U) << way.label;
    }
    return labels;
  }

  BuiltIndex index_;
  Searcher searcher_;
};

TEST_F(WaysOut, NoneWhereThereAreHits) {
  SearchRequest asked;
  asked.q = "chips";
  EXPECT_THAT(ways(asked), ElementsAre());
}

TEST_F(WaysOut, WithoutThePartThatLeavesMostFirst) {
  SearchRequest asked;
  asked.q = "\"rare ores\" chips";
  EXPECT_THAT(ways(asked), ElementsAre("Without “\"rare ores\"”", "Without “chips”",
                                       "Articles with any of the words"));
}

TEST_F(WaysOut, WithoutAFilter) {
  SearchRequest asked;
  asked.q = "ores";
  asked.filter(Facet::source).any = {"wire"};
  EXPECT_THAT(ways(asked), ElementsAre("Without the filter “source wire”"));
}

TEST_F(WaysOut, WithOtherNames) {
  SearchRequest asked;
  asked.q = "英伟达";
  asked.aliases = false;
  EXPECT_THAT(ways(asked), ElementsAre("Search other names of companies and people too"));
}

}  // namespace
}  // namespace techpolicy
