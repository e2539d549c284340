// Words that the best articles of a query share and others lack: an article that has them too is
// more likely about the same.
//
// Pseudo relevance feedback after Rocchio (1971) and RM3 (Abdul-Jaleel et al., TREC 2004), but only
// to order again what the query itself found: nothing is added to a result.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "searchd/search/ranking_parameters.h"
#include "searchd/search/result_order.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

struct FeedbackWord {
  std::string language;
  std::string stem;
  float weight = 0;
};

/// The words that stand out in `best` (in order, with their scores), heaviest first; their weights
/// add up to 1.
[[nodiscard]] std::vector<FeedbackWord> feedback_words(std::span<const Ranked> best,
                                                       const Snapshot& snapshot,
                                                       Xapian::Database& database,
                                                       const RankingParameters& parameters);

/// How much of these words each document has, 0 to 1; in the order of `documents`, which rise.
[[nodiscard]] std::vector<float> feedback_scores(std::span<const FeedbackWord> words,
                                                 std::span<const std::uint32_t> documents,
                                                 const Snapshot& snapshot,
                                                 Xapian::Database& database,
                                                 const RankingParameters& parameters);

}  // namespace techpolicy
