// The bytes of a file inside an archive, for the readers of its format.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "indexer/articles/unpack_budget.h"

namespace techpolicy {

/// Lives while its archive is being read; belongs to the same thread.
class ArchiveEntry {
 public:
  /// `depth`: archives around it, 1 or more. `budget` must outlive the entry.
  ArchiveEntry(std::size_t depth, UnpackBudget& budget) : depth_(depth), budget_(budget) {}
  virtual ~ArchiveEntry() = default;
  ArchiveEntry(const ArchiveEntry&) = delete;
  ArchiveEntry& operator=(const ArchiveEntry&) = delete;

  /// Fills the front of `buffer` (not empty) and returns how many bytes; 0 at the end or at a
  /// fault, and ever after.
  [[nodiscard]] virtual std::size_t read(std::span<char> buffer) = 0;

  /// Why reading ended early, for counting and for people; both empty where it did not.
  [[nodiscard]] const std::string& fault_reason() const { return fault_reason_; }
  [[nodiscard]] const std::string& fault_detail() const { return fault_detail_; }

  [[nodiscard]] std::size_t depth() const { return depth_; }
  [[nodiscard]] UnpackBudget& budget() { return budget_; }

 protected:
  void fail(std::string reason, std::string detail) {
    fault_reason_ = std::move(reason);
    fault_detail_ = std::move(detail);
  }

 private:
  std::size_t depth_;
  UnpackBudget& budget_;
  std::string fault_reason_;
  std::string fault_detail_;
};

}  // namespace techpolicy
