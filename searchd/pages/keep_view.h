// What somebody may take along from a search: feeds, exports, its citation.
#pragma once

#include <string>

#include "searchd/pages/view.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// `origin`: of the site, for addresses that leave it.
void add_keep(View& page, const std::string& origin, const SearchRequest& asked,
              const SearchResult& result);

}  // namespace techpolicy
