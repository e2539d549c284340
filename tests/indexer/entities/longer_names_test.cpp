// Places and companies that are part of something else.
#include <gtest/gtest.h>

#include "tests/indexer/entities/shipped_lexicon.h"

namespace techpolicy {
namespace {

using Names = std::vector<std::string>;

struct LongerNameCase {
  std::string reason;
  std::string text;
  Names expected;  ///< "id:written"
};

void expect_all(const std::vector<LongerNameCase>& table) {
  for (const LongerNameCase& row : table) {
    EXPECT_EQ(testing::shown(row.text, testing::mentions_in("", row.text).body), row.expected)
        << row.reason;
  }
}

TEST(LongerNames, HoldNoPlaces) {
  expect_all({
      {"a name goes on", "It met the Chicago Almond Exchange board.", {}},
      {"a cue word may be part of it", "It left the Chicago Stock Exchange early.", {}},
      {"an institution of the place", "He left the Museum of California early.", {}},
      {"a first name before it", "It was Carla California again.", {}},
      {"a title does not go on", "He saw California Governor there.", {"california:California"}},
      {"nor does a day", "It was in Chicago Friday.", {"chicago:Chicago"}},
      {"a point of the compass is no name",
       "He saw Northern California there.",
       {"california:California"}},
      {"an acronym is an adjective", "It saw U.S. Agriculture staff.", {"us:U.S."}},
      {"so is a name with an acronym",
       "It saw United States Agriculture staff.",
       {"us:United States"}},
      {"German nouns have capitals",
       "Er kam gestern aus der schönen Stadt München nach Hause.",
       {"munich:München"}},
      {"so is a demonym", "It saw Canadian Agriculture staff.", {"canada:Canadian"}},
      {"a dateline", "By Mishi Saran CHICAGO 1996", {"chicago:CHICAGO"}},
  });
}

TEST(LongerNames, ResultsNameTeams) {
  expect_all({
      {"a score", "Baseball:\nChicago 4 Houston 3", {}},
      {"a table", "Standings:\nCHICAGO 71 64 .526", {}},
      {"a fixture: only the second is where they play",
       "Schedule:\nCHICAGO AT SEATTLE",
       {"seattle:SEATTLE"}},
      {"a country is its team",
       "Soccer:\nGermany 2 Poland 0",
       {"germany:Germany", "poland:Poland"}},
      {"a number in a sentence", "In Chicago 40 people came.", {"chicago:Chicago"}},
  });
}

TEST(LongerNames, CreditsAreNoMentions) {
  expect_all({
      {"who took the picture", "It fell. (AP Photo: someone) It rose.", {}},
      {"and sold it", "Slide 8 NASA / Project Archive", {}},
      {"two names", "Google / Nvidia", {"google:Google", "nvidia:Nvidia"}},
      {"the agency itself", "Reuters said so.", {"reuters:Reuters"}},
  });
}

TEST(LongerNames, OfOrdinaryWordsKeepTheirCapitals) {
  expect_all({
      {"a sentence", "It made Apple pay back taxes.", {"apple:Apple"}},
      {"its start", "Live nation building is hard.", {}},
      {"the name", "It pays with Apple Pay.", {"apple-pay:Apple Pay"}},
      {"a word that is in no list stays one",
       "It sued Deutsche bank.",
       {"deutsche-bank:Deutsche bank"}},
      {"authorities are written small",
       "It sued the Commerce department.",
       {"commerce:Commerce department"}},
  });
}

TEST(MakerNames, InFrontOfProductsAreMentions) {
  expect_all({
      {"maker and product", "It bought Nvidia H800 parts.", {"nvidia:Nvidia", "h800:H800"}},
      {"what is left is no name", "It sells Apple Watch parts.", {"apple-watch:Apple Watch"}},
  });
}

TEST(LongerNames, GiveSurnames) {
  expect_all({
      {"someone unknown", "He saw Neil Jordan. And Jordan said so.", {}},
      {"someone in the blockers", "He saw Harrison Ford. And Ford said so.", {}},
      {"no one", "He saw it. And Ford said so.", {"ford:Ford"}},
      {"a label of an address", "Twitter: @somebody", {}},
  });
}

TEST(Tickers, ThatRestateANameAreNoMentions) {
  expect_all({
      {"behind its name", "Shares of Nvidia <NVDA.O> rose.", {"nvidia:Nvidia"}},
      {"behind its child's",
       "Alphabet's Google <GOOGL.O> rose.",
       {"alphabet:Alphabet", "google:Google"}},
      {"behind another's",
       "Shares of Nvidia, then <TSLA.O>, rose.",
       {"nvidia:Nvidia", "tesla:TSLA"}},
      {"one letter", "It fell, <F.N> said.", {"ford:F.N"}},
  });
}

}  // namespace
}  // namespace techpolicy
