// What an index holds as a whole, in numbers.
#pragma once

#include "searchd/search/search_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

[[nodiscard]] IndexStatistics index_statistics(const Snapshot& snapshot);

}  // namespace techpolicy
