// What an HTML page says of its article outside the text.
#pragma once

#include <string>

#include "indexer/articles/html_boilerplate.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/record_fields.h"

namespace techpolicy {

/// Adds title, date, URL, authors, language, source and tags to `fields`, the best statement of
/// each first: meta elements, then JSON-LD, then the page itself. A source at the end of the title
/// ("Title | Source") is cut off.
///
/// Returns the body that JSON-LD gives, for pages that hold their text nowhere else; mostly empty.
std::string read_html_metadata(const HtmlTree& tree, const HtmlMarks& marks, RecordFields& fields);

}  // namespace techpolicy
