// The answer of GET /api/v1/search.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "searchd/api/json_values.h"

namespace techpolicy {

/// Members of a hit, for `fields`.
[[nodiscard]] std::span<const std::string_view> hit_fields();

[[nodiscard]] Json hit_json(const Hit& hit, Marks marks);

/// `asked` is the request before defaults were filled in: links repeat it, not more. `took_ms`
/// counts from the request's arrival.
[[nodiscard]] Json search_json(const SearchRequest& asked, const SearchResult& result,
                               double took_ms);

}  // namespace techpolicy
