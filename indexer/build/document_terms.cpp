#include "indexer/build/document_terms.h"

#include <algorithm>

namespace techpolicy {
namespace {

void add_term(Xapian::Document& document, TermPlaces& places) {
  std::vector<std::uint32_t>& positions = places.positions;
  if (positions.empty()) {
    document.add_term(places.term, places.count);
    return;
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  Xapian::termcount count = places.count;
  for (const std::uint32_t position : positions) {
    document.add_posting(places.term, position, count);
    count = 0;
  }
}

}  // namespace

void DocumentTerms::move_into(Xapian::Document& document) {
  std::sort(terms_.begin(), terms_.end(),
            [](const TermPlaces& a, const TermPlaces& b) { return a.term < b.term; });
  for (std::size_t first = 0; first < terms_.size();) {
    TermPlaces& merged = terms_[first];
    std::size_t next = first + 1;
    for (; next < terms_.size() && terms_[next].term == merged.term; ++next) {
      const std::vector<std::uint32_t>& positions = terms_[next].positions;
      merged.count += terms_[next].count;
      merged.positions.insert(merged.positions.end(), positions.begin(), positions.end());
    }
    add_term(document, merged);
    first = next;
  }
  terms_.clear();
}

}  // namespace techpolicy
