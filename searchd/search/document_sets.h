// Sets of documents as rising lists of their numbers.
#pragma once

#include <cstdint>
#include <vector>

namespace techpolicy {

using DocumentSet = std::vector<std::uint32_t>;

[[nodiscard]] DocumentSet intersect(const DocumentSet& a, const DocumentSet& b);
[[nodiscard]] DocumentSet unite(const DocumentSet& a, const DocumentSet& b);
[[nodiscard]] DocumentSet unite(const std::vector<const DocumentSet*>& sets);
[[nodiscard]] DocumentSet subtract(const DocumentSet& a, const DocumentSet& b);

}  // namespace techpolicy
