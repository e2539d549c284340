// What the reader should know about an answer, and what may help where it is empty.
#pragma once

#include <string>
#include <vector>

#include "searchd/pages/search_page.h"
#include "searchd/pages/view.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Other names, offered entities, warnings, undated matches, ignored parameters, what has changed
/// since it was cited.
void add_notices(View& page, const SearchPageContent& content);

/// Ways out of an empty answer, filters first. None where there are hits.
void add_ways_out(View& page, const SearchRequest& asked, const SearchResult& result);

/// What is wrong with a request: the place in its query, and links to what was probably meant.
/// `parameters` are those of the request; the text of key `advice` stands before the links.
void add_faults(View& page, const BadRequest& error, const Parameters& parameters,
                std::string_view advice);

}  // namespace techpolicy
