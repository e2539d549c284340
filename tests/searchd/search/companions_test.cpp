// Companions equal a scan: articles and sentences together, dates, measures, pairs; and the
// sentences that are listed are those that were counted.
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

#include "tests/searchd/search/scanned_index.h"

namespace techpolicy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kArticles = 250;
constexpr std::size_t kQueries = 40;
const EntityKey kNvidia{Facet::company, "nvidia"};

using Articles = std::vector<std::vector<std::set<EntityKey>>>;

bool names(const std::vector<std::set<EntityKey>>& sentences, const EntityKey& key) {
  return std::ranges::any_of(sentences, [&](const auto& named) { return named.contains(key); });
}

/// Articles, or sentences, that name all of some entities.
std::uint64_t articles_with(const Articles& articles, const std::vector<EntityKey>& keys) {
  return static_cast<std::uint64_t>(std::ranges::count_if(articles, [&](const auto& sentences) {
    return std::ranges::all_of(keys, [&](const EntityKey& key) { return names(sentences, key); });
  }));
}
std::uint64_t sentences_with(const Articles& articles, const EntityKey& a, const EntityKey& b) {
  std::uint64_t count = 0;
  for (const auto& sentences : articles) {
    for (const auto& named : sentences) count += named.contains(a) && named.contains(b) ? 1U : 0U;
  }
  return count;
}

std::uint64_t listed_sentences(const Searcher& searcher, SentencesRequest request) {
  std::uint64_t count = 0;
  do {
    const SentencesResult result = searcher.sentences(request);
    count += result.sentences.size();
    request.search.cursor = result.next_cursor;
  } while (!request.search.cursor.empty());
  return count;
}

TEST(Companions, RandomSearchesEqualBruteForce) {
  const unsigned seed = first_seed() + 300;
  std::cout << "seed " << seed << "\n";
  ScannedCorpus::Random random(seed);
  ScannedIndex generated(random, kArticles);
  std::uint64_t companions = 0;
  std::uint64_t sentences = 0;
  for (std::size_t i = 0; i < kQueries; ++i) {
    WishedSearch search = ScannedCorpus::random_search(random);
    if (i == 0) {
      search = {};
      search.wish.kind = Wish::Kind::all;  // every article
    }
    search.rolls_up = false;
    CompanionsRequest asked;
    asked.entity = kNvidia;
    asked.measure = CompanionMeasure::count;
    asked.limit = kMaxCompanions;
    asked.search = request_of(search);
    const auto result = generated.searcher->companions(asked);
    ASSERT_TRUE(result);
    const Articles articles = generated.scanned.named_together(search);
    ASSERT_EQ(result->searched, articles.size()) << asked.search.q;
    ASSERT_EQ(result->articles, articles_with(articles, {kNvidia})) << asked.search.q;
    ASSERT_EQ(result->read, result->articles) << "few enough to read all";
    std::set<EntityKey> expected;
    for (const auto& article : articles) {
      if (!names(article, kNvidia)) continue;
      for (const auto& named : article) expected.insert(named.begin(), named.end());
    }
    expected.erase(kNvidia);
    ASSERT_EQ(result->companions.size(), expected.size()) << asked.search.q;
    for (const Companion& one : result->companions) {
      ASSERT_TRUE(expected.contains(one.key)) << one.key.id;
      ASSERT_EQ(one.together, articles_with(articles, {kNvidia, one.key})) << one.key.id;
      ASSERT_EQ(one.articles, articles_with(articles, {one.key})) << one.key.id;
      ASSERT_EQ(one.sentences, sentences_with(articles, kNvidia, one.key))
          << one.key.id << " of " << asked.search.q;
      SentencesRequest listed;
      listed.search.filters = asked.search.filters;
      if (i == 0) {
        listed.entities = {kNvidia, one.key};
        listed.search.per_page = 7;
        ASSERT_EQ(listed_sentences(*generated.searcher, listed), one.sentences) << one.key.id;
      }
      ++companions;
      sentences += one.sentences;
    }
    for (const CompanionPair& pair : result->pairs) {
      ASSERT_EQ(pair.together, articles_with(articles, {kNvidia, result->companions[pair.a].key,
                                                        result->companions[pair.b].key}));
    }
  }
  std::cout << companions << " companions, " << sentences << " sentences together\n";
  EXPECT_GT(companions, kQueries);
  EXPECT_GT(sentences, kQueries);
}

