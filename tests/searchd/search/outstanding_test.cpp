// What stands out equals a scan: the same values, both shares and the measure.
#include "searchd/search/outstanding.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

#include "tests/searchd/search/scanned_index.h"

namespace techpolicy {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr std::size_t kArticles = 250;
constexpr std::size_t kQueries = 150;

TEST(LogLikelihood, IsDunningsOfTheTable) {
  // 2 (10 ln(10/5.5) + 90 ln(90/94.5) + 1 ln(1/5.5) + 99 ln(99/94.5)), by hand.
  EXPECT_NEAR(log_likelihood({10, 100}, {1, 100}), 8.97598, 0.0001);
  EXPECT_EQ(log_likelihood({1, 100}, {10, 100}), 0) << "less here than elsewhere";
  EXPECT_EQ(log_likelihood({5, 10}, {50, 100}), 0) << "equal shares";
  EXPECT_EQ(log_likelihood({0, 0}, {5, 10}), 0) << "no articles here";
  EXPECT_NEAR(log_likelihood({10, 10}, {0, 10}), 2 * 20 * std::log(2), 1e-9) << "empty cells";
  EXPECT_EQ(log_likelihood({5, 10}, {0, 0}), 0) << "nothing is elsewhere";
}

using Shares = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>;

/// Counts that stand out of here / everywhere, by value.
Shares standing_out(const std::map<std::string, std::uint64_t>& here, std::uint64_t total,
                    const std::map<std::string, std::uint64_t>& everywhere, std::uint64_t all) {
  Shares shares;
  for (const auto& [value, count] : here) {
    const std::uint64_t elsewhere = everywhere.at(value) - count;
    if (count < 3 || count * (all - total) <= elsewhere * total) continue;
    const double a = static_cast<double>(count);
    const double b = static_cast<double>(elsewhere);
    const double c = static_cast<double>(total - count);
    const double d = static_cast<double>(all - total - elsewhere);
    const auto part = [&](double observed, double row, double column) {
      return observed == 0 ? 0 : observed * std::log(observed * (a + b + c + d) / row / column);
    };
    const double measure = 2 * (part(a, a + b, a + c) + part(b, a + b, b + d) +
                                part(c, c + d, a + c) + part(d, c + d, b + d));
    if (measure >= 10.83) shares[value] = {count, elsewhere};
  }
  return shares;
}

Shares shares_of(const OutstandingGroup& group) {
  Shares shares;
  for (const OutstandingValue& value : group.values) {
    shares[value.value] = {value.here.having, value.elsewhere.having};
  }
  return shares;
}

std::map<std::string, std::uint64_t> count(const std::vector<std::set<std::string>>& words) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& of_article : words) {
    for (const std::string& word : of_article) ++counts[word];
  }
  return counts;
}

TEST(Outstanding, RandomSearchesEqualBruteForce) {
  const unsigned seed = first_seed() + 200;
  std::cout << "seed " << seed << "\n";
  ScannedCorpus::Random random(seed);
  ScannedIndex generated(random, kArticles);
  ScannedCorpus& scanned = generated.scanned;
  WishedSearch everything;
  everything.wish.kind = Wish::Kind::all;
  const auto all_words = count(scanned.words(everything));
  std::size_t values = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < kQueries; ++i) {
    WishedSearch search = ScannedCorpus::random_search(random);
    everything.rolls_up = search.rolls_up;
    search.filters[Facet::company] = {};
    OutstandingRequest asked;
    asked.search = request_of(search);
    asked.facets = {Facet::source, Facet::lang, Facet::year, Facet::law};
    asked.words = true;
    asked.limit = 50;
    const OutstandingResult result = generated.searcher->outstanding(asked);
    const std::uint64_t total = scanned.ids(search).size();
    ASSERT_EQ(result.total, total) << asked.search.q;
    ASSERT_EQ(result.others, kArticles - total);
    for (const OutstandingGroup& group : result.groups) {
      if (!group.facet) continue;
      if (search.filters.contains(*group.facet) && !search.filters[*group.facet].any.empty())
        continue;  // the scan counts beside what is chosen
      auto expected = standing_out(scanned.facet(search, *group.facet).articles, total,
                                   scanned.facet(everything, *group.facet).articles, kArticles);
      ASSERT_EQ(shares_of(group), expected)
          << facet_row(*group.facet).name << " of " << asked.search.q;
      values += expected.size();
    }
    const auto expected = standing_out(count(scanned.words(search)), total, all_words, kArticles);
    ASSERT_EQ(result.texts_looked_at, std::min<std::uint64_t>(total, kTextsLookedAt));
    for (const auto& [word, share] : shares_of(result.groups.back())) {
      ASSERT_TRUE(expected.contains(word)) << word << " of " << asked.search.q;
      ASSERT_EQ(share, expected.at(word)) << word << " of " << asked.search.q;
      ++words;
    }
  }
  std::cout << values << " values and " << words << " words stood out\n";
  EXPECT_GT(values, kQueries / 10) << "too few to mean much";
  EXPECT_GT(words, kQueries / 10) << "too few to mean much";
}

