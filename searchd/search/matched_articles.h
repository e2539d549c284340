// The articles of a search, for answers that say what they are as a whole: timeline, what stands
// out, sentences, exports.
#pragma once

#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/facet_counting.h"
#include "searchd/search/matching.h"
#include "searchd/search/ranking.h"
#include "searchd/search/result_order.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// The query of a request; periods in its dates count back from the snapshot's day. Throws
/// BadRequest for what is wrong in it.
[[nodiscard]] QueryNode parse_query_of(const SearchRequest& request, const Snapshot& snapshot);

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

  /// Those that name each entity.
  [[nodiscard]] DocumentSet naming_all(const std::vector<EntityKey>& entities) const;

  /// What was asked for, else relevance with words in q and newest without.
  [[nodiscard]] Sort sort(const SearchRequest& request) const;
  /// Some of the articles with the scores that the sort needs, not yet in order.
  [[nodiscard]] std::vector<Ranked> ranked(const DocumentSet& documents, Sort sort);

 private:
  Matching matching_;
  ResolvedQuery query_;
  FilteredMatches filtered_;
  Ranking ranking_;
};

}  // namespace techpolicy
