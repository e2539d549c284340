// Tagging again gives the documents that a build with the new gazetteer gives, in one commit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/build/index_check.h"
#include "indexer/build/retagging.h"
#include "indexer/schema/errors.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Articles in which names stand in every way: alone, glued, ambiguous, in titles, not at all.
const char* const kArticles =
    R"({"id":"both","title":"Acme sues Nvidia","date":"2025-03-01","source":"Wire","tags":["x"],"text":"Acme and Nvidia meet.\n\nJensen Huang spoke."})"
    "\n"
    R"({"id":"acme","lang":"fr","authors":["A. Writer"],"url":"https://w.example/2024/05/01/acme","text":"Le groupe Acme parle des puces."})"
    "\n"
    R"({"id":"glued","text":"Acmeplanned it; theNvidia too. Acme &amp;amp; Nvidia."})"
    "\n"
    R"({"id":"none","text":"The ministry of trade counts chips."})"
    "\n"
    R"({"id":"nvidia","machine_translated":true,"text":"英伟达 sells chips. Huang did not speak."})"
    "\n";

void add_acme(const BuiltIndex& index) {
  index.write_gazetteer("company.jsonl",
                        R"({"id":"acme","type":"company","label":"Acme"})"
                        "\n"
                        R"({"id":"nvidia","type":"company","label":"Nvidia Corporation"})"
                        "\n");
  index.write_gazetteer("person.jsonl", "");
}

TEST(Retag, EqualsABuildWithTheNewGazetteer) {
  BuiltIndex retagged;
  static_cast<void>(retagged.build({retagged.write("a.jsonl", kArticles)}));
  const auto before = retagged.documents();
  add_acme(retagged);
  retagged.committed.clear();
  retagged.now += 1000;
  const BuildReport report = retagged.retag();
  EXPECT_EQ(report.retagged, 4U);
  EXPECT_EQ(report.unchanged, 1U) << "no name in it, before and after";
  EXPECT_TRUE(report.committed);
  EXPECT_THAT(report.summary(), HasSubstr("4 tagged anew, 1 unchanged, names stored"));
  EXPECT_THAT(retagged.committed, ElementsAre(5U)) << "one commit";

  BuiltIndex built;
  add_acme(built);
  static_cast<void>(built.build({built.write("a.jsonl", kArticles)}));
  EXPECT_EQ(retagged.documents(), built.documents()) << "terms, positions, values, data";
  EXPECT_NE(retagged.documents(), before);
  for (const char* key : {kGazetteerKey, kWordsKey, kListedWordsKey}) {
    EXPECT_EQ(retagged.store().open().get_metadata(key), built.store().open().get_metadata(key));
  }
  EXPECT_EQ(retagged.state().revision, 2U);
  EXPECT_EQ(retagged.state().sequence, 5U) << "no article entered or changed";
  EXPECT_EQ(retagged.state().updated_at, 1'700'001'000U);
  EXPECT_EQ(check_index(retagged.store()).fault_count, 0U);
}

TEST(Retag, GivesTheSameWhateverThreadsDo) {
  std::vector<std::string> first;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    BuiltIndex index;
    static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
    add_acme(index);
    index.jobs = jobs;
    EXPECT_EQ(index.retag().retagged, 4U);
    if (first.empty()) first = index.documents();
    EXPECT_EQ(index.documents(), first) << jobs;
  }
}

TEST(Retag, WritesNothingWhereNothingChanged) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  const std::string token = index.store().change_token();
  index.committed.clear();
  const BuildReport report = index.retag();
  EXPECT_FALSE(report.committed);
  EXPECT_EQ(report.unchanged, 5U);
  EXPECT_EQ(report.summary(), "nothing new: 5 unchanged");
  EXPECT_THAT(index.committed, IsEmpty());
  EXPECT_EQ(index.store().change_token(), token) << "no commit";
}

TEST(Retag, KeepsWhatMarkupSaidOfHeadings) {
  BuiltIndex index;
  const std::string markdown =
      "# Title\n\nA short line\n\n## Who is hit.\n\nThe rule begins in May.\n";
  static_cast<void>(index.build({index.write("a.md", markdown)}));
  EXPECT_FALSE(index.retag().committed) << "by looks the first line would be one";
  add_acme(index);
  static_cast<void>(index.retag());
  const StoredArticle article = index.articles().begin()->second;
  std::string kinds;
  for (const StoredParagraph& paragraph : article.paragraphs) {
    kinds += std::string(name_of(paragraph.kind)) + ' ';
  }
  EXPECT_EQ(kinds, "paragraph heading paragraph ");
}

TEST(Retag, StoresNamesThatNoArticleHolds) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  index.write_gazetteer("org.jsonl", R"({"id":"ftc","type":"org","label":"FTC"})"
                                     "\n");
  const BuildReport report = index.retag();
  EXPECT_EQ(report.retagged, 0U);
  EXPECT_TRUE(report.names_changed);
  EXPECT_TRUE(report.committed);
  EXPECT_EQ(index.state().revision, 2U);
  EXPECT_FALSE(index.retag().committed) << "and the next time they are known";
}

TEST(Retag, WhatIsAddedAfterwardsIsReadWithTheNewNames) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  add_acme(index);
  static_cast<void>(index.retag());
  static_cast<void>(index.add({index.write("b.jsonl", R"({"id":"new","text":"Acme again."})"
                                                      "\n")}));
  EXPECT_THAT(index.articles().at("new").body.mentions,
              ElementsAre(StoredMention{EntityKey{Facet::company, "acme"}, std::uint32_t{0},
                                        std::uint32_t{4}}));
}

TEST(Retag, StoppedItChangesNothing) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  const auto before = index.documents();
  add_acme(index);
  index.stop = true;
  const BuildReport report = index.retag();
  EXPECT_TRUE(report.interrupted);
  EXPECT_FALSE(report.committed);
  EXPECT_EQ(index.documents(), before);
  EXPECT_EQ(index.state().revision, 1U);
}

TEST(Retag, RefusesWhatItCannotUse) {
  BuiltIndex none;
  EXPECT_THROW(static_cast<void>(none.retag()), IndexError) << "no index";
  EXPECT_FALSE(std::filesystem::exists(none.store().directory()));
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  {
    const WriterLock lock = index.store().lock();
    EXPECT_THROW(static_cast<void>(index.retag()), IndexError) << "another writes";
  }
  index.write_gazetteer("company.jsonl", "{broken\n");
  EXPECT_THROW(static_cast<void>(index.retag()), CorpusError) << "broken gazetteer";
  EXPECT_EQ(index.state().revision, 1U);
}

TEST(Retag, ADamagedArticleEndsItAndChangesNothing) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  {
    Xapian::WritableDatabase database(index.store().live_directory().string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(2);
    document.set_data("\x09short");
    database.replace_document(2, document);
    database.commit();
  }
  add_acme(index);
  EXPECT_THROW(static_cast<void>(index.retag()), IndexError);
  EXPECT_EQ(index.state().revision, 1U);
}

}  // namespace
}  // namespace techpolicy
