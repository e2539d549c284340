#include "searchd/search/roll_up.h"

#include <algorithm>

namespace techpolicy {

RollUp::RollUp(const Gazetteer& gazetteer, const FacetColumns& columns) : columns_(columns) {
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    const auto values = static_cast<std::uint32_t>(columns.distinct(row.facet));
    by_facet_[static_cast<std::size_t>(row.facet)].ancestors.resize(values);
    for (std::uint32_t i = 0; i < values; ++i) add_value(gazetteer, row.facet, i);
  }
}

void RollUp::add_value(const Gazetteer& gazetteer, Facet facet, std::uint32_t ordinal) {
  Column& to = by_facet_[static_cast<std::size_t>(facet)];
  std::vector<std::uint32_t>& ancestors = to.ancestors[ordinal];
  const Entity* entity = gazetteer.find({facet, columns_.value(facet, ordinal)});
  while (entity != nullptr && !entity->parent.empty()) {
    std::optional<std::uint32_t> parent = this->ordinal(facet, entity->parent);
    if (!parent) {
      parent = static_cast<std::uint32_t>(distinct(facet));
      to.unnamed.push_back(entity->parent);
      to.unnamed_ordinals.emplace(entity->parent, *parent);
    }
    // A gazetteer may go round in a circle.
    if (*parent == ordinal || std::ranges::find(ancestors, *parent) != ancestors.end()) return;
    ancestors.push_back(*parent);
    entity = gazetteer.find({facet, entity->parent});
  }
}

std::size_t RollUp::distinct(Facet facet) const {
  return columns_.distinct(facet) + column(facet).unnamed.size();
}

const std::string& RollUp::value(Facet facet, std::uint32_t ordinal) const {
  const std::size_t named = columns_.distinct(facet);
  return ordinal < named ? columns_.value(facet, ordinal) : column(facet).unnamed[ordinal - named];
}

std::optional<std::uint32_t> RollUp::ordinal(Facet facet, const std::string& value) const {
  if (const auto named = columns_.ordinal(facet, value)) return named;
  const auto& unnamed = column(facet).unnamed_ordinals;
  const auto found = unnamed.find(value);
  return found == unnamed.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::uint32_t> RollUp::ancestors(Facet facet, std::uint32_t ordinal) const {
  const auto& ancestors = column(facet).ancestors;
  if (ordinal >= ancestors.size()) return {};
  return ancestors[ordinal];
}

std::vector<std::string> RollUp::family(Facet facet, const std::string& value) const {
  std::vector<std::string> family;
  const std::optional<std::uint32_t> wanted = ordinal(facet, value);
  if (!wanted) return family;
  for (std::uint32_t i = 0; i < columns_.distinct(facet); ++i) {
    const auto above = ancestors(facet, i);
    if (i == *wanted || std::ranges::find(above, *wanted) != above.end()) {
      family.push_back(columns_.value(facet, i));
    }
  }
  return family;
}

}  // namespace techpolicy
