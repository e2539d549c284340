// Laws, bills, orders and cases by number, in whatever spelling, and what only looks like them.
#include "indexer/entities/citations.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/indexer/entities/gazetteer_files.h"

namespace techpolicy {
namespace {

using Strings = std::vector<std::string>;

TextAnalysis analyzed(const std::string& text) {
  static const Analyzer analyzer(std::make_shared<Vocabulary>());
  return analyzer.analyze(text);
}

/// "label=written" of each citation.
Strings cited(const std::string& text) {
  const TextAnalysis tokens = analyzed(text);
  Strings found;
  for (const Citation& citation : find_citations(tokens)) {
    const std::size_t begin = tokens.tokens[citation.first_token].begin;
    const std::size_t end = tokens.tokens[citation.last_token].end;
    found.push_back(citation.label + "=" + text.substr(begin, end - begin));
  }
  return found;
}

struct Row {
  std::string reason;
  std::string text;
  Strings expected;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(cited(row.text), row.expected) << row.reason;
}

TEST(Citations, OfTheUnitedStates) {
  expect_rows({
      {"small letters with dots", "It passed h.r. 4346 then.", {"H.R. 4346=h.r. 4346"}},
      {"a bill of the House", "It passed H.R. 4346 then.", {"H.R. 4346=H.R. 4346"}},
      {"without dots", "It passed HR 4346 then.", {"H.R. 4346=HR 4346"}},
      {"with blanks", "It passed H. R. 4346 then.", {"H.R. 4346=H. R. 4346"}},
      {"without blanks", "It passed H.R.4346 then.", {"H.R. 4346=H.R.4346"}},
      {"of the Senate", "It passed S. 1260 then.", {"S. 1260=S. 1260"}},
      {"joined", "It passed S.1260 then.", {"S. 1260=S.1260"}},
      {"a public law", "See Public Law 117-167.", {"Public Law 117-167=Public Law 117-167"}},
      {"shortened", "See Pub. L. 117-167.", {"Public Law 117-167=Pub. L. 117-167"}},
      {"with No.", "See Pub. L. No. 117–167.", {"Public Law 117-167=Pub. L. No. 117–167"}},
      {"as P.L.", "See P.L. 117-167.", {"Public Law 117-167=P.L. 117-167"}},
      {"a section of the code of regulations",
       "By 15 CFR 744.23.",
       {"15 CFR 744.23=15 CFR 744.23"}},
      {"with its sign and no blank", "By 15 CFR §744.23(a).", {"15 CFR 744.23=15 CFR §744.23"}},
      {"with dots", "By 15 C.F.R. § 744.23.", {"15 CFR 744.23=15 C.F.R. § 744.23"}},
      {"a part", "By 15 C.F.R. Part 744.", {"15 CFR Part 744=15 C.F.R. Part 744"}},
      {"a part without the word", "By 15 CFR 744 now.", {"15 CFR Part 744=15 CFR 744"}},
      {"the code of laws", "By 47 U.S.C. 230.", {"47 U.S.C. 230=47 U.S.C. 230"}},
      {"with its sign", "By 47 USC § 230(c)(1).", {"47 U.S.C. 230=47 USC § 230"}},
      {"a section with a letter", "By 42 U.S.C. 2000e.", {"42 U.S.C. 2000e=42 U.S.C. 2000e"}},
      {"a control number", "It is under ECCN 3A090.", {"ECCN 3A090=ECCN 3A090"}},
      {"in small letters", "It is under eccn 3a090.a now.", {"ECCN 3A090=eccn 3a090"}},
      {"a section that all know", "Repeal Section 230 now.", {"Section 230=Section 230"}},
      {"with its law",
       "Repeal Section 230 of the Communications Decency Act.",
       {"Section 230=Section 230"}},
      {"an order", "Executive Order 14110 fell.", {"Executive Order 14110=Executive Order 14110"}},
      {"shortened", "So E.O. 14110 fell.", {"Executive Order 14110=E.O. 14110"}},
      {"without dots", "So EO 14110 fell.", {"Executive Order 14110=EO 14110"}},
      {"the register", "At 88 FR 73458.", {"88 FR 73458=88 FR 73458"}},
      {"in full", "At 88 Fed. Reg. 73458.", {"88 FR 73458=88 Fed. Reg. 73458"}},
      {"a bill of a state", "He vetoed SB 1047 then.", {"SB 1047=SB 1047"}},
      {"with a hyphen", "He vetoed SB-1047 then.", {"SB 1047=SB-1047"}},
      {"in words", "He vetoed Senate Bill 1047 then.", {"SB 1047=Senate Bill 1047"}},
      {"of an assembly", "California's AB 2013 asks.", {"AB 2013=AB 2013"}},
      {"with dots", "Texas passed H.B. 20 then.", {"HB 20=H.B. 20"}},
      {"of Colorado, by session", "See SB 24-205 then.", {"SB 24-205=SB 24-205"}},
      {"joined", "See SB24-205 then.", {"SB 24-205=SB24-205"}},
      {"letters and number joined",
       "See SB1047 and HR4346.",
       {"SB 1047=SB1047", "H.R. 4346=HR4346"}},
      {"with zeros", "See HB 0645 then.", {"HB 645=HB 0645"}},
      {"a section with a hyphen", "By 15 U.S.C. 278h-3.", {"15 U.S.C. 278h-3=15 U.S.C. 278h-3"}},
      {"sections, the first", "By 15 U.S.C. 6501-6506.", {"15 U.S.C. 6501=15 U.S.C. 6501"}},
      {"two in a row", "HR 1 and S. 2 met.", {"H.R. 1=HR 1", "S. 2=S. 2"}},
  });
}

TEST(Citations, OfTheEuropeanUnion) {
  expect_rows({
      {"a regulation",
       "By Regulation (EU) 2024/1689 it is.",
       {"Regulation (EU) 2024/1689=Regulation (EU) 2024/1689"}},
      {"without its brackets' content",
       "By Regulation 2016/679 it is.",
       {"Regulation (EU) 2016/679=Regulation 2016/679"}},
      {"in French",
       "Le règlement (UE) 2016/679 dit.",
       {"Regulation (EU) 2016/679=règlement (UE) 2016/679"}},
      {"in German",
       "Die Verordnung (EU) 2016/679 sagt.",
       {"Regulation (EU) 2016/679=Verordnung (EU) 2016/679"}},
      {"old style",
       "By Regulation (EC) No 139/2004 it is.",
       {"Regulation (EC) No 139/2004=Regulation (EC) No 139/2004"}},
      {"old style of the Union",
       "By Regulation (EU) No 910/2014 it is.",
       {"Regulation (EU) No 910/2014=Regulation (EU) No 910/2014"}},
      {"a directive",
       "By Directive (EU) 2019/790 it is.",
       {"Directive (EU) 2019/790=Directive (EU) 2019/790"}},
      {"old style", "By Directive 95/46/EC it is.", {"Directive 95/46/EC=Directive 95/46/EC"}},
      {"its later form",
       "By Directive 2014/24/EU it is.",
       {"Directive 2014/24/EU=Directive 2014/24/EU"}},
      {"a case", "In Case C-311/18 it ruled.", {"Case C-311/18=Case C-311/18"}},
      {"its number alone", "The ruling T-612/17 stands.", {"Case T-612/17=T-612/17"}},
      {"a proposal", "See COM(2021) 206 final.", {"COM(2021) 206=COM(2021) 206"}},
      {"joined", "See COM(2021)206 final.", {"COM(2021) 206=COM(2021)206"}},
      {"with slashes", "See COM/2021/206 final.", {"COM(2021) 206=COM/2021/206"}},
  });
}

TEST(Citations, WhatOnlyLooksLikeThem) {
  expect_rows({
      {"the letter of a list or a model", "The Galaxy S 24 is out.", {}},
      {"a person's initial", "It was Harry S. Truman then.", {}},
      {"a section of any act", "See Section 3 of the Act.", {}},
      {"a known number of another act", "See Section 230 of the Health Act.", {}},
      {"a legal form and a year", "It was Ericsson AB 2013 results.", {}},
      {"a number without its law", "It cost 230 and 744.23 euros.", {}},
      {"a model and a room", "The AB350 is in room HB12.", {}},
      {"hours", "It took 2 hr 30 then.", {}},
      {"words in small letters", "the public law 12 of nothing", {}},
      {"a fraction", "About 2/3 of it, 2016/679.", {}},
      {"a regulation of nobody", "The regulation 12/15 is odd.", {}},
      {"frames a second", "It ran at 60 fr 120.", {}},
      {"never over a paragraph", "It was Directive\n\n95/46/EC here.\n\nEnd.", {}},
      {"an address", "See https://eur-lex.europa.eu/C-311/18 now.", {}},
      {"nothing", "", {}},
  });
}

TEST(Citations, AWholeTextAsTyped) {
  EXPECT_EQ(whole_citation("hr 4346")->slug, "hr-4346") << "people type small letters";
  EXPECT_EQ(whole_citation("H. R. 4346")->slug, "hr-4346");
  EXPECT_EQ(whole_citation("15 CFR 744.23")->slug, "15-cfr-744.23");
  EXPECT_EQ(whole_citation("Regulation (EU) 2024/1689")->slug, "regulation-eu-2024-1689");
  EXPECT_FALSE(whole_citation("H.R. 4346 and more"));
  EXPECT_FALSE(whole_citation(""));
}

TEST(Citations, MeanTheLawWhoseAliasTheyAre) {
  const testing::Files content = {
      {"law.jsonl",
       R"({"id":"ai-act","type":"law","label":"AI Act","aliases":[{"text":"Regulation (EU) 2024/1689"}]})"
       "\n"
       R"({"id":"a","type":"law","label":"A","aliases":[{"text":"HR 1","amb":1}]})"
       "\n"
       R"({"id":"b","type":"law","label":"B","aliases":[{"text":"H.R. 1","amb":1}]})"
       "\n"}};
  const testing::GazetteerFiles files(content);
  const Gazetteer gazetteer = Gazetteer::load(files.folder());
  const CitedLaws laws(gazetteer);
  ASSERT_TRUE(laws.law("regulation-eu-2024-1689"));
  EXPECT_EQ(gazetteer.entities()[*laws.law("regulation-eu-2024-1689")].key.id, "ai-act");
  EXPECT_FALSE(laws.law("hr-1")) << "two laws have it";
  EXPECT_FALSE(laws.law("hr-2"));
}

}  // namespace
}  // namespace techpolicy
