// How many articles name each value of a facet, are about it, and from when to when.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/partial_date.h"
#include "searchd/search/facet_columns.h"

namespace techpolicy {

struct ValueFact {
  std::uint64_t articles = 0;  ///< That name it.
  std::uint64_t about = 0;     ///< Of these, mainly about it.
  std::optional<PartialDate> first_date;
  std::optional<PartialDate> last_date;
};

/// Counted once, when a snapshot opens. Immutable afterwards.
class ValueFacts {
 public:
  explicit ValueFacts(const FacetColumns& columns);

  /// Zeros for a value that no article has.
  [[nodiscard]] ValueFact of(const EntityKey& key) const;
  /// Articles that name a value, by ordinal of the columns.
  [[nodiscard]] std::uint64_t articles(Facet facet, std::uint32_t ordinal) const {
    return facts_[static_cast<std::size_t>(facet)][ordinal].articles;
  }

 private:
  struct Fact {
    std::uint32_t articles = 0;
    std::uint32_t about = 0;
    std::uint32_t first = 0;  ///< Document of the first date; 0 without dates.
    std::uint32_t last = 0;
  };
  const FacetColumns& columns_;
  std::array<std::vector<Fact>, kFacetCount> facts_;  ///< By ordinal of the columns.
};

}  // namespace techpolicy
