// What somebody may be typing, for the list under the search box and for browsers.
#pragma once

#include "searchd/http/http_message.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

/// The options of the list as HTML, nothing where there are none. Reads `q`.
[[nodiscard]] HttpResponse suggestion_options(const Searcher& searcher, const HttpRequest& request);

/// OpenSearch Suggestions 1.1: the typed text, completions, descriptions, addresses.
[[nodiscard]] HttpResponse open_search_suggestions(const Searcher& searcher,
                                                   const HttpRequest& request);

}  // namespace techpolicy
