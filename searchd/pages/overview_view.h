// "More here than elsewhere": what stands out in the articles of a search, beside its hits.
#pragma once

#include "searchd/pages/view.h"
#include "searchd/search/outstanding.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// What the page asks for to fill the panel.
[[nodiscard]] OutstandingRequest overview_request(const SearchRequest& asked);

/// Sets "outstanding_any", "outstanding" and "words", the strongest of all types first. Each links
/// to the articles that have it, as many as it says.
void add_overview(View& page, const SearchRequest& asked, const OutstandingResult& outstanding);

}  // namespace techpolicy
