// Closeness against the definition, pair by pair. The seed is printed; TECHPOLICY_SEED sets it.
#include "searchd/search/closeness.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <random>

namespace techpolicy {
namespace {

const std::vector<float> kWeights = {1.0F, 2.0F, 4.0F};

std::vector<float> gathered(std::vector<WordPlace> places, float factor = 1) {
  std::vector<float> gathered(kWeights.size(), 0.0F);
  gather_closeness(std::move(places), kWeights, factor, kRanking, gathered);
  return gathered;
}

WordPlace at(std::size_t word, std::uint32_t position) {
  return {word, word, {position, position}};
}

float near(std::uint32_t distance) { return 1 / static_cast<float>(distance * distance); }

TEST(Closeness, Examples) {
  struct Row {
    const char* reason;
    std::vector<WordPlace> places;
    std::vector<float> expected;
  };
  const float back = kRanking.other_order;
  const std::uint32_t far = kRanking.window + 1;
  const std::vector<Row> rows = {
      {"nothing stands anywhere", {}, {0, 0, 0}},
      {"one word alone", {at(0, 5)}, {0, 0, 0}},
      {"neighbours give each other their weights", {at(0, 5), at(1, 6)}, {2, 1, 0}},
      {"the square of the distance divides", {at(0, 5), at(1, 8)}, {2 * near(3), near(3), 0}},
      {"the other order counts less", {at(1, 5), at(0, 6)}, {2 * back, 1 * back, 0}},
      {"the same word beside itself adds nothing", {at(0, 5), at(0, 6)}, {0, 0, 0}},
      {"too far", {at(0, 1), at(1, 1 + far)}, {0, 0, 0}},
      {"only neighbours count, not what stands beyond them",
       {at(0, 1), at(1, 2), at(2, 3)},
       {2, 1 + 4, 2}},
      {"a name of two words is both side by side", {{0, 1, {5, 5}}}, {2, 1, 0}},
      {"words inside a name are its own", {{0, 1, {5, 6}}, at(0, 5), at(1, 6)}, {2, 1, 0}},
      {"a name meets its neighbour with its last word", {{0, 1, {5, 9}}, at(2, 10)}, {2, 1 + 4, 2}},
  };
  for (const Row& row : rows) {
    const std::vector<float> found = gathered(row.places);
    for (std::size_t word = 0; word < kWeights.size(); ++word) {
      EXPECT_FLOAT_EQ(found[word], row.expected[word]) << row.reason << ", word " << word;
    }
  }
}

/// The definition: every pair of places between which no place stands.
std::vector<float> brute_force(const std::vector<WordPlace>& places) {
  std::vector<float> sums(kWeights.size(), 0.0F);
  for (const WordPlace& a : places) {
    for (const WordPlace& b : places) {
      if (b.span.begin <= a.span.begin || a.first_word == b.first_word) continue;
      bool between = false;
      for (const WordPlace& c : places) {
        between = between || (a.span.begin < c.span.begin && c.span.begin < b.span.begin);
      }
      const std::uint32_t distance = b.span.begin - a.span.begin;
      if (between || distance > kRanking.window) continue;
      const float part =
          near(distance) * (a.first_word < b.first_word ? 1.0F : kRanking.other_order);
      sums[a.first_word] += kWeights[b.first_word] * part;
      sums[b.first_word] += kWeights[a.first_word] * part;
    }
  }
  return sums;
}

TEST(Closeness, RandomTextsEqualBruteForce) {
  const char* given = std::getenv("TECHPOLICY_SEED");
  const unsigned seed =
      given == nullptr ? 1U : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
  std::cout << "seed " << seed << "\n";
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::vector<WordPlace> places;
    for (std::uint32_t position = 0; position < 40; ++position) {
      const std::size_t word = random() % 8;
      if (word < kWeights.size()) places.push_back(at(word, position));
    }
    const std::vector<float> expected = brute_force(places);
    std::shuffle(places.begin(), places.end(), random);
    const std::vector<float> found = gathered(places);
    for (std::size_t word = 0; word < kWeights.size(); ++word) {
      ASSERT_NEAR(found[word], expected[word], 1e-4) << "round " << round << ", word " << word;
    }
  }
}

TEST(Closeness, GrowsWithWhatIsGatheredUpToTheWeights) {
  float before = -1;
  for (const float amount : {0.0F, 0.5F, 1.0F, 10.0F, 1e6F}) {
    const std::vector<float> all = {amount, amount, amount};
    const float now = closeness(all, kWeights, 1, kRanking);
    EXPECT_GT(now, before);
    before = now;
  }
  EXPECT_LE(before, kRanking.closeness * 7) << "the sum of the weights bounds it";
}

TEST(Closeness, LongTextsGatherMoreByChance) {
  const std::vector<float> all = {1, 1, 1};
  EXPECT_GT(closeness(all, kWeights, 0.5F, kRanking), closeness(all, kWeights, 5, kRanking));
}

}  // namespace
}  // namespace techpolicy
