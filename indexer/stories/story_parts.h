// Forms told from stories.
//
// Texts that are linked one to the next for months are no event but a form that an office fills in
// again and again (notices, directives), each like the one before. A group of texts that is too
// wide for a story is therefore linked again by a stricter rule, and what is still too wide by the
// next one; last, only equal texts stay together. A function of the group alone.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/schema/partial_date.h"
#include "indexer/stories/story_sketch.h"

namespace techpolicy {

/// Texts that first appeared further apart are not one event.
inline constexpr DayNumber kStoryDays = 31;

/// A text as it is linked.
struct StoryText {
  const StorySketch* sketch = nullptr;
  std::optional<DayNumber> day;  ///< On which it first appeared.
};

/// The stories of a group of linked texts, as indexes into it: each part rising, parts by their
/// first.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> story_parts(std::span<const StoryText> group);

}  // namespace techpolicy
