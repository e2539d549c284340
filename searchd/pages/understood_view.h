// How a query was understood, and with explain=1 what each of its parts finds.
#pragma once

#include "searchd/pages/view.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Nothing for plain words, which need no explanation, unless it is asked for.
void add_understood(View& page, const SearchRequest& asked, const SearchResult& result);

}  // namespace techpolicy
