// Where an index is and how it is published. The only code that names files of an index.
//
// - DIR/current: symbolic link to the live database directory, replaced by one rename.
// - DIR/live.000007/: a Xapian database.
// - DIR/building.PID/: unfinished work of `build`; removed by the next writer.
// - DIR/lock: locked (flock) by the one writer; the kernel frees it when a process dies.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <xapian.h>

namespace techpolicy {

/// Our own counters and facts of a committed state; part of each commit (Xapian metadata).
struct IndexState {
  unsigned schema_version = 0;
  std::uint64_t revision = 0;    ///< +1 for each commit and build; never goes back.
  std::uint64_t sequence = 0;    ///< Last number given to an article.
  std::uint64_t updated_at = 0;  ///< Unix seconds of the commit.
};

/// Reads the state of an open database. Throws IndexError where it has none or is of another
/// schema version.
[[nodiscard]] IndexState read_state(const Xapian::Database& database);
/// The same whatever the schema version: what `build` counts on from. nullopt where there is none.
[[nodiscard]] std::optional<IndexState> state_of_any_version(const Xapian::Database& database);
void write_state(Xapian::WritableDatabase& database, const IndexState& state);

/// Keys of what else an index keeps in its metadata.
inline constexpr const char* kGazetteerKey = "gazetteer";
inline constexpr const char* kWordsKey = "words";
inline constexpr const char* kListedWordsKey = "listed-words";
inline constexpr const char* kGlossaryKey = "glossary";

/// Held by the one writer; frees the lock when destroyed.
class WriterLock {
 public:
  explicit WriterLock(const std::filesystem::path& file);  ///< Throws IndexError when it is taken.
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_ = -1;
};

/// Names one index directory. Cheap; one per thread or shared, as const.
class IndexStore {
 public:
  explicit IndexStore(std::filesystem::path directory);

  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  [[nodiscard]] bool exists() const;

  /// The live database directory. Throws IndexError, saying how to build one, where there is none.
  [[nodiscard]] std::filesystem::path live_directory() const;

  /// Opens the live database for reading. Throws IndexError (missing, damaged, other schema
  /// version).
  [[nodiscard]] Xapian::Database open() const;

  /// Changes whenever a commit or a publication may have happened. Cheap: no database is opened.
  /// Empty where there is no index.
  [[nodiscard]] std::string change_token() const;

  // Writing; all under the lock.
  [[nodiscard]] WriterLock lock() const;
  /// Removes what killed writers left. Keeps the live database and the one before it.
  void clean() const;
  /// A fresh, empty directory for unfinished work.
  [[nodiscard]] std::filesystem::path make_work_directory() const;
  /// Makes a finished, closed database (a directory below the index) the live one, by one rename.
  /// What was published survives a loss of power.
  void publish(const std::filesystem::path& database) const;

 private:
  std::filesystem::path directory_;
};

}  // namespace techpolicy
