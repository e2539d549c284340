// A stored article as shown: a hit of a result, and the reading view.
#pragma once

#include <cstddef>

#include "searchd/search/clause.h"
#include "searchd/search/search_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// `highlight` false: snippets without marks. Score and rank are left to the caller.
[[nodiscard]] Hit make_hit(const StoredArticle& article, const Clause& clause, bool highlight,
                           std::size_t snippets, const Snapshot& snapshot);

/// All entities named in title and body, most mentions first.
[[nodiscard]] std::vector<EntityRef> entities_of(const StoredArticle& article,
                                                 const Snapshot& snapshot);

[[nodiscard]] ArticleView make_article_view(StoredArticle article, const Clause& clause,
                                            const Snapshot& snapshot);

}  // namespace techpolicy
