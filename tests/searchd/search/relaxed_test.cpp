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

  /// What no article holds weighs nothing: it tells none from another.
  [[nodiscard]] double weight(const std::set<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) {
      const bool is_held = std::any_of(articles.begin(), articles.end(), [&](const auto& article) {
        return article.second.contains(word);
      });
      if (is_held) sum += weight(word);
    }
    return sum;
  }

  /// Some of the words, a tenth of their weight at least, but not all.
  [[nodiscard]] std::set<std::string> relaxed(const std::set<std::string>& query) const {
    std::set<std::string> ids;
    const double whole = weight(query);
    for (const auto& [id, words] : articles) {
      const std::set<std::string> lacks = missing(id, query);
      if (lacks.empty() || lacks.size() == query.size()) continue;
      if (whole - weight(lacks) >= whole / 10 - 1e-6) ids.insert(id);
    }
    return ids;
  }
};

/// The first words far more often than the last, so that weights differ.
std::set<std::string> some_words(std::mt19937& random, std::size_t count) {
  std::set<std::string> words;
  while (words.size() < count) {
    const auto draw = [&] { return random() % kWords.size(); };
    words.insert(kWords[std::min({draw(), draw(), draw()})]);
  }
  return words;
}

std::set<std::string> any_words(std::mt19937& random, std::size_t count) {
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
  std::size_t left_out = 0;
  for (int round = 0; round < 200; ++round) {
    const std::set<std::string> query = any_words(random, 2 + random() % 4);
    SearchRequest request;
    request.q = joined(query);
    request.per_page = 60;
    request.collapse = Collapse::none;
    request.facets = {Facet::lang};
    const SearchResult result = searcher.search(request);
    std::set<std::string> whole;
    std::size_t some = 0;
    for (const auto& [id, words] : scanned.articles) {
      const std::size_t lacks = scanned.missing(id, query).size();
      if (lacks == 0) whole.insert(id);
      if (lacks > 0 && lacks < query.size()) ++some;
    }
    ASSERT_EQ(result.total, whole.size()) << request.q;
    std::uint64_t counted = 0;
    for (const FacetCount& value : result.facets.front().values) counted += value.count;
    EXPECT_EQ(counted, whole.size()) << "facets count what holds all words: " << request.q;
    const std::set<std::string> expected = scanned.relaxed(query);
    left_out += some - expected.size();
    ASSERT_EQ(result.relaxed.has_value(), !expected.empty()) << request.q;
    if (!result.relaxed) continue;
    ++blocks;
    EXPECT_EQ(result.relaxed->total, result.relaxed->hits.size()) << "a page holds all 60";
    std::size_t fewest = query.size();
    double last = 1e9;
    std::set<std::string> found;
    for (const Hit& hit : result.relaxed->hits) {
      found.insert(hit.id);
      const std::set<std::string> missing(hit.missing.begin(), hit.missing.end());
      EXPECT_EQ(missing, scanned.missing(hit.id, query)) << hit.id << " of " << request.q;
      fewest = std::min(fewest, query.size() - missing.size());
      EXPECT_LE(hit.score, last);
      last = hit.score;
    }
    EXPECT_EQ(found, expected) << request.q;
    EXPECT_EQ(result.relaxed->words_required, fewest);
  }
  EXPECT_GT(blocks, 100U);
  EXPECT_GT(left_out, 100U) << "the least weight decides";
}

TEST(Relaxed, HitsAreScoredAsThoseOfAnyWord) {
  constexpr unsigned kSeed = 11;
  std::cout << "seed " << kSeed << "\n";
  std::mt19937 random(kSeed);
  BuiltIndex index;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    const std::string text = joined(some_words(random, 1 + random() % 4));
    lines += nlohmann::json({{"id", "a" + std::to_string(i)}, {"text", text}}).dump() + "\n";
  }
  index.build({index.write("a.jsonl", lines)});
  const Searcher searcher(index.store(), 1);
  std::size_t compared = 0;
  for (int round = 0; round < 50; ++round) {
    SearchRequest request;
    request.q = joined(any_words(random, 4));
    request.per_page = 60;
    request.collapse = Collapse::none;
    const SearchResult all = searcher.search(request);
    request.options.default_operator = DefaultOperator::any;
    std::map<std::string, double> scores;
    for (const Hit& hit : searcher.search(request).hits) scores[hit.id] = hit.score;
    if (!all.relaxed || all.relaxed->total + all.total != scores.size()) continue;
    for (const Hit& hit : all.relaxed->hits) {
      EXPECT_NEAR(hit.score, scores.at(hit.id), 1e-4) << hit.id << " of " << request.q;
      ++compared;
    }
  }
  EXPECT_GT(compared, 100U);
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
    request.collapse = Collapse::none;
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
