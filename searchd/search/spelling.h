// "Did you mean": other spellings of words that no article has.
#pragma once

#include <optional>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/matching.h"
#include "searchd/search/query.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// The query with near words of the index, or near names that articles give, in place of words
/// that find nothing; one edit away, of longer words two, the most frequent first. A word with hits
/// of its own, under any name, stays. At most four words are looked up, since each look-up compares
/// all words of the index. nullopt where nothing is replaced.
[[nodiscard]] std::optional<QueryNode> respelled(const QueryNode& parsed,
                                                 const ResolvedQuery& resolved,
                                                 const Snapshot& snapshot, Matching& matching,
                                                 const Xapian::Database& database);

}  // namespace techpolicy
