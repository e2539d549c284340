// The words of a query whose nearness counts, and where they stand in an article.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause_spans.h"
#include "searchd/search/closeness.h"
#include "searchd/search/term_scores.h"

namespace techpolicy {

/// Belongs to one thread; borrows all arguments.
class PlacedQuery {
 public:
  /// `documents` are those that weights are asked for, see TermScores::weight(). Function words,
  /// patterns and what is excluded are left out, and of very long queries the later words.
  PlacedQuery(const Clause& clause, const DocumentSet& documents, const Snapshot& snapshot,
              Xapian::Database& database, TermScores& scores);

  /// Of fewer than two words nothing can be near.
  [[nodiscard]] std::size_t words() const { return weights_.size(); }
  [[nodiscard]] float closeness(std::uint32_t document, const RankingParameters& parameters);

 private:
  /// A word, or a name that stands for several.
  struct Part {
    std::size_t first_word = 0;
    std::size_t last_word = 0;
    Field field = Field::body;
    ClauseSpans spans;
  };
  void collect(const Clause& clause);
  void collect_alternatives(const Clause& clause);
  void add_word(const Clause& clause, float weight);
  void add_parts(const Clause& clause, std::size_t first_word, std::size_t last_word);

  const DocumentSet& documents_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  TermScores& scores_;
  PositionBudget budget_{Matching::kMaxPositionLists};
  std::vector<float> weights_;
  std::vector<Part> parts_;
};

}  // namespace techpolicy
