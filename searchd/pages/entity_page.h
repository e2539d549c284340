// The page of a company, person, law or other entity.
#pragma once

#include <string>

#include "searchd/search/entity_result.h"

namespace techpolicy {

/// How many of the newest articles the page lists.
inline constexpr unsigned kNewestOfEntity = 10;

[[nodiscard]] std::string render_entity_page(const EntityDetails& entity);

/// What to say where there is none of this type and id; `near` is what may have been meant.
[[nodiscard]] std::string no_entity_text(Facet type, const std::string& id,
                                         const std::optional<EntityRef>& near);

}  // namespace techpolicy
