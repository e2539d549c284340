// Whether an index is whole: its blocks, its counters and every article in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/store/index_store.h"

namespace techpolicy {

struct CheckResult {
  std::uint64_t documents = 0;
  IndexState state;
  std::uint64_t fault_count = 0;
  std::vector<std::string> faults;  ///< The first of them, each in words.
};

/// Reads everything; needs the writer's lock, as a commit meanwhile would look like damage. Throws
/// IndexError where there is no index, it is locked, or of another schema version.
[[nodiscard]] CheckResult check_index(const IndexStore& store);

}  // namespace techpolicy
