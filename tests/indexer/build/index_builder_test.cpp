// What build, add and remove do to an index: counts, sequence numbers, what is read again, what
// survives.
#include "indexer/build/index_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>

#include "indexer/build/index_check.h"
#include "indexer/schema/errors.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string record(const std::string& id, const std::string& text) {
  std::string line = R"({"id":")";
  line.append(id).append(R"(","title":"On )").append(id);
  return line.append(R"(","text":")").append(text).append("\"}\n");
}

std::string numbered(std::string name, std::uint64_t number) {
  return std::move(name.append(std::to_string(number)));
}

/// Articles n0, n1, ...
std::string records(std::uint64_t count) {
  std::string lines;
  for (std::uint64_t i = 0; i < count; ++i) {
    lines += record(numbered("n", i), numbered("Nvidia sells chip number ", i));
  }
  return lines;
}

struct Counts {
  std::uint64_t added, changed, unchanged, copies, overwritten, rejected;
};

void expect_counts(const BuildReport& report, const Counts& counts) {
  EXPECT_EQ(report.added, counts.added);
  EXPECT_EQ(report.changed, counts.changed);
  EXPECT_EQ(report.unchanged, counts.unchanged);
  EXPECT_EQ(report.copies, counts.copies);
  EXPECT_EQ(report.overwritten, counts.overwritten);
  EXPECT_EQ(report.rejected_count(), counts.rejected);
}

TEST(IndexBuilder, BuildCountsWhatBecameOfEachRecord) {
  BuiltIndex index;
  index.write("a.jsonl", record("x", "One.") + record("x", "One.") + "{broken\n" +
                             record("x", "Two.") + record("y", "Three.") + R"({"id":"z"})" + "\n");
  const BuildReport report = index.build({index.input()});
  expect_counts(report, {2, 0, 0, 1, 1, 2});
  EXPECT_EQ(report.documents, 2U);
  EXPECT_EQ(index.articles().at("x").body.text, "Two.") << "the last of an id wins";
  EXPECT_THAT(index.committed, ElementsAre(2U)) << "once, after publishing";
  EXPECT_EQ(index.state().revision, 1U);
  EXPECT_EQ(check_index(index.store()).fault_count, 0U);
}

TEST(IndexBuilder, BuildingAgainGivesTheSameDocuments) {
  BuiltIndex index;
  index.write("a.jsonl", records(40));
  static_cast<void>(index.build({index.input()}));
  const auto first = index.documents();
  const IndexState before = index.state();
  index.now += 1000;
  expect_counts(index.build({index.input()}), {0, 0, 40, 0, 0, 0});
  EXPECT_EQ(index.documents(), first) << "number, terms, values, sequence and time of entry";
  EXPECT_EQ(index.state().revision, before.revision + 1);
  EXPECT_EQ(index.state().sequence, before.sequence) << "nothing entered or changed";
}

TEST(IndexBuilder, SequenceFollowsTheInputWhateverThreadsDo) {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    BuiltIndex index;
    index.jobs = jobs;
    index.write("b.jsonl", record("last", "Text."));
    index.write("a.jsonl", records(50));
    static_cast<void>(index.build({index.input()}));
    const auto articles = index.articles();
    ASSERT_EQ(articles.size(), 51U) << jobs << " shards, some of them perhaps empty";
    for (std::uint64_t i = 0; i < 50; ++i) {
      EXPECT_EQ(articles.at(numbered("n", i)).sequence, i + 1);
    }
    EXPECT_EQ(articles.at("last").sequence, 51U) << "files are sorted by name";
    EXPECT_EQ(index.state().sequence, 51U);
  }
}

