// Documents to revision: builds a whole index, or changes the live one.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "indexer/articles/date_rules.h"
#include "indexer/build/build_report.h"
#include "indexer/build/input_report.h"
#include "indexer/build/intake.h"
#include "indexer/build/live_database.h"
#include "indexer/build/live_update.h"
#include "indexer/build/progress.h"
#include "indexer/build/reject_log.h"
#include "indexer/build/write_limits.h"
#include "indexer/store/index_store.h"

namespace techpolicy {

/// Seconds by the system's clock.
[[nodiscard]] std::uint64_t system_unix_clock();

struct BuilderSettings {
  std::filesystem::path gazetteer;  ///< Folder; `add` uses it only where there is no index yet.
  unsigned jobs = 1;                ///< Preparing threads; of `build` also the number of shards.
  DateRules dates;                  ///< Of this run's articles.
  UnixClock clock = system_unix_clock;
  CommitListener committed;  ///< May be empty.
  InputListener input_done;  ///< May be empty.
  WriteLimits limits;
  bool prune = false;  ///< `add` takes out what the inputs no longer hold.
};

/// Takes the writer's lock for each piece of work. Errors: IndexError (locked, missing, other
/// schema version, cannot be published), CorpusError (gazetteer; nothing to build from),
/// UsageError, and Xapian::Error, above all for a full disk. After an error the index is as it was
/// at the last commit.
class IndexBuilder {
 public:
  /// All references must outlive the builder. Work ends early, and cleanly, once `stop` is true.
  IndexBuilder(IndexStore store, BuilderSettings settings, const std::atomic<bool>& stop,
               RejectLog& rejects, Progress& progress);

  /// A whole new index in place of the one that is there. Counters carry on, and articles with the
  /// same id and content keep their sequence. The documents are the same for the same input and
  /// number of jobs. Stopped early, nothing is published.
  [[nodiscard]] BuildReport build(std::span<const std::string> inputs);

  /// Into the live index, which is made where there is none. Names are found with the index's own
  /// gazetteer. Stopped early, all that was handed on is committed, and nothing is pruned.
  [[nodiscard]] BuildReport add(std::span<const std::string> inputs);

  /// Takes articles out of the live index.
  [[nodiscard]] BuildReport remove(std::span<const std::string> ids);

  /// Names found again, with the gazetteer folder of the settings and the words of the system, in
  /// the articles as the index stores them: the documents are then those that a build would give.
  /// Articles keep their sequence; one commit, so stopped early nothing is changed.
  [[nodiscard]] BuildReport retag();

 private:
  struct Previous;

  [[nodiscard]] Previous open_previous() const;
  [[nodiscard]] BuildReport build_in(const std::filesystem::path& work,
                                     std::span<const std::string> inputs);
  void create_empty() const;
  /// One pass over the inputs; the report gets its counts.
  [[nodiscard]] Intake add_once(std::span<const std::string> inputs, LiveDatabase& live,
                                BuildReport& report);
  void prune_and_mend(std::span<const std::string> inputs, const Intake& intake, LiveDatabase& live,
                      BuildReport& report);

  IndexStore store_;
  BuilderSettings settings_;
  const std::atomic<bool>& stop_;
  RejectLog& rejects_;
  Progress& progress_;
};

}  // namespace techpolicy