class OutstandingTest : public ::testing::Test {
 protected:
  OutstandingTest() {
    std::string lines;
    for (int i = 0; i < 40; ++i) {
      const bool chips = i % 4 == 0;
      lines += R"({"id":"a)" + std::to_string(i) + R"(","source":")" + (chips ? "Desk" : "Wire") +
               R"(","text":")" +
               (chips ? "Nvidia licences 2024 for chips and a chip to 出口 x."
                      : "The court hears a case about data.") +
               "\"}\n";
    }
    index_.build({index_.write("a.jsonl", lines)});
    searcher_ = std::make_unique<Searcher>(index_.store(), 1);
  }
  [[nodiscard]] static std::vector<std::string> values(const OutstandingGroup& group) {
    std::vector<std::string> values;
    for (const OutstandingValue& value : group.values) values.push_back(value.value);
    return values;
  }

  BuiltIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(OutstandingTest, WhatIsAskedForIsLeftOut) {
  OutstandingRequest request;
  request.search.q = "chips";
  request.words = true;
  std::vector<std::string> words = values(searcher_->outstanding(request).groups.back());
  EXPECT_THAT(words, Contains("licences"));
  EXPECT_THAT(words, Contains("nvidia"));
  EXPECT_THAT(words, Not(Contains("chips")));
  EXPECT_THAT(words, Not(Contains("chip"))) << "another form of a word asked for";
  EXPECT_THAT(words, Not(Contains("2024"))) << "numbers are no words";
  EXPECT_THAT(words, Not(Contains("x"))) << "nor are single letters";
  EXPECT_THAT(words, Contains("出")) << "a Chinese character is one";

  request = {};
  request.search.filter(Facet::company).any = {"nvidia"};
  const OutstandingResult chosen = searcher_->outstanding(request);
  ASSERT_FALSE(chosen.groups.empty());
  EXPECT_EQ(chosen.groups.front().facet, Facet::company);
  EXPECT_THAT(chosen.groups.front().values, IsEmpty()) << "the company chosen stands in all";
  EXPECT_FALSE(chosen.groups.back().facet) << "without a choice of kinds words come, last";
  EXPECT_THAT(values(chosen.groups.back()), Not(Contains("nvidia"))) << "its name";
}

TEST_F(OutstandingTest, NothingStandsOutOfEverything) {
  const OutstandingResult result = searcher_->outstanding({});
  EXPECT_EQ(result.others, 0U);
  for (const OutstandingGroup& group : result.groups) EXPECT_THAT(group.values, IsEmpty());
}

TEST_F(OutstandingTest, KindsComeInTheOrderAskedFor) {
  OutstandingRequest request;
  request.search.q = "licences";
  request.facets = {Facet::source, Facet::company};
  const OutstandingResult result = searcher_->outstanding(request);
  ASSERT_EQ(result.groups.size(), 2U);
  EXPECT_THAT(values(result.groups[0]), ElementsAre("desk"));
  EXPECT_EQ(result.groups[0].values[0].label, "Desk");
  EXPECT_THAT(values(result.groups[1]), ElementsAre("nvidia"));
  EXPECT_EQ(result.groups[1].values[0].here.having, 10U);
  EXPECT_EQ(result.groups[1].values[0].here.of, 10U);
  EXPECT_EQ(result.groups[1].values[0].elsewhere.having, 0U);
  EXPECT_EQ(result.groups[1].values[0].elsewhere.of, 30U);
}

}  // namespace
}  // namespace techpolicy
