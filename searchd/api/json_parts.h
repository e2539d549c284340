// The answers of searchd/search as JSON, after the served OpenAPI document.
#pragma once

#include <nlohmann/json.hpp>

#include "searchd/search/search_result.h"

namespace techpolicy {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json search_json(const SearchResult& result);
[[nodiscard]] Json facet_json(const FacetResult& facet);
[[nodiscard]] Json article_json(const ArticleView& view);
[[nodiscard]] Json statistics_json(const IndexStatistics& statistics);
[[nodiscard]] Json index_json(const IndexInfo& index);

/// RFC 3339, UTC.
[[nodiscard]] std::string timestamp(std::uint64_t unix_seconds);

}  // namespace techpolicy
