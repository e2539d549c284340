// All names of all known things, found by how they or one of their words begin.
//
// Sorted once, when a snapshot opens: what somebody types is looked up by bisection.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/gazetteer.h"
#include "searchd/search/facet_columns.h"

namespace techpolicy {

/// How well a name fits what was typed; less is better.
enum class NameFit { whole, beginning, word };

struct NamedThing {
  EntityKey key;
  std::string matched;  ///< The best of its names that fit, as written.
  NameFit fit = NameFit::whole;
};

/// Immutable after construction.
class NameTable {
 public:
  /// The entities of the gazetteer by label, aliases, tickers and id, and the values of entity
  /// facets that it lacks, by `label`.
  template <typename Label>
  NameTable(const Gazetteer& gazetteer, const FacetColumns& columns, Label label);

  /// Every thing once.
  [[nodiscard]] const std::vector<EntityKey>& things() const { return things_; }

  /// Every thing of which a name, or a word of a name, begins with what was typed; case, accents
  /// and hyphens ignored. Each once, in no order. Nothing typed finds nothing.
  [[nodiscard]] std::vector<NamedThing> find(std::string_view typed) const;

  /// Folded, hyphens as spaces, single spaces.
  [[nodiscard]] static std::string normal_form(std::string_view name);

 private:
  struct Entry {
    std::string from_word;  ///< The normal form of a name from one of its words on.
    std::uint32_t thing = 0;
    std::uint32_t name = 0;
    bool whole_name = false;  ///< From its first word on.
  };
  void add_thing(EntityKey key) { things_.push_back(std::move(key)); }
  /// Of the thing added last. `shown` where it is not the name itself.
  void add_name(std::string_view name, std::string_view shown = {});
  void add_entity(const Entity& entity);
  void sort();

  std::vector<EntityKey> things_;
  std::vector<std::string> names_;
  std::vector<Entry> entries_;
};

template <typename Label>
NameTable::NameTable(const Gazetteer& gazetteer, const FacetColumns& columns, Label label) {
  for (const Entity& entity : gazetteer.entities()) add_entity(entity);
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    for (std::uint32_t i = 0; i < columns.distinct(row.facet); ++i) {
      const EntityKey key{row.facet, columns.value(row.facet, i)};
      if (gazetteer.find(key) != nullptr) continue;
      add_thing(key);
      add_name(label(key.type, key.id));
    }
  }
  sort();
}

}  // namespace techpolicy