TEST(IndexBuilder, OnlyWhatChangedGetsANewSequence) {
  for (const bool whole : {true, false}) {
    BuiltIndex index;
    index.write("a.jsonl", record("x", "One.") + record("y", "Two."));
    static_cast<void>(index.build({index.input()}));
    index.now += 1000;
    const std::string file =
        index.write("a.jsonl", record("x", "One.") + record("y", "New.") + record("z", "Three."));
    expect_counts(whole ? index.build({file}) : index.add({file}), {1, 1, 1, 0, 0, 0});
    const auto articles = index.articles();
    EXPECT_EQ(articles.at("x").sequence, 1U) << "same id and content keeps its own";
    EXPECT_EQ(articles.at("x").added, 1'700'000'000U);
    EXPECT_EQ(articles.at("y").sequence, 3U) << "changed";
    EXPECT_EQ(articles.at("y").added, 1'700'000'000U) << "entered then all the same";
    EXPECT_EQ(articles.at("z").sequence, 4U) << "new";
    EXPECT_EQ(articles.at("z").added, 1'700'001'000U);
    EXPECT_EQ(index.state().sequence, 4U);
    EXPECT_EQ(index.state().revision, 2U);
  }
}

TEST(IndexBuilder, AddMakesAnIndexAndBuildGivesTheSameArticles) {
  BuiltIndex added;
  added.write("a.jsonl", records(30) + record("n3", "Other."));
  expect_counts(added.add({added.input()}), {30, 0, 0, 0, 1, 0});
  BuiltIndex built;
  built.write("a.jsonl", records(30) + record("n3", "Other."));
  static_cast<void>(built.build({built.input()}));
  EXPECT_EQ(added.articles(), built.articles());
  EXPECT_EQ(check_index(added.store()).fault_count, 0U);
}

TEST(IndexBuilder, AddingTwiceChangesNothing) {
  BuiltIndex index;
  index.write("a.jsonl", records(30));
  index.write("b.txt", "Nvidia sells chips.");
  static_cast<void>(index.add({index.input()}));
  const auto documents = index.documents();
  const std::string token = index.store().change_token();
  index.committed.clear();
  const BuildReport report = index.add({index.input()});
  EXPECT_EQ(report.files_unchanged, 2U);
  EXPECT_EQ(report.files_read, 0U);
  EXPECT_FALSE(report.committed);
  EXPECT_THAT(report.summary(), HasSubstr("nothing new"));
  EXPECT_TRUE(index.committed.empty());
  EXPECT_EQ(index.store().change_token(), token) << "no commit";
  EXPECT_EQ(index.documents(), documents);
}

TEST(IndexBuilder, AddAfterBuildReadsNothing) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  EXPECT_EQ(index.add({index.input()}).files_unchanged, 1U) << "build keeps the ledger too";
}

TEST(IndexBuilder, ATouchedFileIsComparedByContent) {
  BuiltIndex index;
  const std::string file = index.write("a.jsonl", records(3));
  static_cast<void>(index.add({file}));
  std::filesystem::last_write_time(
      file, std::filesystem::last_write_time(file) + std::chrono::seconds(5));
  const BuildReport report = index.add({file});
  EXPECT_EQ(report.files_unchanged, 1U);
  EXPECT_FALSE(report.committed);
}

TEST(IndexBuilder, SameSizeOtherContentIsRead) {
  BuiltIndex index;
  const std::string file = index.write("a.jsonl", record("x", "One."));
  static_cast<void>(index.add({file}));
  static_cast<void>(index.write("a.jsonl", record("x", "Two.")));
  std::filesystem::last_write_time(
      file, std::filesystem::last_write_time(file) + std::chrono::seconds(5));
  expect_counts(index.add({file}), {0, 1, 0, 0, 0, 0});
  EXPECT_EQ(index.articles().at("x").body.text, "Two.");
}

TEST(IndexBuilder, AFileThatCouldNotBeReadIsTriedAgain) {
  BuiltIndex index;
  index.write("a.txt", "");
  index.write("b.txt", "Text.");
  EXPECT_EQ(index.add({index.input()}).rejected_count(), 1U);
  const BuildReport again = index.add({index.input()});
  EXPECT_EQ(again.rejected_count(), 1U) << "said again until it is mended";
  EXPECT_EQ(again.files_unchanged, 1U);
  EXPECT_FALSE(again.committed);
}

TEST(IndexBuilder, AddCommitsEveryThousand) {
  BuiltIndex index;
  index.write("a.jsonl", records(2500));
  static_cast<void>(index.add({index.input()}));
  EXPECT_THAT(index.committed, ElementsAre(1000U, 2000U, 2500U));
  EXPECT_EQ(index.state().revision, 4U) << "the empty index and three commits";
}

TEST(IndexBuilder, RemoveTakesOutWhatIsThere) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  const BuildReport report = index.remove({"n1", "none"});
  EXPECT_EQ(report.removed, 1U);
  EXPECT_EQ(report.unknown_ids, 1U);
  EXPECT_EQ(report.documents, 2U);
  EXPECT_FALSE(index.articles().contains("n1"));
  EXPECT_EQ(index.state().revision, 2U);
  EXPECT_EQ(index.state().sequence, 3U) << "nothing entered";
  EXPECT_FALSE(index.remove({"none"}).committed);
  EXPECT_EQ(index.add({index.input()}).added, 0U) << "stays out while its file is unchanged";
  EXPECT_EQ(index.build({index.input()}).added, 1U) << "a build reads all";
}

TEST(IndexBuilder, BuildOfNothingLeavesTheIndex) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  EXPECT_THROW(static_cast<void>(index.build({index.input() + "/typing-error"})), CorpusError);
  EXPECT_EQ(index.articles().size(), 3U);
  EXPECT_EQ(index.state().revision, 1U);
}

