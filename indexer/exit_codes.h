// The exit codes of `indexer`.
#pragma once

namespace techpolicy {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kSomeRejected = 3;  ///< Done, but records were rejected or ids were unknown.
inline constexpr int kIndexUnusable =
    4;  ///< Missing, locked, damaged, or of another schema version.

}  // namespace techpolicy
