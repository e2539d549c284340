#include "searchd/search/document_sets.h"

#include <algorithm>
#include <bit>
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
  std::uint32_t last = 0;
  for (const DocumentSet* set : sets) {
    size += set->size();
    if (!set->empty()) last = std::max(last, set->back());
  }
  any.reserve(std::min<std::size_t>(size, last));
  // A bit for each document: one pass over all of them, and one over the bits.
  constexpr std::uint32_t kBits = 64;
  std::vector<std::uint64_t> bits(last / kBits + 1);
  for (const DocumentSet* set : sets) {
    for (const std::uint32_t document : *set) {
      bits[document / kBits] |= std::uint64_t{1} << (document % kBits);
    }
  }
  for (std::uint32_t i = 0; i < bits.size(); ++i) {
    for (std::uint64_t rest = bits[i]; rest != 0; rest &= rest - 1) {
      any.push_back(i * kBits + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
  }
  return any;
}

DocumentSet subtract(const DocumentSet& a, const DocumentSet& b) {
  DocumentSet rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace techpolicy
