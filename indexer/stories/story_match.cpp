#include "indexer/stories/story_match.h"

#include <algorithm>

namespace techpolicy {
namespace {

constexpr double kLeastOverlap = 0.42;
/// Fewer words, names and numbers are no evidence.
constexpr std::uint32_t kLeastFeatures = 10;
constexpr double kMostExchanged = 0.25;
/// One text may be this much longer than the other: a digest of several articles is none of them.
constexpr double kMostLonger = 2.0;

double overlap_of(const StorySketch& a, const StorySketch& b) {
  unsigned equal = 0;
  for (std::size_t i = 0; i < kSketchRows; ++i) equal += a.rows[i] == b.rows[i] ? 1U : 0U;
  constexpr double kChance = 1.0 / 256;
  const double share = equal / static_cast<double>(kSketchRows);
  return std::max(0.0, (share - kChance) / (1 - kChance));
}

}  // namespace

StoryLikeness compare(const StorySketch& a, const StorySketch& b) {
  StoryLikeness likeness;
  likeness.overlap = overlap_of(a, b);
  // A list that is full says nothing of hashes above its last one.
  std::uint32_t end = UINT32_MAX;
  for (const StorySketch* sketch : {&a, &b}) {
    if (sketch->name_count == kMostSketchNames) end = std::min(end, sketch->names().back());
  }
  auto left = a.names().begin();
  auto right = b.names().begin();
  const auto more = [end](auto at, const StorySketch& of) {
    return at != of.names().end() && *at <= end;
  };
  while (more(left, a) || more(right, b)) {
    if (!more(right, b) || (more(left, a) && *left < *right)) {
      ++likeness.only_a;
      ++left;
    } else if (!more(left, a) || *right < *left) {
      ++likeness.only_b;
      ++right;
    } else {
      ++likeness.common;
      ++left;
      ++right;
    }
  }
  return likeness;
}

bool same_story(const StorySketch& a, const StorySketch& b) {
  if (a.text == b.text) return a.text != 0;
  if (std::min(a.features, b.features) < kLeastFeatures) return false;
  const auto [shorter, longer] = std::minmax(a.words, b.words);
  if (longer > kMostLonger * shorter) return false;
  const StoryLikeness likeness = compare(a, b);
  if (likeness.overlap < kLeastOverlap) return false;
  const std::uint32_t exchanged = std::min(likeness.only_a, likeness.only_b);
  return exchanged <= kMostExchanged * (likeness.common + exchanged);
}

}  // namespace techpolicy
