// Looks up entities of a snapshot: what the gazetteer knows of them and what articles say.
#pragma once

#include <optional>

#include "searchd/search/entity_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

[[nodiscard]] EntityList list_entities(const EntityListRequest& request, const Snapshot& snapshot);

/// Without `newest`. nullopt where neither gazetteer nor articles have it.
[[nodiscard]] std::optional<EntityDetails> entity_details(const EntityKey& key,
                                                          const Snapshot& snapshot);

/// The entity of a type that somebody meant who typed no id: by another name, else the nearest.
[[nodiscard]] std::optional<EntityRef> nearest_entity(Facet type, const std::string& typed,
                                                      const Snapshot& snapshot);

}  // namespace techpolicy
