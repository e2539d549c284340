// Which articles a clause matches, and how well. Exact: every match is found, none is estimated.
//
// Postings are decoded once per snapshot (PostingCache) and combined as sorted lists of document
// ids; phrases are checked on Xapian's position lists. Scores: BM25F (Robertson, Zaragoza 2009)
// over title, lead and body.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/posting_cache.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Document ids, rising.
using DocumentSet = std::vector<std::uint32_t>;

/// One query's work on one snapshot. Belongs to one thread; borrows both arguments.
class Matching {
 public:
  Matching(const Snapshot& snapshot, Xapian::Database& database)
      : snapshot_(snapshot), database_(database) {}

  [[nodiscard]] DocumentSet matches(const Clause& clause);

  /// The score of each document, in their order. `documents` must be rising.
  [[nodiscard]] std::vector<float> scores(const Clause& clause, const DocumentSet& documents);

  [[nodiscard]] DocumentSet all_documents();

 private:
  using PostingsPointer = std::shared_ptr<const Postings>;

  [[nodiscard]] std::vector<PostingsPointer> field_postings(const Clause& clause, Field field);
  [[nodiscard]] DocumentSet documents_of(const Clause& clause);
  [[nodiscard]] DocumentSet dated(const Clause& clause);
  [[nodiscard]] DocumentSet conjunction(const Clause& clause);
  [[nodiscard]] PostingsPointer phrase_postings(const Clause& clause, Field field);
  void add_scores(const Clause& clause, const DocumentSet& documents, std::vector<float>& scores);
  void add_leaf_scores(const Clause& clause, const DocumentSet& documents,
                       std::vector<float>& scores);

  const Snapshot& snapshot_;
  Xapian::Database& database_;
  std::map<std::pair<const Clause*, Field>, PostingsPointer> phrases_;
};

/// Set operations on rising lists.
[[nodiscard]] DocumentSet intersect(const DocumentSet& a, const DocumentSet& b);
[[nodiscard]] DocumentSet unite(const DocumentSet& a, const DocumentSet& b);
[[nodiscard]] DocumentSet subtract(const DocumentSet& a, const DocumentSet& b);

}  // namespace techpolicy
