// Where words that lost a space are cut, and where they must not be.
#include "indexer/analysis/glued_words.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace techpolicy {
namespace {

std::shared_ptr<const Vocabulary> small_vocabulary() {
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const char* word :
       {"planned", "against", "processors", "brand", "there", "market", "apple", "troops", "water",
        "trump", "outline", "town", "transform", "described"}) {
    vocabulary->add_word(word);
  }
  const auto add = [&](const char* name, NameUse use) { vocabulary->add_name(name, use); };
  for (const char* company : {"deepseek", "nvidia", "google", "facebook", "apple", "huawei"}) {
    add(company, {.whole = true, .sure = true, .other = true});
  }
  add("meta", {.whole = true, .other = true});
  add("smic", {.whole = true, .other = true, .all_caps = true});
  add("eu", {.whole = true, .place = true, .all_caps = true});
  for (const char* place : {"china", "french", "russian"})
    add(place, {.whole = true, .sure = true, .place = true});
  for (const char* person : {"huang", "williams", "trump"}) {
    add(person, {.surname = true, .other = true});
  }
  vocabulary->set_listed(ListedWords("therefor\naftermarket\nfora\n"));
  vocabulary->add_pair("jensen", "huang", true);
  vocabulary->add_pair("white", "house", true);
  vocabulary->add_pair("european", "data", false);
  for (const char* part : {"jensen", "white", "house", "european", "data"})
    add(part, {.other = true});
  return vocabulary;
}

/// The tokens of a text with a bar at each cut.
std::string shown(const std::string& text) {
  static const Analyzer analyzer(small_vocabulary());
  std::string all;
  const TextAnalysis analysis = analyzer.analyze(text);
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    const bool cut = i > 0 && token.glued && analysis.tokens[i - 1].end == token.begin;
    if (i > 0) all += cut ? '|' : ' ';
    all += text.substr(token.begin, token.end - token.begin);
  }
  return all;
}

struct GlueCase {
  std::string reason;
  std::string text;
  std::string expected;
};

TEST(GluedWords, AreCut) {
  const std::vector<GlueCase> table = {
      {"a name and a word", "And DeepSeekplanned it", "And DeepSeek|planned it"},
      {"a name and a function word", "And Huaweito there", "And Huawei|to there"},
      {"an acronym ends where small letters begin", "And SMICsaid so", "And SMIC|said so"},
      {"the end of a person's name", "And Jensen Huangthe", "And Jensen Huang|the"},
      {"the end of a longer name", "The White Housesaid so", "The White House|said so"},
      {"a people and a long word", "And Frenchtroops left", "And French|troops left"},
      {"a plural people in a name", "the Vishwa Russianswho left", "the Vishwa Russians|who left"},
      {"a place behind a small word", "behind Chinahad been", "behind China|had been"},
      {"a sentence begins", "TheOutline is here", "The|Outline is here"},
      {"a plural people and a function word", "And Russianswho left", "And Russians|who left"},
      {"digits", "the948Nvidia fell", "the|948|Nvidia fell"},
      {"a word before", "He was againstGoogle there", "He was against|Google there"},
      {"a longer name begins", "in theWhite House", "in the|White House"},
      {"a short acronym behind a function word", "in theEU now", "in the|EU now"},
      {"initials", "in theU.S. now", "in the|U.S. now"},
      {"two names", "Now NvidiaHuawei met", "Now Nvidia|Huawei met"},
      {"two words, the second a function word", "the processorsthe firm",
       "the processors|the firm"},
      {"two words, the first a function word", "he saw whichoutline it", "he saw which|outline it"},
      {"an ordinary word that is a name elsewhere in the text", "Appleplanned it. And Apple did.",
       "Apple|planned it And Apple did"},
  };
  for (const GlueCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(GluedWords, OthersAreNot) {
  const std::vector<GlueCase> table = {
      {"a domain", "See Facebookbrand.com", "See Facebookbrand com"},
      {"a surname begins other names", "And Williamson left", "And Williamson left"},
      {"an ending of names", "And Chinatown grew", "And Chinatown grew"},
      {"a compounding word", "and therefor it", "and therefor it"},
      {"'after' begins words", "the aftermarket grew", "the aftermarket grew"},
      {"the pair ends no name", "the European Datawater", "the European Datawater"},
      {"an ambiguous name and a noun", "And Metawater. And Meta.", "And Metawater And Meta"},
      {"people", "And Frenchwoman left", "And Frenchwoman left"},
      {"a place begins what ends a longer name", "the Vishwa Chinahad met",
       "the Vishwa Chinahad met"},
      {"a small letter before a capital", "an eCall or eThe", "an eCall or eThe"},
      {"a name of two words", "of the AnyOutline family", "of the AnyOutline family"},
      {"a slip of the pen", "it would transfor it", "it would transfor it"},
      {"code", "aria-describedby=water", "aria describedby water"},
      {"two capitalized words are a brand", "And GoogleWater is", "And GoogleWater is"},
      {"an ordinary word at a sentence's start", "Applebrand.", "Applebrand"},
  };
  for (const GlueCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(GluedWords, OrdinaryWordsWithFunctionWordsAreCut) {
  const std::vector<GlueCase> table = {
      {"two function words", "some ofthe firms", "some of|the firms"},
      {"a pair that long lists have", "part ofa plan", "part of|a plan"},
      {"before a capital", "he saw thisOutline", "he saw this|Outline"},
      {"before a year", "it came in2024 there", "it came in|2024 there"},
      {"behind a year", "in 2024the firm", "in 2024|the firm"},
      {"behind a possessive", "the firm'sprocessors", "the firm s|processors"},
      {"twice it is a word", "ofthe firms ofthe", "ofthe firms ofthe"},
      {"a listed word", "the fora left", "the fora left"},
  };
  for (const GlueCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(GluedWords, DoubtfulPartsAreFoundButNotCut) {
  const Analyzer analyzer(small_vocabulary());
  const TextAnalysis analysis = analyzer.analyze("the processorsoutline there");
  ASSERT_EQ(analysis.compounds.size(), 2U);
  EXPECT_EQ(analysis.compounds[0].folded, "processors");
  EXPECT_EQ(analysis.compounds[1].folded, "outline");
  EXPECT_EQ(analysis.tokens.size(), 3U);
  EXPECT_TRUE(analysis.repairs.empty());
}

TEST(GluedWords, LongWordsAreLeftAlone) {
  const std::string word = "Nvidia" + std::string(100, 'a');
  EXPECT_EQ(shown(word), word);
}

}  // namespace
}  // namespace techpolicy
