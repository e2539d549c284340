// What somebody probably meant who mistyped the name of a parameter, field or value.
//
// Distance is optimal string alignment (Damerau-Levenshtein without edits inside swapped letters).
#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "searchd/search/query_characters.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

/// No name of ours is longer: what is typed beyond is not compared, so that the cost stays small.
constexpr std::size_t kMaxTypedBytes = 64;

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  std::iota(previous.begin(), previous.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], two_back[j - 2] + 1);
    }
    two_back.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view typed, const std::vector<std::string_view>& names) {
  if (typed.size() > kMaxTypedBytes) return {};
  const std::string lower = ascii_lower_case(typed);
  std::string_view nearest;
  std::size_t least = kMaxTypedBytes;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(lower, ascii_lower_case(name));
    const std::size_t longer = std::max(lower.size(), name.size());
    // Of a short name at least half must be right: "us" is not "url".
    const bool near = distance <= std::max<std::size_t>(2, lower.size() / 3);
    if (near && distance * 2 <= longer && distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace techpolicy
