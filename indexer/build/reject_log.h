// Keeps account of records that were not indexed: counted by reason, listed in a file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "indexer/articles/article.h"
#include "indexer/build/progress.h"

namespace techpolicy {

/// Belongs to one thread.
class RejectLog {
 public:
  /// Whether the same fault at the same place is told again.
  enum class Repeats { told, left_out };

  /// `file` gets one JSON object a line {file,line,reason,detail}; where it is empty, nothing is
  /// written. Throws UsageError where it cannot be written. The first rejects are told through
  /// `progress`.
  RejectLog(const std::filesystem::path& file, Progress& progress, Repeats repeats = Repeats::told);

  void add(const RejectedRecord& record);

  /// The file that it writes: where that stands below an input, reading it would never end.
  [[nodiscard]] bool writes_to(const std::filesystem::path& file) const;

  [[nodiscard]] const std::map<std::string, std::size_t>& count_by_reason() const {
    return count_by_reason_;
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  Progress& progress_;
  Repeats repeats_;
  std::set<std::string> told_;  ///< Where repeats are left out.
  std::filesystem::path path_;
  std::ofstream file_;
  std::map<std::string, std::size_t> count_by_reason_;
  std::size_t count_ = 0;
};

}  // namespace techpolicy
