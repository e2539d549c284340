// What the reader should know about an answer.
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

/// What is wrong with a request: the place in its query, and links to what was probably meant.
/// A filter that is none can be looked up or left out: `sound` is the request without it.
/// `parameters` are those of the request; the text of key `advice` stands before the links.
void add_faults(View& page, const BadRequest& error, const Parameters& parameters,
                std::string_view advice, const SearchRequest& sound);

}  // namespace techpolicy
