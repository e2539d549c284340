// What became of each input file: told while a run goes on, written by `--report FILE`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/build/build_report.h"

namespace techpolicy {

enum class InputResult {
  read,
  unchanged,  ///< As it was when it was read last: not read again.
  gone,       ///< No longer below the inputs, its articles were taken out (`--prune`).
};

struct InputOutcome {
  std::string file;  ///< InputFile::name.
  InputResult result = InputResult::read;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t copies = 0;
  std::uint64_t overwritten = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;
};

using InputListener = std::function<void(const InputOutcome&)>;

/// What a file did to the counts of a run.
[[nodiscard]] InputOutcome input_outcome(std::string file, const BuildReport& before,
                                         const BuildReport& after, std::uint64_t rejected);

/// Writes one JSON object a line, and a last one with the sums of the run.
class InputReport {
 public:
  /// Throws UsageError where the file cannot be written.
  explicit InputReport(const std::filesystem::path& file);

  void add(const InputOutcome& outcome);
  void finish(const BuildReport& report);

 private:
  std::ofstream file_;
};

}  // namespace techpolicy
