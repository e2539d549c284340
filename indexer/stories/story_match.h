// Whether two texts tell one story: the rule for a pair, from their sketches alone.
#pragma once

#include "indexer/stories/story_sketch.h"

namespace techpolicy {

/// How two sets compare, of names or of numbers, among those that can be compared.
struct SetLikeness {
  std::uint32_t common = 0;
  std::uint32_t only_a = 0;
  std::uint32_t only_b = 0;
};

/// Estimates of how two texts compare.
struct StoryLikeness {
  double overlap = 0;  ///< Of all words, names weighing more: intersection by union.
  SetLikeness names;
  SetLikeness numbers;
};

[[nodiscard]] StoryLikeness compare(const StorySketch& a, const StorySketch& b);

/// How much of two texts is the same, 0 to 1: twice what they share by what both have. 1 only for
/// equal texts.
[[nodiscard]] double same_share(const StorySketch& a, const StorySketch& b);

/// How much alike texts must be. Each rule includes the ones after it.
enum class Strictness {
  usual,
  strict,      ///< The fewer words differ, the fewer names may.
  same_names,  ///< Nearly the same words, and no name or number exchanged.
  equal,
};

[[nodiscard]] constexpr Strictness stricter(Strictness strictness) {
  return strictness == Strictness::usual    ? Strictness::strict
         : strictness == Strictness::strict ? Strictness::same_names
                                            : Strictness::equal;
}

/// Copies of one text, edited or translated again. A copy leaves out, adds or rewords; it does not
/// put other names and numbers in the place of those it leaves out. That is what tells it from a
/// notice written over the same form ("60-day" for "30-day", another docket), whose words are all
/// the same. Symmetric.
[[nodiscard]] bool same_story(const StorySketch& a, const StorySketch& b, Strictness strictness);

}  // namespace techpolicy
