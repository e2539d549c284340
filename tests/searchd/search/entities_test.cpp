// Looking up entities, suggestions and facet values by any name, over a real index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const char* const kCompanies =
    R"({"id":"nvidia","type":"company","label":"Nvidia","wikidata":"Q182477","tickers":["NVDA"],"country":"us","aliases":[{"text":"英伟达","lang":"zh"},{"text":"Нвидиа","lang":"ru"}]})"
    "\n"
    R"({"id":"mellanox","type":"company","label":"Mellanox","parent":"nvidia"})"
    "\n"
    R"({"id":"hugging-face","type":"company","label":"Hugging Face","aliases":[{"text":"HF Hub"}]})"
    "\n"
    R"({"id":"unseen","type":"company","label":"Nvidiot"})"
    "\n";
const char* const kArticles =
    R"({"id":"one","title":"Nvidia sells chips","date":"2024-03","text":"Nvidia sells chips. Jensen Huang spoke."})"
    "\n"
    R"({"id":"two","title":"芯片出口","date":"2023-05-01","text":"英伟达 and Mellanox meet."})"
    "\n"
    R"({"id":"three","title":"Chip rules of Hugging Face","text":"Nobody else is named. The model Hopper sells."})"
    "\n"
    R"({"id":"four","title":"Nvidia sells chips","date":"2025","text":"The same title again. Nvidia."})"
    "\n";

class EntitiesTest : public ::testing::Test {
 protected:
  EntitiesTest() {
    static_cast<void>(index_.write_gazetteer("company.jsonl", kCompanies));
    static_cast<void>(index_.write_gazetteer(
        "product.jsonl", R"({"id":"hopper","type":"product","label":"Hopper","maker":"nvidia"})"
                         "\n"));
    EXPECT_EQ(index_.build({index_.write("a.jsonl", kArticles)}).added, 4U);
    searcher_ = std::make_unique<Searcher>(index_.store(), 1);
  }

  [[nodiscard]] std::vector<std::string> suggested(SuggestRequest request) const {
    std::vector<std::string> texts;
    for (const Suggestion& one : searcher_->suggest(request).suggestions) {
      texts.push_back((one.entity ? std::string(facet_row(one.entity->type).name) : "title") + ":" +
                      (one.entity ? one.entity->id : one.article_id));
    }
    return texts;
  }
  [[nodiscard]] std::vector<std::string> suggested(const std::string& typed) const {
    SuggestRequest request;
    request.typed = typed;
    return suggested(request);
  }
  [[nodiscard]] std::vector<std::string> listed(const EntityListRequest& request) const {
    std::vector<std::string> ids;
    for (const EntitySummary& one : searcher_->entities(request).entities) {
      ids.push_back(one.key.id);
    }
    return ids;
  }

  BuiltIndex index_;
  std::unique_ptr<Searcher> searcher_;
};

TEST_F(EntitiesTest, SuggestsByAnyNameThenTitles) {
  struct Row {
    const char* typed;
    std::vector<std::string> expected;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {"nvi", {"company:nvidia", "title:four"}, "name, then one of two equal titles, the newest"},
      {"NVDA", {"company:nvidia"}, "ticker"},
      {"英伟", {"company:nvidia"}, "the start of a Chinese name"},
      {"нвид", {"company:nvidia"}, "Cyrillic, case ignored"},
      {"伟达", {}, "not a beginning"},
      {"huang", {"person:jensen-huang"}, "a later word of a name"},
      {"hugging-f", {"company:hugging-face", "title:three"}, "hyphen for space"},
      {"hub", {"company:hugging-face"}, "a word of an alias"},
      {"nvidiot", {}, "known, but no article names it"},
      {"sells chi", {"title:four"}, "words of a title, the last unfinished"},
      {"chips sel", {"title:four"}, "in any order"},
      {"出口", {"title:two"}, "Chinese title"},
      {"口芯", {}, "signs that do not stand together"},
      {"s", {}, "one letter begins too many titles"},
      {"  ", {}, "nothing"},
      {"zyx", {}, "nothing known"},
  };
  for (const Row& row : rows) EXPECT_EQ(suggested(row.typed), row.expected) << row.reason;
}

