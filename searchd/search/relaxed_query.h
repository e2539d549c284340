// Articles that hold most words of a query where few hold all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/matching.h"
#include "searchd/search/ranking_parameters.h"

namespace techpolicy {

/// The words of a conjunction, each a word, phrase, name, group or proximity; what else it asks
/// for (facet values, dates, exclusions) stays required. Belongs to one thread; borrows the
/// snapshot and the database.
class RelaxedQuery {
 public:
  RelaxedQuery(const Clause& clause, const Snapshot& snapshot, Xapian::Database& database);

  /// Fewer than two words cannot be relaxed.
  [[nodiscard]] bool can_relax() const { return words_.size() > 1; }

  /// Documents that hold some word but not all, and what is required. Rising.
  [[nodiscard]] DocumentSet matches();

  /// Of `documents`, which came from matches(), those that hold the largest of the shares of
  /// weight 1/2, 1/3, 1/4 of which at least `wanted` documents hold so much; 1/4 where there are
  /// fewer.
  [[nodiscard]] DocumentSet holding_most(const DocumentSet& documents, std::size_t wanted) const;

  /// For scores: any of the words, and what is required.
  [[nodiscard]] const Clause& clause() const { return relaxed_; }

  /// As typed, folded.
  [[nodiscard]] std::vector<std::string> missing(std::uint32_t document) const;
  [[nodiscard]] std::size_t held(std::uint32_t document) const;
  [[nodiscard]] Matching& matching() { return matching_; }

 private:
  struct Word {
    std::string text;
    float weight = 0;
    DocumentSet documents;
  };
  void add_word(const Clause& clause);

  const Snapshot& snapshot_;
  Matching matching_;
  Clause relaxed_;  ///< A disjunction of the words, in a conjunction with what is required.
  std::vector<Word> words_;
};

}  // namespace techpolicy
