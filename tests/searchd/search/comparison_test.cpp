// Two searches side by side: the parts add up, the chart counts each, faults name their query.
#include "searchd/search/comparison.h"

#include <gtest/gtest.h>
#include <numeric>

#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr const char* kRecords = R"({"id":"a","date":"2025-01-10","text":"Chips and licences."})"
                                 "\n"
                                 R"({"id":"b","date":"2025-03-05","text":"Only chips here."})"
                                 "\n"
                                 R"({"id":"c","date":"2025-03-06","text":"Only licences here."})"
                                 "\n"
                                 R"({"id":"d","date":"2025-06-01","text":"Only chips again."})"
                                 "\n"
                                 R"({"id":"e","text":"Chips without a date."})"
                                 "\n"
                                 R"({"id":"f","date":"2025-02-01","text":"Neither."})"
                                 "\n";

class ComparisonTest : public ::testing::Test {
 protected:
  ComparisonTest() : searcher_(built(), 1) {}

  IndexStore built() {
    index_.build({index_.write("records.jsonl", kRecords)});
    return index_.store();
  }
  static std::string ids(const ComparedPart& part) {
    std::string text;
    for (const Hit& hit : part.newest) text += hit.id;
    return text;
  }

  BuiltIndex index_;
  Searcher searcher_;
};

TEST_F(ComparisonTest, PartsAddUpToEachSide) {
  const Comparison compared = compare(searcher_, {"chips", "licences", {}});
  EXPECT_EQ(ids(compared.only_a), "dbe");
  EXPECT_EQ(ids(compared.both), "a");
  EXPECT_EQ(ids(compared.only_b), "c");
  EXPECT_EQ(compared.sides[0].total, compared.only_a.total + compared.both.total);
  EXPECT_EQ(compared.sides[1].total, compared.only_b.total + compared.both.total);
}

TEST_F(ComparisonTest, AlternativesStayTogether) {
  const Comparison compared = compare(searcher_, {"licences OR neither", "chips", {}});
  EXPECT_EQ(ids(compared.only_a), "cf") << "NOT chips holds for both alternatives";
  EXPECT_EQ(compared.sides[0].total, 3U);
}

TEST_F(ComparisonTest, CountsBothOnTheSameBars) {
  const Comparison compared = compare(searcher_, {"chips", "licences", {}});
  EXPECT_EQ(compared.span.total, 5U);
  for (const ComparedSide& side : compared.sides) {
    ASSERT_EQ(side.counts.size(), compared.span.bars.size());
  }
  const auto sum = [](const std::vector<std::uint64_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  };
  EXPECT_EQ(sum(compared.sides[0].counts), 3U) << "one has no date";
  EXPECT_EQ(sum(compared.sides[1].counts), 2U);
}

TEST_F(ComparisonTest, FiltersHoldForBoth) {
  CompareRequest asked{"chips", "licences", {}};
  asked.within.to = parse_partial_date("2025-02");
  const Comparison compared = compare(searcher_, asked);
  EXPECT_EQ(compared.sides[0].total, 1U);
  EXPECT_EQ(compared.sides[1].total, 1U);
  EXPECT_EQ(compared.both.total, 1U);
}

TEST_F(ComparisonTest, FaultsNameTheirQuery) {
  for (const auto& [a, b, name] :
       {std::tuple{"(chips", "licences", "a"}, std::tuple{"chips", "NEAR/3 x", "b"}}) {
    try {
      static_cast<void>(compare(searcher_, {a, b, {}}));
      ADD_FAILURE() << a << " | " << b;
    } catch (const BadRequest& error) {
      EXPECT_EQ(error.faults().front().parameter, name);
    }
  }
}

}  // namespace
}  // namespace techpolicy