TEST_F(EntitiesTest, SuggestsOnlyTheKindsAskedFor) {
  SuggestRequest request;
  request.typed = "nvi";
  request.titles = request.phrases = false;
  EXPECT_THAT(suggested(request), ElementsAre("company:nvidia"));
  request.types = {Facet::person};
  EXPECT_THAT(suggested(request), IsEmpty());
  request.titles = true;
  request.entities = false;
  EXPECT_THAT(suggested(request), ElementsAre("title:four"));
}

TEST_F(EntitiesTest, SaysWhichNameFits) {
  SuggestRequest request;
  request.typed = "英";
  const Suggestion first = searcher_->suggest(request).suggestions.front();
  EXPECT_EQ(first.text, "Nvidia");
  EXPECT_EQ(first.matched, "英伟达");
  EXPECT_EQ(first.count, 3U);
}

TEST_F(EntitiesTest, ListsByNameTypeAndCount) {
  EntityListRequest request;
  EXPECT_EQ(searcher_->entities(request).total, 6U) << "those without articles too";
  EXPECT_EQ(listed(request).front(), "nvidia") << "most articles first";
  request.prefix = "nvidi";
  EXPECT_THAT(listed(request), ElementsAre("nvidia", "unseen"));
  request.sort = EntitySort::fewest_articles;
  EXPECT_THAT(listed(request), ElementsAre("unseen", "nvidia"));
  request = {};
  request.types = {Facet::person, Facet::product};
  request.sort = EntitySort::name;
  EXPECT_THAT(listed(request), ElementsAre("hopper", "jensen-huang"));
  request.sort = EntitySort::name_backwards;
  request.per_page = 1;
  request.page = 2;
  EXPECT_THAT(listed(request), ElementsAre("hopper")) << "the second page";
  request.page = 9;
  EXPECT_THAT(listed(request), IsEmpty()) << "beyond the last";
}

TEST_F(EntitiesTest, DetailsHoldNamesRelationsAndCounts) {
  const EntityDetails nvidia = searcher_->entity({Facet::company, "nvidia"}, 2).value();
  EXPECT_EQ(nvidia.summary.count, 3U);
  EXPECT_EQ(nvidia.summary.about, 3U);
  EXPECT_EQ(nvidia.summary.first_date, parse_partial_date("2023-05-01"));
  EXPECT_EQ(nvidia.summary.last_date, parse_partial_date("2025")) << "as precise as it was given";
  std::vector<std::string> scripts;
  for (const EntityName& name : nvidia.names) scripts.push_back(name.script + " " + name.lang);
  EXPECT_THAT(scripts, ElementsAre("Latn en", "Hani zh", "Cyrl ru"));
  EXPECT_EQ(nvidia.wikidata, "Q182477");
  EXPECT_EQ(nvidia.children.front().key.id, "mellanox");
  EXPECT_EQ(nvidia.products.front().key.id, "hopper");
  EXPECT_EQ(nvidia.people.front().key.id, "jensen-huang");
  ASSERT_EQ(nvidia.newest.size(), 2U);
  EXPECT_EQ(nvidia.newest.front().id, "four") << "newest first";
  const EntityDetails mellanox = searcher_->entity({Facet::company, "mellanox"}, 0).value();
  EXPECT_EQ(mellanox.parent->name, "Nvidia");
  EXPECT_THAT(mellanox.newest, IsEmpty());
  EXPECT_EQ(searcher_->entity({Facet::product, "hopper"}, 0)->maker->key.id, "nvidia");
  EXPECT_EQ(searcher_->entity({Facet::person, "jensen-huang"}, 0)->orgs.front().key.id, "nvidia");
  EXPECT_EQ(searcher_->entity({Facet::company, "unseen"}, 5)->summary.count, 0U);
}

TEST_F(EntitiesTest, AnUnknownOneHasANearest) {
  EXPECT_FALSE(searcher_->entity({Facet::company, "nvida"}, 0));
  EXPECT_EQ(searcher_->nearest_entity(Facet::company, "nvida")->key.id, "nvidia");
  EXPECT_EQ(searcher_->nearest_entity(Facet::company, "英伟达")->key.id, "nvidia") << "by a name";
  EXPECT_FALSE(searcher_->nearest_entity(Facet::law, "nvidia")) << "of another type";
}

