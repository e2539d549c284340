#include "indexer/stories/story_parts.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "indexer/stories/sketch_bands.h"
#include "indexer/stories/story_match.h"

namespace techpolicy {
namespace {

/// From first to last day: a report, its translations, and those of its translations.
constexpr DayNumber kWidestDays = 2 * kStoryDays;
/// Where dates do not tell, so many different texts are more than editors make of one.
constexpr std::size_t kMostTexts = 100;

using Indexes = std::vector<std::uint32_t>;

class PartFinder {
 public:
  explicit PartFinder(std::span<const StoryText> group) : group_(group), parent_(group.size()) {}

  void split(const Indexes& part, Strictness strictness, std::vector<Indexes>& parts) {
    if (!is_wide(part)) {
      parts.push_back(part);
      return;
    }
    if (strictness == Strictness::equal) {
      for (const std::uint32_t one : part) parts.push_back({one});
      return;
    }
    for (const Indexes& smaller : linked_parts(part, strictness)) {
      split(smaller, stricter(strictness), parts);
    }
  }

 private:
  [[nodiscard]] bool is_wide(const Indexes& part) const {
    if (part.size() > kMostTexts) return true;
    std::optional<DayNumber> first;
    std::optional<DayNumber> last;
    for (const std::uint32_t index : part) {
      const std::optional<DayNumber>& day = group_[index].day;
      if (!day) continue;
      first = std::min(first.value_or(*day), *day);
      last = std::max(last.value_or(*day), *day);
    }
    return first && *last - *first > kWidestDays;
  }

  std::uint32_t root(std::uint32_t index) {
    while (parent_[index] != index) index = parent_[index] = parent_[parent_[index]];
    return index;
  }

  void link(std::uint32_t a, std::uint32_t b, Strictness strictness) {
    const std::uint32_t left = root(a);
    const std::uint32_t right = root(b);
    if (left == right) return;
    const StoryText& one = group_[a];
    const StoryText& other = group_[b];
    if (one.day && other.day && std::abs(*one.day - *other.day) > kStoryDays) return;
    if (!same_story(*one.sketch, *other.sketch, strictness)) return;
    parent_[std::max(left, right)] = std::min(left, right);
  }

  [[nodiscard]] std::vector<Indexes> linked_parts(const Indexes& part, Strictness strictness) {
    for (const std::uint32_t index : part) parent_[index] = index;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
    for (std::size_t band = 0; band < kBands; ++band) {
      keys.clear();
      for (const std::uint32_t index : part) {
        keys.emplace_back(band_key(*group_[index].sketch, band), index);
      }
      std::sort(keys.begin(), keys.end());
      for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
        while (end < keys.size() && keys[end].first == keys[begin].first) ++end;
        if (end - begin > kCrowd) continue;
        for (std::size_t i = begin; i < end; ++i) {
          for (std::size_t j = i + 1; j < end; ++j)
            link(keys[i].second, keys[j].second, strictness);
        }
      }
    }
    std::vector<Indexes> parts;
    std::vector<std::uint32_t> place(group_.size());
    for (const std::uint32_t index : part) {
      // A root is the lowest index of its part, so it comes first.
      if (root(index) == index) {
        place[index] = static_cast<std::uint32_t>(parts.size());
        parts.emplace_back();
      }
      parts[place[root(index)]].push_back(index);
    }
    return parts;
  }

  std::span<const StoryText> group_;
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> story_parts(std::span<const StoryText> group) {
  Indexes all(group.size());
  std::iota(all.begin(), all.end(), 0U);
  std::vector<Indexes> parts;
  PartFinder(group).split(all, stricter(Strictness::usual), parts);
  return parts;
}

}  // namespace techpolicy
