#include "indexer/build/index_builder.h"

#include <ctime>
#include <optional>
#include <utility>

#include "indexer/build/intake.h"
#include "indexer/build/known_articles.h"
#include "indexer/build/pruning.h"
#include "indexer/build/retagging.h"
#include "indexer/build/shard_set.h"
#include "indexer/entities/lexicon.h"
#include "indexer/schema/errors.h"
#include "indexer/schema/version.h"

namespace techpolicy {
namespace {

/// Removes unfinished work however a run ends. What a kill leaves is removed by the next writer.
class WorkDirectory {
 public:
  explicit WorkDirectory(const IndexStore& store)
      : store_(store), path_(store.make_work_directory()) {}
  ~WorkDirectory() { store_.clean(); }
  WorkDirectory(const WorkDirectory&) = delete;
  WorkDirectory& operator=(const WorkDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  const IndexStore& store_;
  std::filesystem::path path_;
};

std::shared_ptr<const Lexicon> lexicon_of(const Xapian::Database& database) {
  return Lexicon::from_bytes(
      {database.get_metadata(kGazetteerKey), database.get_metadata(kWordsKey),
       database.get_metadata(kListedWordsKey), database.get_metadata(kGlossaryKey)});
}

}  // namespace

std::uint64_t system_unix_clock() { return static_cast<std::uint64_t>(std::time(nullptr)); }

/// The index that a build takes the place of.
struct IndexBuilder::Previous {
  IndexState state;  ///< Zeros where there is none, or none that can be read.
  KnownArticles articles;
};

IndexBuilder::IndexBuilder(IndexStore store, BuilderSettings settings,
                           const std::atomic<bool>& stop, RejectLog& rejects, Progress& progress)
    : store_(std::move(store)),
      settings_(std::move(settings)),
      stop_(stop),
      rejects_(rejects),
      progress_(progress) {}

IndexBuilder::Previous IndexBuilder::open_previous() const {
  Previous previous;
  if (!store_.exists()) return previous;
  try {
    const Xapian::Database database(store_.live_directory().string());
    previous.state = state_of_any_version(database).value_or(IndexState{});
    if (previous.state.schema_version == kSchemaVersion) {
      previous.articles = KnownArticles(database, OnDamage::forget);
    }
  } catch (const Xapian::Error& error) {
    progress_.warn("the index before this build cannot be read (" + error.get_description() +
                   "): its revision and sequence numbers begin again");
  }
  return previous;
}

BuildReport IndexBuilder::build(std::span<const std::string> inputs) {
  const WriterLock lock = store_.lock();
  store_.clean();
  const WorkDirectory work(store_);
  BuildReport report = build_in(work.path(), inputs);
  if (report.committed && settings_.committed) settings_.committed(report.documents);
  return report;
}

BuildReport IndexBuilder::build_in(const std::filesystem::path& work,
                                   std::span<const std::string> inputs) {
  Previous previous = open_previous();
  ShardSet shards(work, Lexicon::load(settings_.gazetteer), settings_.jobs, settings_.limits,
                  progress_);
  Intake intake(std::move(previous.articles),
                {KnownContent::index, previous.state.sequence, settings_.clock(), settings_.dates,
                 settings_.input_done},
                stop_, rejects_, progress_);
  BuildReport report;
  intake.run(inputs, shards, report);
  shards.finish();
  progress_.end();
  report.interrupted = report.interrupted || stop_;
  if (report.interrupted) return report;
  report.documents = report.added + report.changed + report.unchanged;
  if (report.documents == 0) {
    throw CorpusError(
        "no article could be read from the inputs; the index was left as it was. Check the paths");
  }
  progress_.detail("merging and checking");
  const std::filesystem::path merged = work / "merged";
  shards.merge(merged, {kSchemaVersion, previous.state.revision + 1, intake.last_sequence(),
                        settings_.clock()});
  verify_database(merged, report.documents);
  store_.publish(merged);
  report.committed = true;
  return report;
}

void IndexBuilder::create_empty() const {
  const WorkDirectory work(store_);
  const std::filesystem::path fresh = work.path() / "empty";
  {
    Xapian::WritableDatabase database(fresh.string(), Xapian::DB_CREATE);
    write_metadata(database, *Lexicon::load(settings_.gazetteer),
                   {kSchemaVersion, 1, 0, settings_.clock()});
    database.commit();
  }
  store_.publish(fresh);
}

Intake IndexBuilder::add_once(std::span<const std::string> inputs, LiveDatabase& live,
                              BuildReport& report) {
  const Xapian::Database before = store_.open();
  Intake intake(KnownArticles(before, OnDamage::fail),
                {KnownContent::skip, live.state().sequence, settings_.clock(), settings_.dates,
                 settings_.input_done},
                stop_, rejects_, progress_);
  LiveUpdate update(live, lexicon_of(before), settings_.jobs, settings_.limits, settings_.committed,
                    progress_);
  intake.run(inputs, update, report);
  update.finish();
  progress_.end();
  return intake;
}

void IndexBuilder::prune_and_mend(std::span<const std::string> inputs, const Intake& intake,
                                  LiveDatabase& live, BuildReport& report) {
  const PruneCounts counts = prune(inputs, intake, store_.open(), live, settings_.input_done);
  report.removed = counts.removed;
  if (!live.has_changes()) return;
  live.commit();
  if (settings_.committed) settings_.committed(live.documents());
  if (!counts.read_again) return;
  BuildReport mended;
  static_cast<void>(add_once(inputs, live, mended));
  report.added += mended.added;
  report.interrupted = mended.interrupted;
}

BuildReport IndexBuilder::add(std::span<const std::string> inputs) {
  const WriterLock lock = store_.lock();
  store_.clean();
  if (!store_.exists()) create_empty();
  static_cast<void>(store_.open());  // Says what to do about an index that cannot be used.
  LiveDatabase live(store_, settings_.clock);
  const std::uint64_t revision = live.state().revision;
  BuildReport report;
  const Intake intake = add_once(inputs, live, report);
  if (settings_.prune && !report.interrupted) {
    if (!intake.seen().all_found) {
      progress_.warn(
          "an input could not be reached: no article was taken out for want of its file");
    }
    prune_and_mend(inputs, intake, live, report);
  }
  report.documents = live.documents();
  report.committed = live.state().revision != revision;
  return report;
}

BuildReport IndexBuilder::remove(std::span<const std::string> ids) {
  const std::filesystem::path directory =
      store_.live_directory();  // Makes nothing where nothing is.
  const WriterLock lock = store_.lock();
  store_.clean();
  LiveDatabase live(store_, settings_.clock);
  BuildReport report;
  for (const std::string& id : ids) {
    if (live.remove(id)) {
      ++report.removed;
    } else {
      ++report.unknown_ids;
      progress_.warn("no article has the id " + id);
    }
  }
  report.documents = live.documents();
  report.committed = live.has_changes();
  if (!live.has_changes()) return report;
  live.commit();
  if (settings_.committed) settings_.committed(report.documents);
  return report;
}

BuildReport IndexBuilder::retag() {
  static_cast<void>(store_.live_directory());  // Makes nothing where nothing is.
  const std::shared_ptr<const Lexicon> lexicon = Lexicon::load(settings_.gazetteer);
  const WriterLock lock = store_.lock();
  store_.clean();
  LiveDatabase live(store_, settings_.clock);
  const RetagCounts counts =
      retag_documents(store_, lexicon, settings_.jobs, live, stop_, progress_);
  BuildReport report;
  report.documents = live.documents();
  report.retagged = counts.replaced;
  report.unchanged = counts.unchanged;
  report.interrupted = counts.stopped;
  if (counts.stopped) return report;
  report.names_changed = live.put_lexicon(*lexicon);
  report.committed = live.has_changes();
  if (!live.has_changes()) return report;
  live.commit();
  if (settings_.committed) settings_.committed(report.documents);
  return report;
}

}  // namespace techpolicy
