#include "searchd/search/document_sets.h"

#include <algorithm>
#include <iterator>

namespace techpolicy {

DocumentSet intersect(const DocumentSet& a, const DocumentSet& b) {
  const DocumentSet& small = a.size() <= b.size() ? a : b;
  const DocumentSet& large = a.size() <= b.size() ? b : a;
  DocumentSet both;
  constexpr std::size_t kGallopRatio = 32;
  if (small.size() * kGallopRatio < large.size()) {
    auto from = large.begin();
    for (const std::uint32_t document : small) {
      from = std::lower_bound(from, large.end(), document);
      if (from == large.end()) break;
      if (*from == document) both.push_back(document);
    }
  } else {
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  }
  return both;
}

DocumentSet unite(const DocumentSet& a, const DocumentSet& b) {
  DocumentSet any;
  any.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(any));
  return any;
}

DocumentSet unite(const std::vector<const DocumentSet*>& sets) {
  constexpr std::size_t kFew = 4;
  DocumentSet any;
  if (sets.size() <= kFew) {
    for (const DocumentSet* set : sets) any = any.empty() ? *set : unite(any, *set);
    return any;
  }
  std::size_t size = 0;
  for (const DocumentSet* set : sets) size += set->size();
  any.reserve(size);
  for (const DocumentSet* set : sets) any.insert(any.end(), set->begin(), set->end());
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
  return any;
}

DocumentSet subtract(const DocumentSet& a, const DocumentSet& b) {
  DocumentSet rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace techpolicy
