// "More here than elsewhere": what the articles of a search name and say more often than others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"
#include "searchd/search/significance.h"

namespace techpolicy {

class MatchedArticles;
class Snapshot;

inline constexpr unsigned kMaxOutstandingLimit = 50;
/// Texts that are looked at for words that may stand out.
inline constexpr std::size_t kTextsLookedAt = 100;

struct OutstandingRequest {
  SearchRequest search;       ///< Paging, sort and facets do not matter.
  std::vector<Facet> facets;  ///< In this order; empty together with `words` false: everything.
  bool words = false;
  unsigned limit = 10;  ///< Values of each.
};

struct OutstandingValue {
  std::string value;  ///< A word: folded.
  std::string label;
  Share here;        ///< Of the matches. Exact.
  Share elsewhere;   ///< Of all other articles. Exact.
  double score = 0;  ///< log_likelihood() of both, at least kLeastLogLikelihood.
};

struct OutstandingGroup {
  std::optional<Facet> facet;            ///< Absent: words of the text, without the title.
  std::vector<OutstandingValue> values;  ///< By score. Without what the search itself asks for.
};

struct OutstandingResult {
  std::uint64_t total = 0;   ///< Matches.
  std::uint64_t others = 0;  ///< All other articles; where there are none, nothing stands out.
  std::vector<OutstandingGroup> groups;
  /// Matches whose texts were searched for words that may stand out, evenly over all of them. What
  /// is found there is then counted in all articles. As many as `total` up to kTextsLookedAt.
  std::uint64_t texts_looked_at = 0;
  IndexInfo index;
};

/// Throws BadRequest for the search.
[[nodiscard]] OutstandingResult find_outstanding(const OutstandingRequest& request,
                                                 const Snapshot& snapshot,
                                                 Xapian::Database& database);

}  // namespace techpolicy
