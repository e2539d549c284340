#include "indexer/stories/story_match.h"

#include <algorithm>

namespace techpolicy {
namespace {

/// Fewer words, names and numbers are no evidence.
constexpr std::uint32_t kLeastFeatures = 10;
/// Exchanged: of the names or numbers that both have, or should have, those that differ.
struct Rule {
  double least_overlap;
  double most_exchanged;
  double exchanged_by_difference;  ///< Of what does not overlap, as much may be exchanged.
  double most_numbers_exchanged;   ///< Translators keep them, and forms differ in them.
};

double exchanged(const SetLikeness& set) {
  const std::uint32_t pairs = std::min(set.only_a, set.only_b);
  return pairs == 0 ? 0 : static_cast<double>(pairs) / (set.common + pairs);
}

SetLikeness together(const SetLikeness& a, const SetLikeness& b) {
  return {a.common + b.common, a.only_a + b.only_a, a.only_b + b.only_b};
}

constexpr Rule rule_of(Strictness strictness) {
  switch (strictness) {
    case Strictness::usual:
      return {0.42, 0.25, 0.6, 0.2};
    case Strictness::strict:
      return {0.5, 0.25, 0.4, 0.1};
    case Strictness::same_names:
      return {0.7, 0, 0, 0};
    case Strictness::equal:
      break;
  }
  return {2, 0, 0, 0};
}

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
  const auto set_of = [&likeness](std::uint32_t hash) -> SetLikeness& {
    return is_number_hash(hash) ? likeness.numbers : likeness.names;
  };
  while (more(left, a) || more(right, b)) {
    if (!more(right, b) || (more(left, a) && *left < *right)) {
      ++set_of(*left++).only_a;
    } else if (!more(left, a) || *right < *left) {
      ++set_of(*right++).only_b;
    } else {
      ++set_of(*left).common;
      ++left;
      ++right;
    }
  }
  return likeness;
}

double same_share(const StorySketch& a, const StorySketch& b) {
  constexpr double kMostOfUnequal = 0.99;
  if (a.text == b.text) return a.text != 0 ? 1 : 0;
  const double overlap = overlap_of(a, b);
  return std::min(kMostOfUnequal, 2 * overlap / (1 + overlap));
}

bool same_story(const StorySketch& a, const StorySketch& b, Strictness strictness) {
  if (a.text == b.text) return a.text != 0;
  if (std::min(a.features, b.features) < kLeastFeatures) return false;
  const auto [shorter, longer] = std::minmax(a.words, b.words);
  if (longer > kMostLonger * shorter) return false;
  const Rule rule = rule_of(strictness);
  const StoryLikeness likeness = compare(a, b);
  if (likeness.overlap < rule.least_overlap) return false;
  const double most =
      std::min(rule.most_exchanged, rule.exchanged_by_difference * (1 - likeness.overlap));
  return exchanged(together(likeness.names, likeness.numbers)) <= most &&
         exchanged(likeness.numbers) <= rule.most_numbers_exchanged;
}

}  // namespace techpolicy
