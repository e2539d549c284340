// Looking entities up by what people type, and the form kept in an index.
#include "indexer/entities/gazetteer.h"

#include <gtest/gtest.h>

#include "indexer/schema/errors.h"
#include "tests/indexer/entities/gazetteer_files.h"

namespace techpolicy {
namespace {

const Gazetteer& shipped() {
  static const Gazetteer gazetteer = Gazetteer::load(default_gazetteer_folder());
  return gazetteer;
}

std::string id_of(const Entity* entity) { return entity == nullptr ? "" : entity->key.id; }

struct Lookup {
  Facet type;
  std::string typed;
  std::string id;  ///< Empty: none.
  std::string reason;
};

TEST(Gazetteer, ResolvesNames) {
  const std::vector<Lookup> table = {
      {Facet::company, "nvidia", "nvidia", "by id"},
      {Facet::company, "NVIDIA corporation", "nvidia", "by alias in any case"},
      {Facet::company, "英伟达", "nvidia", "by an alias of another script"},
      {Facet::company, "Telefónica", "telefonica", "with its accent, which is folded"},
      {Facet::person, "nvidia", "", "of another type"},
      {Facet::org, "BIS", "bis", "an id comes before the alias that two agencies share"},
      {Facet::company, "nvidea", "", "misspelt: nearest() is for that"},
      {Facet::company, "", "", "nothing typed"},
  };
  for (const Lookup& row : table) {
    EXPECT_EQ(id_of(shipped().resolve(row.type, row.typed)), row.id) << row.reason;
  }
}

TEST(Gazetteer, DoesNotChooseBetweenTwo) {
  const testing::GazetteerFiles files(testing::Files{
      {"org.jsonl",
       R"({"id":"a","type":"org","label":"A Org","aliases":[{"text":"ABC","amb":2}]})"
       "\n"
       R"({"id":"b","type":"org","label":"B Org","aliases":[{"text":"ABC","amb":2}]})"}});
  const Gazetteer gazetteer = Gazetteer::load(files.folder());
  EXPECT_EQ(gazetteer.resolve(Facet::org, "abc"), nullptr);
}

TEST(Gazetteer, FindsTheNearest) {
  const std::vector<Lookup> table = {
      {Facet::company, "nvidea", "nvidia", "one letter"},
      {Facet::company, "Hauwei", "huawei", "two letters changed places"},
      {Facet::company, "moonshot", "", "four letters are too many"},
      {Facet::company, "zzzzzzzz", "", "nothing is like it"},
      {Facet::law, "gpdr", "", "two edits in four letters"},
      {Facet::person, "jensen huan", "jensen-huang", "a full name by its alias"},
  };
  for (const Lookup& row : table) {
    EXPECT_EQ(id_of(shipped().nearest(row.type, row.typed)), row.id) << row.reason;
  }
}

TEST(Gazetteer, ReturnsFromBytesWhole) {
  const std::string bytes = shipped().serialize();
  const Gazetteer copy = Gazetteer::deserialize(bytes);
  EXPECT_EQ(copy.serialize(), bytes);
  EXPECT_EQ(copy.entities().size(), shipped().entities().size());
  EXPECT_EQ(copy.blockers(), shipped().blockers());
  const Entity* entity = copy.resolve(Facet::company, "Intel");
  ASSERT_NE(entity, nullptr);
  EXPECT_EQ(entity->aliases.front().ambiguity, Ambiguity::also_a_word);
  EXPECT_EQ(entity->context, shipped().resolve(Facet::company, "Intel")->context);
}

TEST(Gazetteer, RefusesDamagedBytes) {
  const testing::GazetteerFiles files(
      testing::Files{{"company.jsonl", R"({"id":"a","type":"company","label":"A"})"}});
  const std::string bytes = Gazetteer::load(files.folder()).serialize();
  EXPECT_THROW((void)Gazetteer::deserialize(""), IndexError);
  EXPECT_THROW((void)Gazetteer::deserialize(bytes + "x"), IndexError) << "something behind it";
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_THROW((void)Gazetteer::deserialize(bytes.substr(0, size)), IndexError) << size;
  }
}

}  // namespace
}  // namespace techpolicy
