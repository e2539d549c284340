// Each fault of a gazetteer folder is refused, and the message says where it stands and what it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/entities/gazetteer.h"
#include "indexer/schema/errors.h"
#include "tests/indexer/entities/gazetteer_files.h"

namespace techpolicy {
namespace {

using testing::Files;
using testing::GazetteerFiles;
using ::testing::HasSubstr;

const std::string kNvidia =
    R"({"id":"nvidia","type":"company","label":"Nvidia","tickers":["NVDA"]})";

struct Fault {
  std::string reason;
  Files files;
  std::string place;    ///< File and line as the message must name them.
  std::string message;  ///< What else it must say.
};

const std::vector<Fault>& faults() {
  static const std::vector<Fault> table = {
      {"a comma too many is no JSON",
       {{"company.jsonl", kNvidia + "\n{\"id\":,}"}},
       "company.jsonl:2",
       "not JSON"},
      {"an array is no entity", {{"company.jsonl", "[1]"}}, "company.jsonl:1", "one JSON object"},
      {"a misspelt key would be lost",
       {{"company.jsonl", R"({"id":"a","type":"company","label":"A","tickrs":["A"]})"}},
       "company.jsonl:1",
       "unknown key \"tickrs\""},
      {"so would one of an alias",
       {{"company.jsonl", R"({"id":"a","type":"company","label":"A","aliases":[{"txt":"A"}]})"}},
       "company.jsonl:1",
       "unknown key \"txt\""},
      {"facets need a label",
       {{"company.jsonl", R"({"id":"a","type":"company"})"}},
       "company.jsonl:1",
       "\"label\" is missing"},
      {"an empty label is none",
       {{"company.jsonl", R"({"id":"a","type":"company","label":""})"}},
       "company.jsonl:1",
       "\"label\" must be a text"},
      {"an entity needs an id",
       {{"company.jsonl", R"({"type":"company","label":"A"})"}},
       "company.jsonl:1",
       "\"id\" is missing"},
      {"ids stand in URLs and queries",
       {{"company.jsonl", R"({"id":"A B","type":"company","label":"A"})"}},
       "company.jsonl:1",
       "may have only a-z"},
      {"the type must be that of the file",
       {{"company.jsonl", R"({"id":"a","type":"person","label":"A"})"}},
       "company.jsonl:1",
       "does not fit the file company.jsonl"},
      {"a file of an unknown type would be ignored",
       {{"companies.jsonl", kNvidia}},
       "companies.jsonl",
       "types are company, person, place, org, product, law, topic"},
      {"a facet that is no entity type has no gazetteer",
       {{"source.jsonl", kNvidia}},
       "source.jsonl",
       "is no type"},
      {"an id twice in a type",
       {{"company.jsonl", kNvidia + "\n\n" + kNvidia}},
       "company.jsonl:3",
       "company.jsonl:1"},
      {"a parent must exist",
       {{"company.jsonl", R"({"id":"a","type":"company","label":"A","parent":"b"})"}},
       "company.jsonl:1",
       "parent \"b\""},
      {"a parent has the same type",
       {{"company.jsonl", kNvidia},
        {"org.jsonl", R"({"id":"a","type":"org","label":"A","parent":"nvidia"})"}},
       "org.jsonl:1",
       "parent \"nvidia\""},
      {"a maker must exist",
       {{"product.jsonl", R"({"id":"h800","type":"product","label":"H800","maker":"nvidia"})"}},
       "product.jsonl:1",
       "maker \"nvidia\""},
      {"a person's org must exist",
       {{"person.jsonl", R"({"id":"p","type":"person","label":"P Q","orgs":["nvidia"]})"}},
       "person.jsonl:1",
       "org \"nvidia\""},
      {"one alias for two entities, both without amb",
       {{"company.jsonl", kNvidia + "\n" + R"({"id":"b","type":"company","label":"NVIDIA"})"}},
       "company.jsonl:2",
       "amb 1 or 2"},
      {"and with amb at one of them only",
       {{"org.jsonl", R"({"id":"a","type":"org","label":"A","aliases":[{"text":"BIS","amb":2}]})"
                      "\n"
                      R"({"id":"b","type":"org","label":"B","aliases":[{"text":"BIS"}]})"}},
       "org.jsonl:2",
       "alias \"BIS\""},
      {"amb has three values",
       {{"org.jsonl", R"({"id":"a","type":"org","label":"A","aliases":[{"text":"B","amb":3}]})"}},
       "org.jsonl:1",
       "0, 1 or 2"},
      {"case has three values",
       {{"org.jsonl",
         R"({"id":"a","type":"org","label":"A","aliases":[{"text":"B","case":"up"}]})"}},
       "org.jsonl:1",
       "any, cap or exact"},
      {"a list of texts holds texts",
       {{"org.jsonl", R"({"id":"a","type":"org","label":"A","context":[1]})"}},
       "org.jsonl:1",
       "list of texts"},
      {"a ticker means one company",
       {{"company.jsonl",
         kNvidia + "\n" + R"({"id":"b","type":"company","label":"B","tickers":["NVDA"]})"}},
       "company.jsonl:2",
       "ticker \"NVDA\""},
      {"an empty folder is a wrong folder", {}, "", "no entity"},
  };
  return table;
}

TEST(GazetteerLoader, RefusesFaultsWithTheirPlace) {
  for (const Fault& fault : faults()) {
    SCOPED_TRACE(fault.reason);
    const GazetteerFiles files(fault.files);
    try {
      (void)Gazetteer::load(files.folder());
      ADD_FAILURE() << "was loaded";
    } catch (const CorpusError& error) {
      EXPECT_THAT(error.what(), HasSubstr(fault.place));
      EXPECT_THAT(error.what(), HasSubstr(fault.message));
    }
  }
}

TEST(GazetteerLoader, SaysHowToNameAnotherFolder) {
  try {
    (void)Gazetteer::load("/nonexistent/gazetteer");
    ADD_FAILURE() << "was loaded";
  } catch (const CorpusError& error) {
    EXPECT_THAT(error.what(), HasSubstr("--gazetteer"));
  }
}

TEST(GazetteerLoader, ReadsEveryKey) {
  const GazetteerFiles files(Files{
      {"company.jsonl",
       kNvidia + "\n" +
           R"({"id":"b","type":"company","label":"B Label","kind":"k","wikidata":"Q1","country":"us",)"
           R"("parent":"nvidia","context":["chip"],"aliases":[)"
           R"({"text":"Bee","lang":"fr","amb":2,"case":"exact","kind":"short"}]})"},
      {"blockers.txt", "apple pie\n\nbig apple\n"}});
  const Gazetteer gazetteer = Gazetteer::load(files.folder());
  const Entity* entity = gazetteer.find({Facet::company, "b"});
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->label, "B Label");
  EXPECT_EQ(entity->kind, "k");
  EXPECT_EQ(entity->wikidata, "Q1");
  EXPECT_EQ(entity->country, "us");
  EXPECT_EQ(entity->parent, "nvidia");
  EXPECT_THAT(entity->context, ::testing::ElementsAre("chip"));
  ASSERT_EQ(entity->aliases.size(), 2U) << "the label is an alias too";
  EXPECT_EQ(entity->aliases[0].text, "B Label");
  EXPECT_EQ(entity->aliases[1].lang, "fr");
  EXPECT_EQ(entity->aliases[1].ambiguity, Ambiguity::mostly_other);
  EXPECT_EQ(entity->aliases[1].letter_case, AliasCase::exact);
  EXPECT_EQ(entity->aliases[1].kind, "short");
  EXPECT_THAT(gazetteer.blockers(), ::testing::ElementsAre("apple pie", "big apple"));
}

TEST(GazetteerLoader, AnAliasOfTheLabelsTextSpeaksForTheLabel) {
  const GazetteerFiles files(Files{
      {"company.jsonl",
       R"({"id":"apple","type":"company","label":"Apple","aliases":[{"text":"apple","amb":1}]})"}});
  const Gazetteer gazetteer = Gazetteer::load(files.folder());
  ASSERT_EQ(gazetteer.entities().front().aliases.size(), 1U);
  EXPECT_EQ(gazetteer.entities().front().aliases.front().ambiguity, Ambiguity::also_a_word);
}

TEST(GazetteerLoader, LoadsTheOneThatIsShipped) {
  const Gazetteer gazetteer = Gazetteer::load(default_gazetteer_folder());
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    const auto is_of_type = [&](const Entity& entity) { return entity.key.type == row.facet; };
    EXPECT_TRUE(std::any_of(gazetteer.entities().begin(), gazetteer.entities().end(), is_of_type))
        << row.name;
  }
}

}  // namespace
}  // namespace techpolicy
