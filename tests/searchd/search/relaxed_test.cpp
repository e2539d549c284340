// The block of articles that hold most words equals a scan of the words. The seed is printed.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "searchd/search/ranking_parameters.h"
#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

const std::vector<std::string> kWords = {"tariff", "quota",   "ballot", "harbor",
                                         "meadow", "lantern", "copper", "violin"};

struct Scanned {
  std::map<std::string, std::set<std::string>> articles;  ///< Words by id.

  [[nodiscard]] std::set<std::string> missing(const std::string& id,
                                              const std::set<std::string>& query) const {
    std::set<std::string> missing;
    for (const std::string& word : query) {
      if (!articles.at(id).contains(word)) missing.insert(word);
    }
    return missing;
  }

  /// What a word weighs, by the formula of docs/ranking.md.
  [[nodiscard]] double weight(const std::string& word) const {
    const auto all = static_cast<double>(articles.size());
    const auto holding = static_cast<double>(
        std::count_if(articles.begin(), articles.end(),
                      [&](const auto& article) { return article.second.contains(word); }));
    return std::pow(std::log(1 + (all - holding + 0.5) / (holding + 0.5)),
                    double{kRanking.rarity_power});
  }

  [[nodiscard]] double weight(const std::set<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) sum += weight(word);
    return sum;
  }
};

std::set<std::string> some_words(std::mt19937& random, std::size_t count) {
  std::set<std::string> words;
  while (words.size() < count) words.insert(kWords[random() % kWords.size()]);
  return words;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

TEST(Relaxed, EqualsAScan) {
  constexpr unsigned kSeed = 7;
  std::cout << "seed " << kSeed << "\n";
  std::mt19937 random(kSeed);
  BuiltIndex index;
  Scanned scanned;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "a" + std::to_string(i);
    scanned.articles[id] = some_words(random, 1 + random() % 4);
    lines += nlohmann::json({{"id", id}, {"text", joined(scanned.articles[id])}}).dump() + "\n";
  }
  index.build({index.write("a.jsonl", lines)});
  const Searcher searcher(index.store(), 1);
  std::size_t blocks = 0;
  for (int round = 0; round < 200; ++round) {
    const std::set<std::string> query = some_words(random, 2 + random() % 4);
    SearchRequest request;
    request.q = joined(query);
    request.per_page = 60;
    request.facets = {Facet::lang};
    const SearchResult result = searcher.search(request);
    std::set<std::string> whole;
    for (const auto& [id, words] : scanned.articles) {
      if (scanned.missing(id, query).empty()) whole.insert(id);
    }
    ASSERT_EQ(result.total, whole.size()) << request.q;
    std::uint64_t counted = 0;
    for (const FacetCount& value : result.facets.front().values) counted += value.count;
    EXPECT_EQ(counted, whole.size()) << "facets count what holds all words: " << request.q;
    if (!result.relaxed) continue;
    ++blocks;
    EXPECT_EQ(result.relaxed->total, result.relaxed->hits.size()) << "a page holds all 60";
    std::size_t fewest = query.size();
    double last = 1e9;
    for (const Hit& hit : result.relaxed->hits) {
      EXPECT_FALSE(whole.contains(hit.id)) << hit.id << " holds all of " << request.q;
      const std::set<std::string> missing(hit.missing.begin(), hit.missing.end());
      EXPECT_EQ(missing, scanned.missing(hit.id, query)) << hit.id << " of " << request.q;
      EXPECT_LT(missing.size(), query.size());
      fewest = std::min(fewest, query.size() - missing.size());
      EXPECT_LE(hit.score, last);
      last = hit.score;
    }
    EXPECT_EQ(result.relaxed->words_required, fewest);
    std::set<std::string> found;
    for (const Hit& hit : result.relaxed->hits) found.insert(hit.id);
    std::set<std::string> expected;
    const double whole_weight = scanned.weight(query);
    for (const auto& [id, words] : scanned.articles) {
      const double held = whole_weight - scanned.weight(scanned.missing(id, query));
      if (held >= whole_weight / 4 - 1e-6 && !whole.contains(id)) expected.insert(id);
    }
    EXPECT_EQ(found, expected) << "60 articles never fill the page: " << request.q;
  }
  EXPECT_GT(blocks, 100U);
}

TEST(Relaxed, OnlyWhereItHelps) {
  BuiltIndex index;
  const std::string lines = R"({"id":"one","text":"tariff quota","date":"2024-01-01"})"
                            "\n"
                            R"({"id":"two","text":"tariff meadow","date":"2020-01-01"})"
                            "\n"
                            R"({"id":"three","text":"quota lantern"})"
                            "\n";
  index.build({index.write("a.jsonl", lines)});
  const Searcher searcher(index.store(), 1);
  struct Row {
    const char* reason;
    const char* q;
    unsigned per_page;
    unsigned page;
    std::vector<std::string> ids;
  };
  const std::vector<Row> rows = {
      {"both others hold one", "tariff quota", 10, 1, {"three", "two"}},
      {"a full page needs none", "tariff quota", 1, 1, {}},
      {"on the first page only", "tariff quota", 10, 2, {}},
      {"one word is all or nothing", "violin", 10, 1, {}},
      {"any word is enough already", "tariff OR violin", 10, 1, {}},
      {"what is excluded stays so", "tariff quota -lantern", 10, 1, {"two"}},
      {"a date stays required", "tariff quota date:2020", 10, 1, {"two"}},
      {"a phrase is one word", "\"tariff meadow\" quota", 10, 1, {"one", "three", "two"}},
  };
  for (const Row& row : rows) {
    SearchRequest request;
    request.q = row.q;
    request.per_page = row.per_page;
    request.page = row.page;
    const SearchResult result = searcher.search(request);
    std::vector<std::string> ids;
    if (result.relaxed) {
      for (const Hit& hit : result.relaxed->hits) ids.push_back(hit.id);
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, row.ids) << row.q << ": " << row.reason;
  }
}

}  // namespace
}  // namespace techpolicy
