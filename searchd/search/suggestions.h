// What somebody may be typing: known things by any of their names, frequent phrases, titles.
#pragma once

#include <xapian.h>

#include "searchd/search/entity_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Entities that articles name, by fit and then by how many name them; then how the phrase typed
/// goes on in most articles; then the newest articles with all the words in the title, the last of
/// which may be unfinished. Phrases and titles each get at least a quarter of the places where
/// there are so many.
[[nodiscard]] Suggestions suggest(const SuggestRequest& request, const Snapshot& snapshot,
                                  Xapian::Database& database);

}  // namespace techpolicy
