// Articles that hold most words of a query where few hold all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/facet_counting.h"
#include "searchd/search/matching.h"
#include "searchd/search/ranking.h"
#include "searchd/search/result_order.h"

namespace techpolicy {

struct RelaxedRanking {
  std::size_t words_required = 0;  ///< The fewest words that one of all holds.
  std::uint64_t total = 0;         ///< Articles.
  std::vector<Ranked> best;        ///< In order of relevance.
};

/// The words of a conjunction, each a word, phrase, name, group or proximity; what else it asks
/// for (facet values, dates, exclusions) stays required. Belongs to one thread; borrows the
/// snapshot and the database.
class RelaxedQuery {
 public:
  RelaxedQuery(const Clause& clause, const Snapshot& snapshot, Xapian::Database& database);

  /// Beside the documents of the query itself, `exact`: those that pass its filters and hold at
  /// least a tenth of the weight of all words that some article holds; the `most` best, copies
  /// folded where `collapse` says so. nullopt where there are none, where fewer than two words
  /// leave nothing to choose, and where finding them would cost too much.
  [[nodiscard]] std::optional<RelaxedRanking> rank(const FilteredMatches& exact, std::size_t most,
                                                   Collapse collapse);

  /// As typed, folded. Only after rank().
  [[nodiscard]] std::vector<std::string> missing(std::uint32_t document) const;

  /// What one of rank()'s documents has its score for.
  [[nodiscard]] ScoreParts parts(std::uint32_t document) { return ranking_->parts(document); }

 private:
  struct Word {
    std::string text;
    float weight = 0;
    DocumentSet documents;
  };
  /// Documents with as many words as each holds.
  struct Holding {
    DocumentSet documents;
    std::vector<std::size_t> words;
  };
  void find_words();
  void add_word(const Clause& clause);
  [[nodiscard]] DocumentSet holding_any();
  [[nodiscard]] Holding holding_enough(const DocumentSet& documents) const;
  [[nodiscard]] std::optional<RelaxedRanking> rank_words(const FilteredMatches& exact,
                                                         std::size_t most, Collapse collapse);

  const Snapshot& snapshot_;
  Xapian::Database& database_;
  Matching matching_;
  Clause relaxed_;  ///< A disjunction of the words, in a conjunction with what is required.
  std::vector<Word> words_;
  std::optional<Ranking> ranking_;  ///< Since rank().
};

}  // namespace techpolicy
