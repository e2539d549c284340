// The facets: what articles are filtered and counted by.
//
// A new facet is one row here; a facet of entities also needs a gazetteer file of its name.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/schema/slots.h"

namespace techpolicy {

enum class Facet { company, person, place, org, product, law, topic, source, lang, year };

enum class FacetKind {
  entity,   ///< Values are entities of the gazetteer type of the same name.
  article,  ///< One value an article, taken from its metadata.
};

struct FacetRow {
  Facet facet;
  FacetKind kind;
  std::string_view name;    ///< In URLs, queries, JSON, gazetteer files.
  std::string_view plural;  ///< Heading for people.
};

inline constexpr std::array kFacets = {
    FacetRow{Facet::company, FacetKind::entity, "company", "Companies"},
    FacetRow{Facet::person, FacetKind::entity, "person", "People"},
    FacetRow{Facet::place, FacetKind::entity, "place", "Places"},
    FacetRow{Facet::org, FacetKind::entity, "org", "Organisations"},
    FacetRow{Facet::product, FacetKind::entity, "product", "Products"},
    FacetRow{Facet::law, FacetKind::entity, "law", "Laws"},
    FacetRow{Facet::topic, FacetKind::entity, "topic", "Topics"},
    FacetRow{Facet::source, FacetKind::article, "source", "Sources"},
    FacetRow{Facet::lang, FacetKind::article, "lang", "Languages"},
    FacetRow{Facet::year, FacetKind::article, "year", "Years"},
};
inline constexpr std::size_t kFacetCount = kFacets.size();

[[nodiscard]] constexpr const FacetRow& facet_row(Facet facet) {
  return kFacets[static_cast<std::size_t>(facet)];
}

/// The value slot that holds an article's values of a facet (pack_facet_values()).
[[nodiscard]] constexpr unsigned facet_slot(Facet facet) {
  return kFirstFacetSlot + static_cast<unsigned>(facet);
}

[[nodiscard]] constexpr std::optional<Facet> facet_by_name(std::string_view name) {
  for (const FacetRow& row : kFacets) {
    if (row.name == name) return row.facet;
  }
  return std::nullopt;
}

static_assert(
    [] {
      for (std::size_t i = 0; i < kFacets.size(); ++i) {
        if (static_cast<std::size_t>(kFacets[i].facet) != i) return false;
        for (std::size_t j = 0; j < i; ++j) {
          if (kFacets[i].name == kFacets[j].name) return false;
        }
      }
      return true;
    }(),
    "kFacets: rows in the order of Facet, no name twice");

/// One entity: its type and its id within the gazetteer.
struct EntityKey {
  Facet type = Facet::company;
  std::string id;

  friend bool operator==(const EntityKey&, const EntityKey&) = default;
  friend auto operator<=>(const EntityKey&, const EntityKey&) = default;
};

}  // namespace techpolicy
