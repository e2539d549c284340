// A set of words answers as a set of strings does.
#include "indexer/analysis/word_set.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <unordered_set>

namespace techpolicy {
namespace {

TEST(WordSet, EmptyHoldsNothing) { EXPECT_FALSE(WordSet().contains("")); }

TEST(WordSet, AnswersAsASetOfStrings) {
  const unsigned seed = 20260424;
  std::mt19937 random(seed);
  const auto word = [&] {
    std::string letters(1 + random() % 5, 'a');
    for (char& c : letters) c = static_cast<char>('a' + random() % 6);
    return letters;
  };
  WordSet words;
  std::unordered_set<std::string> strings;
  for (int i = 0; i < 20'000; ++i) {
    const std::string added = word();
    if (i % 2 == 0) {
      words.insert(added);
      strings.insert(added);
    }
    const std::string asked = word();
    ASSERT_EQ(words.contains(asked), strings.contains(asked)) << asked << ", seed " << seed;
  }
}

}  // namespace
}  // namespace techpolicy
