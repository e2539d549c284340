// Two entities or searches side by side: when each was written about, what both find and what only
// one does.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "searchd/search/searcher.h"

namespace techpolicy {

/// Two queries, and filters that hold for both. An empty query is not asked yet.
struct CompareRequest {
  std::string a;
  std::string b;
  SearchRequest within;  ///< Its `q` is empty.

  [[nodiscard]] bool complete() const { return !a.empty() && !b.empty(); }
};

/// One of the two.
struct ComparedSide {
  std::string query;
  std::string name;  ///< Of an entity: "Nvidia" for company:nvidia. Else the query.
  std::uint64_t total = 0;
  std::vector<std::uint64_t> counts;  ///< Beside `Comparison::span.bars`.
};

/// What only the first, both, and only the second find.
struct ComparedPart {
  SearchRequest request;
  std::uint64_t total = 0;
  std::vector<Hit> newest;  ///< At most five.
};

struct Comparison {
  TimelineResult span;  ///< Of the articles that either finds.
  std::array<ComparedSide, 2> sides;
  ComparedPart only_a;
  ComparedPart both;
  ComparedPart only_b;
  IndexInfo index;
};

/// Throws what the searcher throws; faults of a query bear the name "a" or "b". All numbers are of
/// one revision, unless the index changes three times meanwhile.
[[nodiscard]] Comparison compare(const Searcher& searcher, const CompareRequest& asked);

/// A request for one of the queries, with the filters.
[[nodiscard]] SearchRequest side_request(const CompareRequest& asked, const std::string& query);

}  // namespace techpolicy
