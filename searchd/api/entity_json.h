// The answers of GET /api/v1/entities, /entities/{type}/{id} and /suggest.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "searchd/api/json_values.h"
#include "searchd/search/entity_result.h"

namespace techpolicy {

[[nodiscard]] Json entity_list_json(const EntityListRequest& asked, const EntityList& list);

[[nodiscard]] Json entity_details_json(const EntityDetails& details);

[[nodiscard]] Json suggest_json(const SuggestRequest& asked, const Suggestions& suggestions);

}  // namespace techpolicy
