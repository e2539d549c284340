// The reading view of one article.
#pragma once

#include <string>

#include "searchd/pages/neighbours_view.h"
#include "searchd/pages/reading_view.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// `asked`: the search that led here, for the way back; the default request where none did.
/// `origin`: of the site, for the citation. `neighbours`: copies and similar articles to show.
[[nodiscard]] std::string render_article_page(const ArticleView& article,
                                              const SearchRequest& asked, TextForm form,
                                              const std::string& origin,
                                              const ArticleNeighbours& neighbours = {});

}  // namespace techpolicy
