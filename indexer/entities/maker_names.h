// "Nvidia H800" names two things: the maker and its product.
#pragma once

#include <cstddef>
#include <optional>

#include "indexer/entities/name_scan.h"

namespace techpolicy {

struct MakerInFront {
  EntityIndex maker = 0;
  std::size_t last = 0;  ///< Last token of the maker's name; the product's begins behind it.
};

/// The maker whose name stands in front of its product's in a candidate read as `product`, where
/// what is left is a name of the product too ("Nvidia H800", but not "Apple Watch").
[[nodiscard]] std::optional<MakerInFront> maker_in_front(const MatcherTables& tables,
                                                         const NameScan& scan,
                                                         const Candidate& candidate,
                                                         EntityIndex product);

}  // namespace techpolicy
