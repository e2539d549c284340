// What somebody may take along from a search: feeds, exports, its citation.
#pragma once

#include <string>

#include "searchd/pages/view.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Sets "feeds": those of a search, for the head of a page and for links. `name`: what they follow.
void add_feeds(View& page, const SearchRequest& asked, const std::string& name);

/// Sets "keep". `origin`: of the site, for addresses that leave it.
void add_keep(View& page, const std::string& origin, const SearchRequest& asked,
              const SearchResult& result);

}  // namespace techpolicy
