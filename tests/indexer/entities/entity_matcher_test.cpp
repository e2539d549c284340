// Which names are found in texts, and over which bytes.
#include "indexer/entities/entity_matcher.h"

#include <gtest/gtest.h>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

using Names = std::vector<std::string>;
using testing::mentions_in;
using testing::shown;

struct MatcherCase {
  std::string reason;
  std::string text;
  Names expected;  ///< "id:written"
};

TEST(EntityMatcher, FindsNames) {
  const std::vector<MatcherCase> table = {
      {"the legal form belongs to the name",
       "It sued Nvidia Corp. in May.",
       {"nvidia:Nvidia Corp"}},
      {"a comma may stand before it", "It sued Snap, Inc. in May.", {"snap:Snap, Inc"}},
      {"the possessive does not", "It saw Huawei's phones.", {"huawei:Huawei"}},
      {"two words of a name as one", "It joined HuggingFace today.", {"hugging-face:HuggingFace"}},
      {"the longest name wins, nothing nested",
       "Here Google DeepMind won.",
       {"deepmind:Google DeepMind"}},
      {"a hyphen for the space", "It met the Hewlett-Packard board.", {"hp:Hewlett-Packard"}},
      {"a name never reaches over a paragraph", "We went deep.\n\nIt was Lam\n\nResearch.", {}},
      {"a ticker with a dollar at the start", "$NVDA rose.", {"nvidia:NVDA"}},
      {"a ticker after its exchange", "It rose (NASDAQ: AMD) a bit.", {"amd:AMD"}},
      {"a Reuters code", "It fell <TSLA.O> a bit.", {"tesla:TSLA"}},
      {"the code of an index is no company", "The index <.DJI> rose.", {}},
      {"a bare ticker in a text is not one", "The CRM was cleaned.", {}},
      {"products have a plural", "It sold H100s there.", {"h100:H100s"}},
      {"companies have none", "It sold Nvidias there.", {}},
      {"exact case: the algorithm is no company", "A minimax search and Minimax trees.", {}},
      {"distinctive names need no capital", "they like huawei there", {"huawei:huawei"}},
      {"ordinary words do", "they like congress there", {}},
      {"a blocker takes its tokens", "We ate Apple pie.", {}},
      {"an address is no name", "See https://www.nvidia.com/huawei now.", {}},
      {"Han names need no spaces", "华为和英伟达竞争", {"huawei:华为", "nvidia:英伟达"}},
      {"a Katakana name is a whole run", "アルバイトを探す", {}},
      {"in a line of capitals US may be us", "LET US ALL GO HOME NOW", {}},
      {"a list speaks for its members",
       "It hit Reddit, Discord and Roblox.",
       {"reddit:Reddit", "discord:Discord", "roblox:Roblox"}},
      {"its ticker in brackets too", "Target (TGT) fell.", {"target:Target"}},
      {"another country's senate", "Australia's Senate voted.", {"australia:Australia"}},
      {"nor one by its adjective", "The Italian Senate voted.", {"italy:Italian"}},
  };
  for (const MatcherCase& row : table) {
    EXPECT_EQ(shown(row.text, mentions_in("", row.text).body), row.expected) << row.reason;
  }
}

TEST(EntityMatcher, TitleAndBodySupportEachOther) {
  const std::string title = "Cook on the stand";
  const std::string body = "Tim Cook answered. And Robin Cook did not.";
  const ArticleMentions found = mentions_in(title, body);
  EXPECT_EQ(shown(title, found.title), Names({})) << "a word at a sentence's start";
  EXPECT_EQ(shown(body, found.body), Names({"tim-cook:Tim Cook"})) << "not Robin Cook";
  const std::string later = "Jensen Huang spoke.";
  EXPECT_EQ(shown("So Huang spoke", mentions_in("So Huang spoke", later).title),
            Names({"jensen-huang:Huang"}));
}

TEST(EntityMatcher, LeavesEvidence) {
  const ArticleMentions found = mentions_in("", "It was Apple's app store.");
  ASSERT_EQ(found.body.size(), 1U);
  EXPECT_LT(found.body.front().confidence, 1);
  double sum = 0;
  for (const Evidence& evidence : found.body.front().evidence) sum += evidence.weight;
  EXPECT_GE(sum, 1.0) << "what an amb 1 name needs";
}

TEST(EntityMatcher, IsTheSameFromTheBytesOfAnIndex) {
  const Lexicon& lexicon = testing::shipped_lexicon();
  const auto copy = Lexicon::from_bytes(lexicon.bytes());
  const std::string body = "Apple and NvidiaThe met. Jensen Huang spoke, Huang said.";
  const auto found =
      copy->matcher().find_mentions(copy->analyzer().analyze(""), copy->analyzer().analyze(body));
  EXPECT_EQ(shown(body, found.body), shown(body, mentions_in("", body).body));
  EXPECT_FALSE(found.body.empty());
}

}  // namespace
}  // namespace techpolicy
