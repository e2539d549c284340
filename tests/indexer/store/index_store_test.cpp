// Publication, lock and cleaning of an index directory, with real databases in it.
#include "indexer/store/index_store.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/schema/errors.h"
#include "indexer/schema/version.h"
#include "tests/temporary_folder.h"

namespace techpolicy {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class IndexStoreTest : public ::testing::Test {
 protected:
  /// Makes a database with one document of a term, and publishes it.
  void publish(const std::string& term, const IndexState& state) const {
    const fs::path database = store_.make_work_directory() / "merged";
    {
      Xapian::WritableDatabase writable(database.string(), Xapian::DB_CREATE);
      Xapian::Document document;
      document.add_term(term);
      writable.add_document(document);
      write_state(writable, state);
      writable.commit();
    }
    store_.publish(database);
  }

  [[nodiscard]] std::size_t count(const std::string& prefix) const {
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path().filename().string().starts_with(prefix)) ++entries;
    }
    return entries;
  }

  TemporaryFolder folder_;
  IndexStore store_{folder_.path()};
};

constexpr IndexState kState{kSchemaVersion, 3, 17, 1'700'000'000};

TEST_F(IndexStoreTest, NothingIsThereBeforeTheFirstPublication) {
  EXPECT_FALSE(store_.exists());
  EXPECT_EQ(store_.change_token(), "");
  try {
    static_cast<void>(store_.open());
    FAIL() << "opened what is not there";
  } catch (const IndexError& error) {
    EXPECT_THAT(error.what(), HasSubstr("indexer build")) << "the message says the way out";
  }
}

TEST_F(IndexStoreTest, OpensWhatWasPublishedWithItsState) {
  publish("first", kState);
  const Xapian::Database database = store_.open();
  EXPECT_TRUE(database.term_exists("first"));
  const IndexState state = read_state(database);
  EXPECT_EQ(state.revision, 3U);
  EXPECT_EQ(state.sequence, 17U);
  EXPECT_EQ(state.updated_at, 1'700'000'000U);
}

TEST_F(IndexStoreTest, PublishingAgainReplacesWhileOldReadersGoOn) {
  publish("first", kState);
  const Xapian::Database old_reader = store_.open();
  const std::string old_token = store_.change_token();
  publish("second", kState);
  EXPECT_TRUE(old_reader.term_exists("first"));
  EXPECT_TRUE(store_.open().term_exists("second"));
  EXPECT_NE(store_.change_token(), old_token);
}

TEST_F(IndexStoreTest, ChangeTokenFollowsCommitsAndNothingElse) {
  publish("first", kState);
  const std::string before = store_.change_token();
  static_cast<void>(store_.open());
  EXPECT_EQ(store_.change_token(), before) << "reading is no change";
  Xapian::WritableDatabase writable(store_.live_directory().string(), Xapian::DB_OPEN);
  writable.add_document(Xapian::Document());
  writable.commit();
  EXPECT_NE(store_.change_token(), before);
}

TEST_F(IndexStoreTest, CleaningKeepsTheLiveDatabaseAndTheOneBefore) {
  for (const char* term : {"first", "second", "third"}) publish(term, kState);
  fs::create_directories(folder_.path() / "building.1" / "shard.0");
  fs::create_directories(folder_.path() / "live.000099");
  fs::create_symlink("live.000099", folder_.path() / "current.new");
  store_.clean();
  EXPECT_TRUE(store_.open().term_exists("third"));
  EXPECT_EQ(count("live."), 2U) << "live.000099 was never published, live.000001 is two back";
  EXPECT_EQ(count("building."), 0U);
  EXPECT_EQ(count("current"), 1U);
  publish("fourth", kState);
  EXPECT_TRUE(store_.open().term_exists("fourth")) << "numbers go on after cleaning";
}

TEST_F(IndexStoreTest, RefusesAnotherSchemaVersionButTellsItsCounters) {
  publish("first", {kSchemaVersion + 1, 8, 90, 1});
  try {
    static_cast<void>(store_.open());
    FAIL() << "opened an index of another version";
  } catch (const IndexError& error) {
    EXPECT_THAT(error.what(), HasSubstr("schema version"));
    EXPECT_THAT(error.what(), HasSubstr("indexer build"));
  }
  const Xapian::Database database(store_.live_directory().string());
  const auto state = state_of_any_version(database);
  ASSERT_TRUE(state);
  EXPECT_EQ(state->revision, 8U);
  EXPECT_EQ(state->sequence, 90U);
}

TEST_F(IndexStoreTest, RefusesADatabaseThatIsNotOurs) {
  const fs::path foreign = store_.make_work_directory() / "foreign";
  Xapian::WritableDatabase(foreign.string(), Xapian::DB_CREATE).commit();
  store_.publish(foreign);
  EXPECT_THROW(static_cast<void>(store_.open()), IndexError);
}

TEST_F(IndexStoreTest, DamageIsAnIndexErrorNotAXapianOne) {
  publish("first", kState);
  const fs::path version_file = store_.live_directory() / "iamglass";
  fs::resize_file(version_file, 5);
  EXPECT_THROW(static_cast<void>(store_.open()), IndexError);
}

TEST_F(IndexStoreTest, TheLockIsOfOneProcessAndNamesIt) {
  const WriterLock lock = store_.lock();
  try {
    const WriterLock second = store_.lock();
    FAIL() << "locked twice";
  } catch (const IndexError& error) {
    EXPECT_THAT(error.what(), HasSubstr("process " + std::to_string(::getpid())));
  }
}

TEST_F(IndexStoreTest, TheLockOfAKilledProcessIsFree) {
  const pid_t child = ::fork();
  if (child == 0) {
    const WriterLock lock = store_.lock();
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_NO_THROW(const WriterLock lock = store_.lock());
}

TEST_F(IndexStoreTest, TheLockMakesTheDirectory) {
  const IndexStore fresh(folder_.path() / "a" / "b");
  const WriterLock lock = fresh.lock();
  EXPECT_TRUE(fs::is_directory(fresh.directory()));
}

}  // namespace
}  // namespace techpolicy
