// Which values a value of a facet is counted under when a child (Instagram) counts for its parent
// (Meta).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "searchd/search/facet_columns.h"

namespace techpolicy {

/// Immutable after construction. Ordinals are those of the columns, and beyond them those of
/// parents that no article names itself.
class RollUp {
 public:
  /// Borrows the columns.
  RollUp(const Gazetteer& gazetteer, const FacetColumns& columns);

  [[nodiscard]] std::size_t distinct(Facet facet) const;
  [[nodiscard]] const std::string& value(Facet facet, std::uint32_t ordinal) const;
  /// Parents of a value of the columns up to the topmost, nearest first; not itself.
  [[nodiscard]] std::span<const std::uint32_t> ancestors(Facet facet, std::uint32_t ordinal) const;
  /// The value itself where articles name it, and all its descendants that they name.
  [[nodiscard]] std::vector<std::string> family(Facet facet, const std::string& value) const;

 private:
  struct Column {
    std::vector<std::vector<std::uint32_t>> ancestors;  ///< By ordinal of the columns.
    std::vector<std::string> unnamed;                   ///< Parents beyond the columns.
    std::unordered_map<std::string, std::uint32_t> unnamed_ordinals;
  };
  [[nodiscard]] const Column& column(Facet facet) const {
    return by_facet_[static_cast<std::size_t>(facet)];
  }
  [[nodiscard]] std::optional<std::uint32_t> ordinal(Facet facet, const std::string& value) const;
  void add_value(const Gazetteer& gazetteer, Facet facet, std::uint32_t ordinal);

  const FacetColumns& columns_;
  std::array<Column, kFacetCount> by_facet_;
};

}  // namespace techpolicy
