// What `add --prune` takes out, and above all what it must leave.
#include "indexer/build/pruning.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include "indexer/schema/slots.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

std::string record(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","text":")" + text + "\"}\n";
}

class Pruning : public ::testing::Test {
 protected:
  Pruning() { index_.prune = true; }

  BuildReport add() { return index_.add({index_.input()}); }
  void remove_file(const std::string& name) const {
    std::filesystem::remove(std::filesystem::path(index_.input()) / name);
  }
  [[nodiscard]] std::set<std::string> ids() const {
    std::set<std::string> ids;
    for (const auto& [id, stored] : index_.articles()) ids.insert(id);
    return ids;
  }

  BuiltIndex index_;
};

TEST_F(Pruning, TakesOutTheArticlesOfAFileThatIsGone) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips."));
  index_.write("deep/b.jsonl", record("b", "Huawei makes chips."));
  static_cast<void>(add());
  remove_file("deep/b.jsonl");
  index_.outcomes.clear();
  const BuildReport report = add();
  EXPECT_EQ(report.removed, 1U);
  EXPECT_TRUE(report.committed);
  EXPECT_THAT(ids(), ElementsAre("a"));
  ASSERT_EQ(index_.outcomes.size(), 2U);
  EXPECT_EQ(index_.outcomes[0].result, InputResult::unchanged);
  EXPECT_EQ(index_.outcomes[1].file, "input/deep/b.jsonl");
  EXPECT_EQ(index_.outcomes[1].result, InputResult::gone);
  EXPECT_EQ(index_.outcomes[1].removed, 1U);
  EXPECT_FALSE(add().committed) << "the next run has nothing to do";
}

TEST_F(Pruning, TakesOutWhatAFileNoLongerHolds) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips.") + record("b", "Huawei makes chips."));
  static_cast<void>(add());
  index_.write("a.jsonl", record("a", "Nvidia sells chips."));
  EXPECT_EQ(add().removed, 1U);
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(Pruning, LeavesAllOfAFileWithARecordThatCannotBeRead) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips.") + record("b", "Huawei makes chips."));
  static_cast<void>(add());
  index_.write("a.jsonl", record("a", "Nvidia sells chips.") + R"({"id":"b","text":"Huawei ma)");
  EXPECT_EQ(add().removed, 0U) << "b is broken, not gone";
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
}

TEST_F(Pruning, WithoutTheFlagNothingIsTakenOut) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips."));
  index_.write("b.jsonl", record("b", "Huawei makes chips."));
  static_cast<void>(add());
  remove_file("b.jsonl");
  index_.prune = false;
  EXPECT_EQ(add().removed, 0U);
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
}

TEST_F(Pruning, AnArticleThatMovedToAnotherFileStaysThroughBothRuns) {
  index_.write("old.jsonl", record("a", "Nvidia sells chips."));
  static_cast<void>(add());
  const std::uint64_t sequence = index_.articles().at("a").sequence;
  remove_file("old.jsonl");
  index_.write("new.jsonl", record("a", "Nvidia sells chips."));
  EXPECT_EQ(add().removed, 0U);
  EXPECT_EQ(index_.articles().at("a").sequence, sequence) << "it is the same article";
  remove_file("new.jsonl");
  EXPECT_EQ(add().removed, 1U) << "the file that holds it now is known";
}

TEST_F(Pruning, ACopyInAFileThatWasNotReadKeepsTheArticle) {
  index_.write("a.jsonl", record("x", "Nvidia sells chips."));
  index_.write("b.jsonl", record("x", "Nvidia sells chips.") + record("y", "Huawei phones."));
  static_cast<void>(add());
  remove_file("a.jsonl");
  static_cast<void>(add());
  EXPECT_THAT(ids(), ElementsAre("x", "y"));
  remove_file("b.jsonl");
  static_cast<void>(add());
  EXPECT_TRUE(ids().empty());
}

TEST_F(Pruning, AnEarlierVersionComesBackWhenTheFileOfTheLaterOneGoes) {
  index_.write("a.jsonl", record("x", "Nvidia sells chips."));
  index_.write("b.jsonl", record("x", "Nvidia sells fewer chips."));
  static_cast<void>(add());
  remove_file("b.jsonl");
  static_cast<void>(add());
  EXPECT_EQ(index_.articles().at("x").body.text, "Nvidia sells chips.");
}

TEST_F(Pruning, NothingGoesForWantOfAnInputThatIsNotThere) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips."));
  static_cast<void>(add());
  std::filesystem::rename(index_.input(), index_.input() + ".unmounted");
  const BuildReport report = add();
  EXPECT_EQ(report.removed, 0U);
  EXPECT_THAT(ids(), ElementsAre("a"));
}

TEST_F(Pruning, LeavesWhatOtherInputsBrought) {
  index_.write("one/a.jsonl", record("a", "Nvidia sells chips."));
  index_.write("two/b.jsonl", record("b", "Huawei makes chips."));
  static_cast<void>(index_.add({index_.input() + "/one"}));
  EXPECT_EQ(index_.add({index_.input() + "/two"}).removed, 0U);
  EXPECT_THAT(ids(), ElementsAre("a", "b"));
}

TEST_F(Pruning, RetaggedArticlesStillKnowTheirFile) {
  index_.write("a.jsonl", record("a", "Nvidia sells chips to Zilog."));
  static_cast<void>(add());
  index_.write_gazetteer("product.jsonl", R"({"id":"z80","type":"product","label":"Zilog"})"
                                          "\n");
  ASSERT_EQ(index_.retag().retagged, 1U);
  remove_file("a.jsonl");
  EXPECT_EQ(add().removed, 1U);
}

}  // namespace
}  // namespace techpolicy
