// The articles of a search, for answers that say what they are as a whole: timeline, what stands
// out, sentences, exports.
#pragma once

#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/facet_counting.h"
#include "searchd/search/matching.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// Belongs to one thread; borrows all arguments.
class MatchedArticles {
 public:
  /// Throws BadRequest for a query or filter that cannot be answered.
  MatchedArticles(const SearchRequest& request, const Snapshot& snapshot,
                  Xapian::Database& database);
  MatchedArticles(const MatchedArticles&) = delete;
  MatchedArticles& operator=(const MatchedArticles&) = delete;

  [[nodiscard]] const DocumentSet& documents() const { return filtered_.documents(); }
  [[nodiscard]] const FilteredMatches& filtered() const { return filtered_; }
  [[nodiscard]] const ResolvedQuery& query() const { return query_; }
  [[nodiscard]] Matching& matching() { return matching_; }

 private:
  Matching matching_;
  ResolvedQuery query_;
  FilteredMatches filtered_;
};

}  // namespace techpolicy
