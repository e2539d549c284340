// The command line of `indexer` as values. The only code that knows the library for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/articles/date_rules.h"
#include "indexer/build/progress.h"
#include "indexer/build/write_limits.h"

namespace techpolicy {

enum class Command {
  build,
  add,
  watch,
  remove,
  retag,
  check,
  stats,
  inspect,
  candidates,
  lint_gazetteer
};

struct CommandLine {
  Command command = Command::build;
  std::filesystem::path index;
  std::vector<std::string> inputs;  ///< Of build, add, watch, inspect and candidates.
  DateRules dates;                  ///< Of build, add, watch and inspect.
  std::vector<std::string> ids;     ///< Of remove.
  std::filesystem::path gazetteer;  ///< Empty where not given.
  unsigned jobs = 1;
  std::filesystem::path errors;  ///< Empty where not given.
  std::filesystem::path report;  ///< Empty where not given.
  bool prune = false;
  std::uint64_t memory = kDefaultMemory;  ///< Bytes.
  std::size_t commit_documents = WriteLimits{}.commit_documents;
  unsigned interval_seconds = 60;  ///< Of watch: looks at everything at least so often.
  ProgressMode progress = ProgressMode::automatic;
  Verbosity verbosity = Verbosity::normal;
  bool json = false;
};

/// Reads the command line. nullopt where it asked for help or the version, which is then printed.
/// Throws UsageError.
[[nodiscard]] std::optional<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace techpolicy
