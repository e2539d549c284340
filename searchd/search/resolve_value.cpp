#include "searchd/search/resolve_value.h"

#include <algorithm>
#include <optional>

#include "indexer/analysis/folding.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/found_names.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

/// The id of a name that only articles give: typed as an id, as a citation or as it is written.
std::optional<std::string> found_value(const Snapshot& snapshot, Facet facet,
                                       const std::string& typed) {
  if (std::string id = fold(typed); is_found_name(facet, id)) return id;
  if (facet == Facet::law) {
    if (const auto citation = whole_citation(typed)) {
      return snapshot.lexicon().found_names().key_of(*citation).id;
    }
  }
  std::string id = std::string(kUnreviewedPrefix) + unreviewed_slug_of(typed);
  if (!snapshot.columns().ordinal(facet, id)) return std::nullopt;
  return id;
}

/// The entity that is traded under a ticker, in any case.
const Entity* traded_as(const Gazetteer& gazetteer, Facet facet, const std::string& typed) {
  for (const Entity& entity : gazetteer.entities()) {
    const bool is_meant =
        entity.key.type == facet && std::ranges::any_of(entity.tickers, [&](const std::string& t) {
          return fold(t) == fold(typed);
        });
    if (is_meant) return &entity;
  }
  return nullptr;
}

/// A gazetteer's entity, else a value that articles have: they may name what the gazetteer lacks or
/// has lost.
std::optional<std::string> known_value(const Snapshot& snapshot, Facet facet,
                                       const std::string& typed) {
  if (const Entity* entity = snapshot.lexicon().gazetteer().resolve(facet, typed)) {
    return entity->key.id;
  }
  if (const Entity* entity = traded_as(snapshot.lexicon().gazetteer(), facet, typed)) {
    return entity->key.id;
  }
  if (auto found = found_value(snapshot, facet, typed)) return found;
  if (snapshot.columns().ordinal(facet, typed)) return typed;
  return std::nullopt;
}

}  // namespace

std::string resolve_facet_value(const Snapshot& snapshot, Facet facet, const std::string& typed,
                                const std::string& parameter) {
  if (facet_row(facet).kind == FacetKind::article) return typed;
  if (const auto value = known_value(snapshot, facet, typed)) return *value;
  const std::string kind(facet_row(facet).name);
  RequestFault fault{
      parameter, "unknown_entity", "There is no " + kind + " \"" + typed + "\".", {}, {}, ""};
  if (const Entity* near = snapshot.lexicon().gazetteer().nearest(facet, typed)) {
    fault.detail += " The nearest is \"" + near->key.id + "\" (" + near->label + ").";
    fault.suggestion = (parameter == "about" ? kind + ":" : "") + near->key.id;
  }
  throw BadRequest({std::move(fault)});
}

std::vector<EntityKey> resolve_about(const Snapshot& snapshot, const std::string& typed) {
  std::vector<EntityKey> keys;
  std::vector<std::string_view> near_names;
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    const auto value = known_value(snapshot, row.facet, typed);
    const bool is_known =
        value && (snapshot.lexicon().gazetteer().find({row.facet, *value}) != nullptr ||
                  snapshot.columns().ordinal(row.facet, *value));
    if (is_known) keys.push_back({row.facet, *value});
    if (const Entity* near = snapshot.lexicon().gazetteer().nearest(row.facet, typed)) {
      near_names.insert(near_names.end(), {near->key.id, near->label});
    }
  }
  if (!keys.empty()) return keys;
  const std::string nearest(nearest_name(fold(typed), near_names));
  throw BadRequest({{"q",
                     "unknown_entity",
                     "Nothing known is called \"" + typed + "\"." +
                         (nearest.empty() ? "" : " The nearest is \"" + nearest + "\"."),
                     {},
                     {},
                     nearest}});
}

}  // namespace techpolicy
