// The order of a result: what each article scores for a query, and why.
//
// All matches are scored by their words and by being about what is asked for. Then the best are
// looked at closely (nearness of words, words that the best share), which can only raise a score:
// so the best stay in front of the rest, and the order is one over the whole result, whatever page
// or cursor asks for it. docs/ranking.md has the formula.
#pragma once

#include <optional>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/matching.h"
#include "searchd/search/ranking_parameters.h"
#include "searchd/search/result_order.h"
#include "searchd/search/score_parts.h"
#include "searchd/search/term_scores.h"

namespace techpolicy {

/// One query's ranking on one snapshot. Belongs to one thread; borrows all arguments.
class Ranking {
 public:
  /// `asked`: entities that filters want; those of the query are found in it.
  Ranking(const Clause& clause, std::vector<EntityKey> asked, const Snapshot& snapshot,
          Xapian::Database& database, Matching& matching,
          const RankingParameters& parameters = kRanking);

  /// The documents, which must be rising, in their order with their scores. Only relevance looks at
  /// dates; sorts that need no score give none.
  [[nodiscard]] std::vector<Ranked> rank(const DocumentSet& documents, Sort sort);

  /// What rank() last gave a document for.
  [[nodiscard]] ScoreParts parts(std::uint32_t document);

 private:
  /// An entity that is asked for, as the columns know it.
  struct Asked {
    Facet facet;
    std::uint32_t ordinal;
  };
  struct Close {
    float closeness = 0;
    float feedback = 0;
  };
  void find_asked(const std::vector<EntityKey>& asked);
  void look_closely(const std::vector<Ranked>& ranked);
  void add_closeness(std::vector<Ranked>& best);
  void add_feedback(std::vector<Ranked>& best);
  [[nodiscard]] Close& close(std::uint32_t document);
  [[nodiscard]] float salience(std::uint32_t document) const;
  /// What is left of a score at the document's age; 1 where dates do not count.
  [[nodiscard]] float recency(std::uint32_t document) const;

  const Clause& clause_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  const RankingParameters& parameters_;
  TermScores terms_;
  std::vector<Asked> asked_;
  Sort sort_ = Sort::lexical;
  DocumentSet best_;          ///< Documents that were looked at closely, rising.
  std::vector<Close> close_;  ///< Beside `best_`.
};

}  // namespace techpolicy