class SmallCompanions : public ::testing::Test {
 protected:
  SmallCompanions() {
    static_cast<void>(index_.write_gazetteer(
        "company.jsonl", R"({"id":"nvidia","type":"company","label":"Nvidia"})"
                         "\n"
                         R"({"id":"mellanox","type":"company","label":"Mellanox"})"
                         "\n"
                         R"({"id":"zorbl","type":"company","label":"Zorbl"})"
                         "\n"
                         R"({"id":"unseen","type":"company","label":"Unseen Works"})"
                         "\n"));
    index_.build({index_.write(
        "a.jsonl",
        R"({"id":"a","date":"2024-03","text":"Nvidia meets Mellanox. Nvidia sells. Mellanox buys from Nvidia and Mellanox."})"
        "\n"
        R"({"id":"b","date":"2023-05-01","title":"Nvidia and Mellanox","text":"Zorbl is here."})"
        "\n"
        R"({"id":"c","text":"Mellanox alone."})"
        "\n"
        R"({"id":"d","text":"Nobody at all."})"
        "\n")});
    searcher_ = std::make_unique<Searcher>(index_.store(), 1);
  }
  [[nodiscard]] std::vector<std::string> ids(const CompanionsRequest& request) const {
    std::vector<std::string> ids;
    const auto result = searcher_->companions(request);
    for (const Companion& one : result->companions) ids.push_back(one.key.id);
    return ids;
  }

  BuiltIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(SmallCompanions, SayHowOftenAndWhen) {
  CompanionsRequest request;
  request.entity = kNvidia;
  request.with = Facet::company;
  const CompanionsResult result = *searcher_->companions(request);
  EXPECT_EQ(result.entity.name, "Nvidia");
  ASSERT_EQ(result.companions.size(), 1U) << "Zorbl is named once together: an accident";
  const Companion& mellanox = result.companions.front();
  EXPECT_EQ(mellanox.name, "Mellanox");
  EXPECT_EQ(mellanox.together, 2U);
  EXPECT_EQ(mellanox.articles, 3U);
  EXPECT_EQ(mellanox.sentences, 3U) << "two of the text, and a title; each counts once";
  EXPECT_DOUBLE_EQ(mellanox.lift, 2.0 * 4 / (2 * 3));
  EXPECT_DOUBLE_EQ(mellanox.npmi, std::log(4.0 / 3) / -std::log(2.0 / 4));
  EXPECT_EQ(mellanox.first_date->iso(), "2023-05-01");
  EXPECT_EQ(mellanox.last_date->iso(), "2024-03");
}

TEST_F(SmallCompanions, MeasuresAndEntities) {
  CompanionsRequest request;
  request.entity = kNvidia;
  request.measure = CompanionMeasure::count;
  EXPECT_THAT(ids(request), ElementsAre("mellanox", "zorbl")) << "by count one article is enough";
  request.with = Facet::law;
  EXPECT_THAT(ids(request), IsEmpty());
  request.with.reset();
  request.entity.id = "unseen";
  EXPECT_THAT(ids(request), IsEmpty()) << "known, and in no article";
  request.entity.id = "nosuch";
  EXPECT_FALSE(searcher_->companions(request));
}

TEST_F(SmallCompanions, SentencesShowTheKeywordInItsContext) {
  SentencesRequest request;
  request.search.q = "sells OR alone";
  request.search.sort = Sort::oldest;
  SentencesResult result = searcher_->sentences(request);
  ASSERT_EQ(result.sentences.size(), 2U);
  const SentenceHit& first = result.sentences.front();
  EXPECT_EQ(first.article.id, "a") << "the undated article comes last";
  std::string marked;
  for (const TextRun& run : first.text) marked += run.match ? "[" + run.text + "]" : run.text;
  EXPECT_EQ(marked, "Nvidia [sells].");
  EXPECT_EQ(first.article.published->iso(), "2024-03");
  EXPECT_EQ(result.next_cursor, "");

  request.search.q = "sells";
  request.entities = {{Facet::company, "mellanox"}};
  EXPECT_THAT(searcher_->sentences(request).sentences, IsEmpty())
      << "word and name stand in different sentences";
  request.search.q = "";
  request.search.per_page = 1;
  std::vector<std::string> articles;
  do {
    result = searcher_->sentences(request);
    for (const SentenceHit& one : result.sentences)
      articles.push_back(one.article.id + (one.in_title ? " title" : ""));
    request.search.cursor = result.next_cursor;
  } while (!result.next_cursor.empty());
  EXPECT_THAT(articles, ElementsAre("b title", "a", "a", "c"));
  EXPECT_EQ(result.articles, 3U);
}

TEST_F(SmallCompanions, SentencesWantSomethingToMark) {
  SentencesRequest request;
  EXPECT_THROW(static_cast<void>(searcher_->sentences(request)), BadRequest) << "nothing asked for";
  request.search.q = "company:nvidia";
  EXPECT_THROW(static_cast<void>(searcher_->sentences(request)), BadRequest)
      << "a filter has no place in a text";
  request.search.q = "-Nvidia";
  EXPECT_THROW(static_cast<void>(searcher_->sentences(request)), BadRequest)
      << "nor has what must not be there";
  request.search.q = "";
  request.entities = {{Facet::company, "nvidai"}};
  EXPECT_THROW(static_cast<void>(searcher_->sentences(request)), BadRequest) << "no such company";
  request.entities = {kNvidia};
  request.search.cursor = "nonsense";
  EXPECT_THROW(static_cast<void>(searcher_->sentences(request)), BadRequest);
}

}  // namespace
}  // namespace techpolicy
