// The answer of GET /api/v1/articles/{id}: the article's own text with overlays.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

#include "searchd/api/json_values.h"

namespace techpolicy {

/// Members of an article, for `fields`.
[[nodiscard]] std::span<const std::string_view> article_fields();

/// All offsets count code points of the original title or text. `query` is the query string of the
/// request.
[[nodiscard]] Json article_json(const ArticleView& view, const std::string& query);

}  // namespace techpolicy
