#include "searchd/search/matched_articles.h"

namespace techpolicy {

MatchedArticles::MatchedArticles(const SearchRequest& request, const Snapshot& snapshot,
                                 Xapian::Database& database)
    : matching_(snapshot, database),
      query_(resolve_query(parse_query(request.q, request.options), snapshot, request.aliases)),
      filtered_(request, snapshot, matching_, matching_.matches(query_.clause)) {}

}  // namespace techpolicy
