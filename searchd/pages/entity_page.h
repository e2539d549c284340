// The page of a company, person, law or other entity.
#pragma once

#include <string>

#include "searchd/pages/peaks_view.h"
#include "searchd/search/companions.h"
#include "searchd/search/entity_result.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// How many of the newest articles the page lists.
inline constexpr unsigned kNewestOfEntity = 10;

/// Everything that the page shows.
struct EntityPageContent {
  EntityDetails entity;
  TimelineResult timeline = {};  ///< Of the articles that name it.
  FacetResult sources = {};      ///< Of these articles.
  std::vector<ExplainedPeak> peaks = {};
  CompanionsResult companions = {};
};

[[nodiscard]] std::string render_entity_page(const EntityPageContent& content);

/// What to say where there is none of this type and id; `near` is what may have been meant.
[[nodiscard]] std::string no_entity_text(Facet type, const std::string& id,
                                         const std::optional<EntityRef>& near);

}  // namespace techpolicy
