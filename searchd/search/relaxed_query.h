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

  /// Of `documents`, which came from matches(), those that hold a quarter of the weight of all
  /// words or more.
  [[nodiscard]] DocumentSet holding_enough(const DocumentSet& documents) const;

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