TEST_F(EntitiesTest, ImpliesTheMakerOfAProductThatIsNotNamed) {
  const auto implied = [&](const char* id) { return searcher_->article(id, {})->implied; };
  ASSERT_EQ(implied("three").size(), 1U);
  EXPECT_EQ(implied("three").front().name, "Nvidia");
  EXPECT_THAT(implied("one"), IsEmpty());
  SearchRequest request;
  request.filter(Facet::company).any = {"nvidia"};
  EXPECT_EQ(searcher_->search(request).total, 3U) << "not counted, not found";
}

TEST_F(EntitiesTest, FacetValuesAreFoundByAnyNameAtAnyRank) {
  FacetValuesRequest facet;
  facet.per_page = 1;
  for (const char* typed : {"hf", "HUB", "hugging-face", "fac"}) {
    facet.prefix = typed;
    const FacetResult found = searcher_->facet_values({}, facet).facet;
    ASSERT_EQ(found.values.size(), 1U) << typed;
    EXPECT_EQ(found.values.front().value, "hugging-face") << typed << ": by rank it is the last";
    EXPECT_EQ(found.distinct, 1U);
  }
  facet.facet = Facet::lang;
  facet.prefix = "e";
  EXPECT_EQ(searcher_->facet_values({}, facet).facet.distinct, 1U) << "en, which is no entity";
}

/// A value that articles have and the gazetteer does not, as another program may have written it.
TEST(Entities, AValueWithoutAnEntityIsAsGood) {
  BuiltIndex index;
  static_cast<void>(index.build({index.write("a.jsonl", kArticles)}));
  static_cast<void>(index.write_gazetteer("company.jsonl",
                                          R"({"id":"other","type":"company","label":"Other"})"
                                          "\n"));
  static_cast<void>(index.write_gazetteer("person.jsonl", ""));
  {
    Xapian::WritableDatabase database(index.store().live_directory().string(), Xapian::DB_OPEN);
    database.set_metadata(kGazetteerKey,
                          Lexicon::load(index.write_gazetteer("org.jsonl", ""))->bytes().gazetteer);
    database.commit();
  }
  const Searcher searcher(index.store(), 1);
  const EntityDetails details = searcher.entity({Facet::company, "nvidia"}, 10).value();
  EXPECT_FALSE(details.in_gazetteer);
  EXPECT_EQ(details.summary.count, 3U);
  EXPECT_EQ(details.newest.size(), 3U);
  SearchRequest request;
  request.filter(Facet::company).any = {"nvidia"};
  request.filter(Facet::company).about = {"nvidia"};
  request.roll_up = RollUpTo::parent;
  request.facets = {Facet::company};
  EXPECT_EQ(searcher.search(request).total, 3U);
  SuggestRequest suggest;
  suggest.typed = "nvi";
  EXPECT_EQ(searcher.suggest(suggest).suggestions.front().entity->id, "nvidia");
}

TEST(SuggestedPhrases, GoOnAsMostArticlesDo) {
  BuiltIndex index;
  index.build({index.write("a.jsonl",
                           R"({"id":"a","text":"New export controls. The export committee met."})"
                           "\n"
                           R"({"id":"b","text":"Export controls, they say, and export credits."})"
                           "\n"
                           R"({"id":"c","text":"Export credits and controls of exports."})"
                           "\n"
                           R"({"id":"d","text":"Nobody fears export controls."})"
                           "\n")});
  const Searcher searcher(index.store(), 1);
  struct Row {
    const char* typed;
    std::vector<std::string> expected;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {"export c",
       {"export controls", "export credits"},
       "by articles; a committee is in one only"},
      {"Export CON", {"export controls"}, "case ignored"},
      {"export controls", {}, "nothing is added"},
      {"controls export", {}, "not next to each other"},
      {"exp", {}, "a single word"},
      {"new export c", {}, "in one article only"},
  };
  for (const Row& row : rows) {
    SuggestRequest request;
    request.typed = row.typed;
    request.entities = request.titles = false;
    std::vector<std::string> texts;
    for (const Suggestion& one : searcher.suggest(request).suggestions) texts.push_back(one.text);
    EXPECT_EQ(texts, row.expected) << row.reason;
  }
}

}  // namespace
}  // namespace techpolicy
