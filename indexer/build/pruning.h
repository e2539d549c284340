// Takes out of the live index what its inputs no longer hold.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <xapian.h>

#include "indexer/build/input_report.h"
#include "indexer/build/intake.h"
#include "indexer/build/live_database.h"

namespace techpolicy {

struct PruneCounts {
  std::uint64_t removed = 0;
  /// An article that was removed may stand in a file that was left unread: files are to be read
  /// again, and their ledger entries are erased.
  bool read_again = false;
};

/// Removes, of the files that belong to the inputs, the articles of those that are gone, and
/// articles that a file which was read whole no longer holds. `database` is the state after the
/// run's last commit; changes are put into `live` and not committed. Nothing is removed for want of
/// an input that could not be reached, nor what came from standard input or another input.
[[nodiscard]] PruneCounts prune(std::span<const std::string> inputs, const Intake& intake,
                                const Xapian::Database& database, LiveDatabase& live,
                                const InputListener& input_done);

}  // namespace techpolicy