TEST(IndexBuilder, AStoppedBuildPublishesNothing) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  index.stop = true;
  const BuildReport report = index.build({index.input()});
  EXPECT_TRUE(report.interrupted);
  EXPECT_FALSE(report.committed);
  EXPECT_EQ(index.state().revision, 1U);
  std::size_t entries = 0;
  for (const auto& entry : std::filesystem::directory_iterator(index.store().directory())) {
    entries += entry.path().filename().string().starts_with("building.") ? 1U : 0U;
  }
  EXPECT_EQ(entries, 0U) << "and leaves nothing behind";
}

TEST(IndexBuilder, BuildsOverAnotherSchemaVersionAndCountsOn) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  {
    Xapian::WritableDatabase database(index.store().live_directory().string(), Xapian::DB_OPEN);
    write_state(database, {index.state().schema_version + 1, 41, 900, 0});
    database.commit();
  }
  EXPECT_THROW(static_cast<void>(index.add({index.input()})), IndexError);
  static_cast<void>(index.build({index.input()}));
  EXPECT_EQ(index.state().revision, 42U);
  EXPECT_EQ(index.state().sequence, 903U);
}

TEST(IndexBuilder, BuildsOverADamagedIndex) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  std::filesystem::resize_file(index.store().live_directory() / "iamglass", 3);
  EXPECT_THROW(static_cast<void>(index.add({index.input()})), IndexError);
  EXPECT_EQ(index.build({index.input()}).documents, 3U);
  EXPECT_EQ(check_index(index.store()).fault_count, 0U);
}

TEST(IndexBuilder, RefusesWhileAnotherWrites) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  const WriterLock lock = index.store().lock();
  EXPECT_THROW(static_cast<void>(index.build({index.input()})), IndexError);
  EXPECT_THROW(static_cast<void>(index.add({index.input()})), IndexError);
}

TEST(IndexCheck, FindsADocumentWhoseArticleIsDamaged) {
  BuiltIndex index;
  index.write("a.jsonl", records(3));
  static_cast<void>(index.build({index.input()}));
  {
    Xapian::WritableDatabase database(index.store().live_directory().string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(2);
    document.set_data("\x09short");
    database.replace_document(2, document);
    database.commit();
  }
  const CheckResult result = check_index(index.store());
  EXPECT_EQ(result.fault_count, 1U);
  EXPECT_THAT(result.faults.front(), HasSubstr("document 2"));
}

}  // namespace
}  // namespace techpolicy
