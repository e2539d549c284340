#include "indexer/analysis/split_words.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

std::shared_ptr<const Vocabulary> small_vocabulary() {
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const char* word : {"have", "company", "presidents", "but", "plan", "president", "process",
                           "pro", "an", "into", "in", "the", "rules", "said", "will"}) {
    vocabulary->add_word(word);
  }
  vocabulary->add_name("nvidia", {.whole = true, .sure = true, .other = true});
  vocabulary->set_listed(ListedWords("internationally\npro\n"));
  return vocabulary;
}

std::string shown(const std::string& text) {
  static const Analyzer analyzer(small_vocabulary());
  const TextAnalysis analysis = analyzer.analyze(text);
  std::string all;
  for (const Token& token : analysis.tokens) all += (all.empty() ? "" : " ") + token.folded;
  return all;
}

struct SplitCase {
  std::string reason;
  std::string text;
  std::string expected;
};

TEST(SplitWords, AreJoined) {
  const std::vector<SplitCase> table = {
      {"a letter at a sentence's start", "H ave rules", "have rules"},
      {"neither part is a word", "the compa ny said", "the company said"},
      {"one part is a word", "the pro cess", "the process"},
      {"a name", "and Nvi dia said", "and nvidia said"},
      {"capitals", "THE COMPA NY SAID", "the company said"},
      {"a long word of the long lists", "the interna tionally", "the internationally"},
  };
  for (const SplitCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(SplitWords, OthersAreNot) {
  const std::vector<SplitCase> table = {
      {"two words", "in to the", "in to the"},
      {"what is left of a possessive", "the president s rules", "the president s rules"},
      {"a letter that is a name", "the Plan B ut", "the plan b ut"},
      {"a capital inside", "the compa Ny said", "the compa ny said"},
      {"a shortening", "they're an", "they re an"},
      {"no word", "the xyz abc said", "the xyz abc said"},
  };
  for (const SplitCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(SplitWords, PartsGoOnAndTheBlankIsARepair) {
  const Analyzer analyzer(small_vocabulary());
  const TextAnalysis analysis = analyzer.analyze("the &amp; compa ny");
  ASSERT_EQ(analysis.compounds.size(), 2U);
  EXPECT_EQ(analysis.compounds[0].folded, "compa");
  EXPECT_EQ(analysis.compounds[1].folded, "ny");
  EXPECT_EQ(analysis.repairs.back(), (Repair{15, 16, RepairKind::split, ""}));
  EXPECT_EQ(analysis.tokens.back().begin, 10U);
  EXPECT_EQ(analysis.tokens.back().end, 18U);
}

}  // namespace
}  // namespace techpolicy
