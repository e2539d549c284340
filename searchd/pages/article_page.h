// The reading view of one article.
#pragma once

#include <string>

#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// `original`: the text as it was read, without repairs. `request` is the search it was reached from.
[[nodiscard]] std::string render_article_page(const ArticleView& view, const SearchRequest& request, bool original);

}  // namespace techpolicy
