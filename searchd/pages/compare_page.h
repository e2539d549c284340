// Two entities or searches side by side: when each was written about, and what they share.
#pragma once

#include <array>
#include <optional>
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

/// Takes a and b out of the parameters; the others are those of a search. Throws BadRequest as
/// parse_search_request() does.
[[nodiscard]] CompareRequest parse_compare_request(Parameters parameters);

/// The address of the page.
[[nodiscard]] std::string compare_url(const std::string& a, const std::string& b);

/// Throws what the searcher throws, BadRequest among it.
[[nodiscard]] std::string render_compare_page(const Searcher& searcher,
                                              const CompareRequest& asked);

}  // namespace techpolicy
