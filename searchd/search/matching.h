// Which articles a clause matches. Exact: every match is found, none is estimated.
//
// Postings are decoded once per snapshot (PostingCache) and combined as sorted lists of document
// ids; phrases and proximity are checked on Xapian's position lists, in those documents only that
// the rest of the query leaves.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/clause_spans.h"
#include "searchd/search/document_sets.h"
#include "searchd/search/posting_cache.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Places have to be looked at, which costs most.
[[nodiscard]] bool needs_places(const Clause& clause);

/// One query's work on one snapshot. Belongs to one thread; borrows both arguments.
class Matching {
 public:
  /// Less than half a second of reading places. The rest of a query is matched first, so that only
  /// queries of nothing but very common words reach it.
  static constexpr std::size_t kMaxPositionLists = 190'000;

  Matching(const Snapshot& snapshot, Xapian::Database& database,
           std::size_t position_lists = kMaxPositionLists)
      : snapshot_(snapshot), database_(database), budget_(position_lists) {}

  /// Throws BadRequest "too_costly" where too many places would have to be compared.
  /// A page asks the same several times, so what needed places is kept with the postings.
  [[nodiscard]] DocumentSet matches(const Clause& clause);

  /// `within` (may be null): only these documents are of interest; others may be missing.
  [[nodiscard]] DocumentSet matches(const Clause& clause, const DocumentSet* within);

  /// The same, and besides what would match if undated and partly dated articles were of the dates
  /// asked for; dates that are excluded stay as they are.
  [[nodiscard]] DocumentSet matches_if_dated(const Clause& clause);

  [[nodiscard]] DocumentSet all_documents();

  using PostingsPointer = std::shared_ptr<const Postings>;
  /// What a leaf is found by in a field, with counts, at least for the documents of `within` (may
  /// be null: all).
  [[nodiscard]] std::vector<PostingsPointer> field_postings(const Clause& clause, Field field,
                                                            const DocumentSet* within);
  /// Documents that hold a leaf, for weights.
  [[nodiscard]] std::size_t document_frequency(const Clause& clause, const DocumentSet& within);

 private:
  struct Placed {
    DocumentSet candidates;  ///< Documents that hold all words, wherever they stand.
    std::shared_ptr<const PlacedPostings> found;
  };

  [[nodiscard]] DocumentSet documents_of(const Clause& clause, const DocumentSet* within);
  [[nodiscard]] DocumentSet dated(const Clause& clause);
  [[nodiscard]] DocumentSet about(const Clause& clause);
  [[nodiscard]] DocumentSet excluding(DocumentSet documents, const Clause& negation);
  [[nodiscard]] DocumentSet conjunction(const Clause& clause, const DocumentSet* within);
  [[nodiscard]] DocumentSet any_of(const Clause& clause, const DocumentSet* within);
  [[nodiscard]] DocumentSet at_least(const Clause& clause, const DocumentSet* within);
  [[nodiscard]] std::vector<ClauseSpans> operands_of(const Clause& clause, Field field);
  const Placed& placed(const Clause& clause, Field field, const DocumentSet* within);
  [[nodiscard]] std::shared_ptr<const PlacedPostings> look_at(const Clause& clause,
                                                              std::vector<ClauseSpans>& operands,
                                                              DocumentSet documents, Field field);
  [[nodiscard]] static std::size_t least_lists(const Clause& clause,
                                               const std::vector<ClauseSpans>& operands,
                                               const DocumentSet& documents, Field field);
  [[nodiscard]] DocumentSet may_hold_phrase(const Clause& clause, const DocumentSet& documents,
                                            Field field);
  [[nodiscard]] std::uint32_t count_places(const Clause& clause, std::vector<ClauseSpans>& operands,
                                           std::uint32_t document, Field field);
  [[nodiscard]] TextUnits units(const Clause& clause, std::uint32_t document, Field field);

  const Snapshot& snapshot_;
  Xapian::Database& database_;
  PositionBudget budget_;
  bool doubtful_dates_fit_ = false;
  std::map<std::pair<const Clause*, Field>, Placed> placed_;
  std::map<const Clause*, std::size_t> frequencies_;  ///< Of leaves that need no places.
};

}  // namespace techpolicy
