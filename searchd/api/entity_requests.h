// The parameters of /entities and /suggest, and the one spelling of such a request.
#pragma once

#include <string>

#include "searchd/search/entity_result.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// Throws BadRequest naming every faulty parameter.
[[nodiscard]] EntityListRequest parse_entity_list(const Parameters& parameters);
[[nodiscard]] SuggestRequest parse_suggest(const Parameters& parameters);

/// Without "?"; what is default is left out.
[[nodiscard]] std::string entity_list_query(const EntityListRequest& request);
[[nodiscard]] std::string suggest_query(const SuggestRequest& request);

}  // namespace techpolicy
