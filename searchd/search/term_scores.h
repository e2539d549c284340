// How well articles match the words of a query: BM25F (Robertson, Zaragoza 2009) over title, lead
// and body.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/matching.h"
#include "searchd/search/ranking_parameters.h"
#include "searchd/search/score_parts.h"

namespace techpolicy {

/// A word, phrase, entity or pattern: what is scored on its own.
[[nodiscard]] bool is_scored_leaf(const Clause& clause);

/// What people read: the words typed, or the name as "company:nvidia".
[[nodiscard]] std::string leaf_text(const Clause& leaf);

/// Belongs to one thread; borrows all arguments.
class TermScores {
 public:
  TermScores(const Snapshot& snapshot, Matching& matching, const RankingParameters& parameters)
      : snapshot_(snapshot), matching_(matching), parameters_(parameters) {}

  /// The score of each document, in their order. `documents` must be rising. Of alternatives (best)
  /// the highest counts, of the rest of a query the sum; what is excluded does not.
  [[nodiscard]] std::vector<float> scores(const Clause& clause, const DocumentSet& documents);

  /// What scores() adds up for one document: each leaf that counts, in the order of the query.
  [[nodiscard]] std::vector<WordScore> parts(const Clause& clause, std::uint32_t document);

  /// The weight of a leaf: how rare it is among all articles, and whether it says anything.
  /// `documents` are the ones to be scored.
  [[nodiscard]] float weight(const Clause& leaf, const DocumentSet& documents);

 private:
  void add(const Clause& clause, const DocumentSet& documents, std::vector<float>& scores);
  void add_leaf(const Clause& leaf, const DocumentSet& documents, std::vector<float>& scores);
  [[nodiscard]] WordScore leaf_part(const Clause& leaf, std::uint32_t document);
  /// Calls found(place in `documents`, field, weighted frequency), for a document more than once.
  template <typename Found>
  void visit_frequencies(const Clause& leaf, const DocumentSet& documents, Found found);

  const Snapshot& snapshot_;
  Matching& matching_;
  const RankingParameters& parameters_;
};

}  // namespace techpolicy
