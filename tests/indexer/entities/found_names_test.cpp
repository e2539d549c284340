// Names that the gazetteer lacks, in the texts of one article: which are found, which are left, and
// what holds for any input.
#include "indexer/entities/found_names.h"

#include <array>
#include <chrono>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/entities/lexicon.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/found_names.h"
#include "tests/indexer/entities/gazetteer_files.h"

namespace techpolicy {
namespace {

using Strings = std::vector<std::string>;

const Lexicon& lexicon() {
  static const std::shared_ptr<const Lexicon> made = [] {
    const testing::Files content = {
        {"company.jsonl", R"({"id":"nvidia","type":"company","label":"Nvidia"})"
                          "\n"
                          R"({"id":"target","type":"company","label":"Target","aliases":[)"
                          R"({"text":"Target","amb":2}]})"
                          "\n"},
        {"person.jsonl", R"({"id":"jensen-huang","type":"person","label":"Jensen Huang"})"
                         "\n"},
        {"place.jsonl", R"({"id":"china","type":"place","label":"China","aliases":[)"
                        R"({"text":"Chinese","kind":"demonym"}]})"
                        "\n"
                        R"({"id":"ohio","type":"place","label":"Ohio"})"
                        "\n"},
        {"law.jsonl", R"({"id":"chips-act","type":"law","label":"CHIPS Act","aliases":[)"
                      R"({"text":"H.R. 4346"}]})"
                      "\n"}};
    const testing::GazetteerFiles files(content);
    return Lexicon::load(files.folder());
  }();
  return *made;
}

ArticleMentions mentions_in(const std::string& title, const std::string& body) {
  const TextAnalysis title_tokens = lexicon().analyzer().analyze(title);
  const TextAnalysis body_tokens = lexicon().analyzer().analyze(body);
  ArticleMentions mentions = lexicon().matcher().find_mentions(title_tokens, body_tokens);
  lexicon().found_names().add_to(mentions, title_tokens, body_tokens);
  return mentions;
}

Strings shown(const std::string& text, const std::vector<Mention>& mentions,
              const MentionedNames& names) {
  Strings all;
  for (const Mention& mention : mentions) {
    all.push_back(names.key(mention.entity).id + "=" +
                  text.substr(mention.begin, mention.end - mention.begin));
  }
  return all;
}

/// "id=written" of all mentions of the body.
Strings named(const std::string& body) {
  const ArticleMentions mentions = mentions_in("", body);
  return shown(body, mentions.body, MentionedNames(lexicon().gazetteer(), mentions.found));
}

struct Row {
  std::string reason;
  std::string text;
  Strings expected;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(named(row.text), row.expected) << row.reason;
}

TEST(FoundNames, OfOrganisationsByTheirForm) {
  expect_rows({
      {"a legal form, which is no part of the id",
       "It sued Zentor Widgets Inc. in May.",
       {"unreviewed.zentor-widgets=Zentor Widgets Inc"}},
      {"after a comma", "It sued Zentor, Ltd. in May.", {"unreviewed.zentor=Zentor, Ltd"}},
      {"several forms", "It sued Zentor Co. Ltd in May.", {"unreviewed.zentor=Zentor Co. Ltd"}},
      {"a form of another country",
       "It sued Zentor GmbH in May.",
       {"unreviewed.zentor=Zentor GmbH"}},
      {"an ordinary word with a form",
       "It sued Harvest Inc in May.",
       {"unreviewed.harvest=Harvest Inc"}},
      {"a ticker after its exchange",
       "It said that Zentor Widgets (NASDAQ: ZNTR) fell a bit today.",
       {"unreviewed.zentor-widgets=Zentor Widgets"}},
      {"a Reuters code",
       "It said that Zentor Widgets (ZNTR.O) fell a bit today.",
       {"unreviewed.zentor-widgets=Zentor Widgets"}},
      {"a kind of company",
       "It met Zentor Airlines there.",
       {"unreviewed.zentor-airlines=Zentor Airlines"}},
      {"a kind of institution",
       "It met the Zentor Institute there.",
       {"unreviewed.zentor-institute=Zentor Institute"}},
      {"an institution of something, over and",
       "It met the Department of Widgets and Gadgets there.",
       {"unreviewed.department-of-widgets-and-gadgets=Department of Widgets and Gadgets"}},
      {"an authority of a list",
       "It met the Bureau of Widgets, Gadgets, Toys and Explosives there.",
       {"unreviewed.bureau-of-widgets-gadgets-toys-and-explosives=Bureau of Widgets, Gadgets, Toys "
        "and Explosives"}},
      {"words joined before the kind of institution",
       "It met the Widgets and Gadgets Administration there.",
       {"unreviewed.widgets-and-gadgets-administration=Widgets and Gadgets Administration"}},
      {"a body of people is no company",
       "It met the Zentor Working Group there.",
       {"unreviewed.zentor-working-group=Zentor Working Group"}},
      {"a place is part of a longer name, which wins",
       "It met China Zentor Airlines Ltd there.",
       {"china=China", "unreviewed.zentor-airlines=Zentor Airlines Ltd"}},
      {"nothing is left without the place",
       "It met the Bank of Ohio there.",
       {"unreviewed.bank-of-ohio=Bank of Ohio"}},
      {"a web address", "It met Zentor.ai there.", {"unreviewed.zentor-ai=Zentor.ai"}},
  });
}

TEST(FoundNames, OfOrganisationsByTheWordsAround) {
  expect_rows({
      {"a post of it", "He is the CEO of Zentor now.", {"unreviewed.zentor=Zentor"}},
      {"its post",
       "It said that Zentor CEO Jane Roe had left the firm.",
       {"unreviewed.zentor=Zentor"}},
      {"its post, possessive", "So Zentor's chief executive left.", {"unreviewed.zentor=Zentor"}},
      {"shares of it", "It bought shares of Zentor then.", {"unreviewed.zentor=Zentor"}},
      {"its shares", "It said that Zentor shares fell.", {"unreviewed.zentor=Zentor"}},
      {"part of it", "It bought a stake in Zentor then.", {"unreviewed.zentor=Zentor"}},
      {"a noun before it", "It sued the chipmaker Zentor then.", {"unreviewed.zentor=Zentor"}},
      {"a hyphened noun", "It sued the start-up Zentor then.", {"unreviewed.zentor=Zentor"}},
      {"a noun after it", "So Zentor, a British chipmaker, fell.", {"unreviewed.zentor=Zentor"}},
      {"staff of it", "An analyst at Zentor warned.", {"unreviewed.zentor=Zentor"}},
      {"an example of companies",
       "It hit companies such as Zentor hard.",
       {"unreviewed.zentor=Zentor"}},
      {"says what it plans",
       "So Zentor said its plants close. And Zentor's revenue fell.",
       {"unreviewed.zentor=Zentor", "unreviewed.zentor=Zentor"}},
  });
}

TEST(FoundNames, HoldForTheWholeArticle) {
  expect_rows({
      {"the first word alone, later",
       "It sued Zentor Widgets Inc. in May. Later Zentor paid.",
       {"unreviewed.zentor-widgets=Zentor Widgets Inc", "unreviewed.zentor-widgets=Zentor"}},
      {"and before",
       "Then Zentor paid. It had sued Zentor Widgets Inc. in May.",
       {"unreviewed.zentor-widgets=Zentor", "unreviewed.zentor-widgets=Zentor Widgets Inc"}},
      {"an ordinary word does not stand for it",
       "It sued Harvest Zentor Inc. in May. The Harvest was good.",
       {"unreviewed.harvest-zentor=Harvest Zentor Inc"}},
      {"the acronym",
       "It met the Zentor Widget Institute (ZWI) in the end. Later the ZWI left.",
       {"unreviewed.zentor-widget-institute=Zentor Widget Institute",
        "unreviewed.zentor-widget-institute=ZWI", "unreviewed.zentor-widget-institute=ZWI"}},
      {"the start of a longer name",
       "It sued Zentor Inc. in May over the Zentor Phone Pro.",
       {"unreviewed.zentor=Zentor Inc", "unreviewed.zentor=Zentor"}},
      {"no law that has its name",
       "It sued Zentor Inc. over the Zentor Act.",
       {"unreviewed.zentor=Zentor Inc"}},
      {"a sentence's first word belongs where it does elsewhere",
       "Miller Zentor won. We met Miller Zentor Inc. then.",
       {"unreviewed.miller-zentor=Miller Zentor", "unreviewed.miller-zentor=Miller Zentor Inc"}},
  });
}

TEST(FoundNames, NotOfOthers) {
  expect_rows({
      {"a person's name before said", "So Smith said it. Then Smith said more.", {}},
      {"a person's full name", "So John Zentor said its plan. John Zentor said no.", {}},
      {"a person by the post before", "So analyst Bela Zentor said its plan failed.", {}},
      {"a person by the post after", "So Bela Zentor, an analyst, said its plan failed.", {}},
      {"a person by the age", "So Bela Zentor, 45, said its plan failed.", {}},
      {"a surname after the person", "So Mr. Zentor left. Zentor said its plan failed.", {}},
      {"a word at a sentence's start", "Shares said nothing. Widgets announced it.", {}},
      {"a month and a day", "It said on Monday that May shares fell.", {}},
      {"a title", "The President said its plan failed.", {}},
      {"a line of capitals", "ZENTOR WIDGETS INC SAID ITS SHARES ROSE", {}},
      {"a street", "It met on Zentor Street. So Zentor Street said its plan failed.", {}},
      {"an acronym that names nobody", "The GDP said it. GDP's revenue. GDP grew.", {}},
      {"an acronym of other words",
       "It sent an information request form (IRF). The IRF said its plan. IRF said.",
       {}},
      {"an institution that only the reader knows", "An analyst at the Commission met it.", {}},
      {"one of many", "It filed an ZNT. Each ZNT counts, any ZNT does.", {}},
      {"a board of any company", "The Board of Directors met.", {}},
      {"a region", "So European shares fell.", {}},
      {"an address", "See www.zentor-inc.com and zentor@widgets.com now.", {}},
      {"encoded bytes", "Data Cjwvc3ZnPg Cjwvc3ZnPg Cjwvc3ZnPg here.", {}},
  });
}

TEST(FoundNames, NeverShadowTheGazetteer) {
  expect_rows({
      {"the reviewed name takes the form", "It sued Nvidia Inc. in May.", {"nvidia=Nvidia Inc"}},
      {"an alias that was not accepted", "They hit the Target then.", {}},
      {"a surname of a known person",
       "So Jensen Huang spoke. Huang said its plan failed.",
       {"jensen-huang=Jensen Huang", "jensen-huang=Huang"}},
      {"a law by its citation, however spelled", "So HR 4346 passed.", {"chips-act=HR 4346"}},
      {"another citation", "So HR 4347 passed.", {"citation.hr-4347=HR 4347"}},
  });
}

TEST(FoundNames, HaveTypeLabelAndEvidence) {
  const ArticleMentions mentions =
      mentions_in("It pays", "It sued Zentor\nWidgets Inc. for the Zentor Institute.\n\nIt did.");
  ASSERT_EQ(mentions.found.size(), 2U);
  EXPECT_EQ(mentions.found[0].label, "Zentor Institute");
  EXPECT_EQ(mentions.found[0].key.type, Facet::org);
  EXPECT_EQ(mentions.found[1].label, "Zentor Widgets") << "on one line, without the legal form";
  EXPECT_EQ(mentions.found[1].key.type, Facet::company);
  ASSERT_EQ(mentions.body.size(), 2U);
  EXPECT_EQ(mentions.body[0].evidence.front().rule, "legal form");
  EXPECT_GT(mentions.body[0].confidence, 0.5);
  EXPECT_LT(mentions.body[0].confidence, 1);
}

TEST(FoundNames, AreTheSameTyped) {
  EXPECT_EQ(unreviewed_slug_of("Zentor Widgets, Inc."), "zentor-widgets");
  EXPECT_EQ(unreviewed_slug_of("zentor"), "zentor");
  EXPECT_EQ(unreviewed_slug_of("Inc."), "inc") << "never empty for a name";
  EXPECT_EQ(unreviewed_slug_of(""), "");
}

TEST(FoundNames, TakeTimeInProportionToTheText) {
  struct Repeated {
    const char* piece;
    const char* end;
  };
  // Each takes minutes where anything takes the square of the text.
  for (const Repeated& one :
       {Repeated{"Miller Zentor won. ", "We met Miller Zentor."}, Repeated{"China ", "Zentor Inc."},
        Repeated{"Zentor ", ""}, Repeated{"A and ", ""}, Repeated{"the Zentor and ", "Agency"},
        Repeated{"Department of A, ", ""}, Repeated{"(A) ", ""}, Repeated{"H.R. ", "1"},
        Repeated{"Zentor Inc. said its ", ""}}) {
    std::string text = "It said ";
    while (text.size() < 400'000) text += one.piece;
    text += one.end;
    const auto start = std::chrono::steady_clock::now();
    EXPECT_LE(mentions_in("", text).body.size(), text.size());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << one.piece;
  }
}

/// Words that begin, end and break every pattern, in any order.
std::string random_text(std::mt19937& random) {
  constexpr std::array kPieces = {"Zentor",
                                  "Widgets",
                                  "Inc",
                                  "Inc.",
                                  "Ltd",
                                  "said",
                                  "its",
                                  "the",
                                  "of",
                                  "and",
                                  "CEO",
                                  "Bank",
                                  "University",
                                  "Department",
                                  "China",
                                  "Chinese",
                                  "Nvidia",
                                  "Jensen Huang",
                                  "H.R.",
                                  "HR",
                                  "4346",
                                  "15",
                                  "CFR",
                                  "\u00a7",
                                  "744.23",
                                  "Section",
                                  "230",
                                  "Regulation",
                                  "(EU)",
                                  "2024/1689",
                                  "C-311/18",
                                  "COM(2021)",
                                  "206",
                                  "(",
                                  ")",
                                  ",",
                                  ".",
                                  "\n\n",
                                  "\n",
                                  "&",
                                  "'s",
                                  "\u2019s",
                                  "-",
                                  "\u534e\u4e3a",
                                  "ZNTR",
                                  "NASDAQ:",
                                  "$NVDA",
                                  "shares",
                                  "Mr.",
                                  "John",
                                  "a",
                                  "S.",
                                  "1260",
                                  "E.O.",
                                  "eBay",
                                  "",
                                  "O'Brien",
                                  ":",
                                  "@x",
                                  "www.zentor.com",
                                  "\u00e9\u0301",
                                  "AB",
                                  "2013",
                                  "Act"};
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 5 != 0) text += ' ';
  }
  return text;
}

void expect_ordered(const std::string& text, const std::vector<Mention>& mentions,
                    const ArticleMentions& article) {
  std::size_t end = 0;
  const std::size_t known = lexicon().gazetteer().entities().size();
  for (const Mention& mention : mentions) {
    ASSERT_LT(mention.entity, known + article.found.size()) << text;
    ASSERT_LE(mention.first_token, mention.last_token) << text;
    ASSERT_LT(mention.begin, mention.end) << text;
    ASSERT_LE(end, mention.begin) << "overlap in: " << text;
    ASSERT_LE(mention.end, text.size()) << text;
    end = mention.end;
  }
}

TEST(FoundNames, KeepTheirPromisesOnAnyText) {
  std::mt19937 random(20260401);
  std::size_t found = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string title = random_text(random);
    const std::string body = random_text(random);
    const ArticleMentions mentions = mentions_in(title, body);
    expect_ordered(title, mentions.title, mentions);
    expect_ordered(body, mentions.body, mentions);
    const MentionedNames names(lexicon().gazetteer(), mentions.found);
    std::set<EntityKey> keys;
    for (const FoundName& name : mentions.found) {
      ASSERT_TRUE(is_found_name(name.key.type, name.key.id)) << name.key.id;
      ASSERT_FALSE(name.label.empty()) << body;
      ASSERT_TRUE(keys.insert(name.key).second) << name.key.id << " stands twice in: " << body;
    }
    found += mentions.found.size();
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(found, 10000U) << "too few to mean much";
}

}  // namespace
}  // namespace techpolicy
