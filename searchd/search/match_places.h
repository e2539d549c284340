// Where in a stored article a clause matches: what snippets and the reading view mark.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/schema/fields.h"
#include "indexer/schema/stored_article.h"
#include "searchd/search/clause.h"
#include "searchd/search/marked_text.h"

namespace techpolicy {

/// Bytes of the original text of `field` (title or body), in order, overlapping ones joined.
/// `language` is the article's, for stems. Excluded parts of a query match nowhere.
[[nodiscard]] std::vector<ByteRange> match_places(const Clause& clause, const StoredText& text,
                                                  Field field, std::string_view language);

}  // namespace techpolicy
