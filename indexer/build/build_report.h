// What a run of the indexer did, in numbers.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace techpolicy {

struct BuildReport {
  std::uint64_t added = 0;      ///< Articles that are new.
  std::uint64_t changed = 0;    ///< Articles that replaced one of the index.
  std::uint64_t unchanged = 0;  ///< Articles that the index had already, with the same content.
  std::uint64_t copies = 0;     ///< Records skipped: same id and content as one before in this run.
  std::uint64_t overwritten = 0;  ///< Records that lost to a later one of the same id in this run.
  std::uint64_t dates_refused = 0;  ///< Articles left without a date, whose stated one cannot be.
  std::uint64_t removed = 0;
  std::uint64_t retagged = 0;     ///< Articles that another list of names reads differently.
  bool names_changed = false;     ///< Another list of names is kept now.
  std::uint64_t unknown_ids = 0;  ///< Ids to remove that the index does not hold.
  std::uint64_t files_read = 0;
  std::uint64_t files_unchanged = 0;            ///< Files that were not read again.
  std::map<std::string, std::size_t> rejected;  ///< Records and files by reason.
  std::map<std::string, std::size_t> skipped;   ///< SkippedRecords by reason.
  std::uint64_t documents = 0;                  ///< In the index afterwards.
  bool committed = false;                       ///< Whether anything was written.
  bool interrupted = false;                     ///< Stopped before all was read.

  [[nodiscard]] std::uint64_t rejected_count() const;

  /// One line for people, without a line end.
  [[nodiscard]] std::string summary() const;
};

}  // namespace techpolicy
