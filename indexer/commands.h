// What each command of `indexer` does.
#pragma once

#include <atomic>

#include "indexer/command_line.h"

namespace techpolicy {

/// Runs a command: results on standard output, all else on standard error. Returns the exit code, 0
/// or 3 or, where an index was found damaged, 4. Long work ends early and cleanly once `stop` is
/// true, with 1. Throws on failure.
[[nodiscard]] int run_command(const CommandLine& line, const std::atomic<bool>& stop);

}  // namespace techpolicy
