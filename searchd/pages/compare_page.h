// Two entities or searches side by side: when each was written about, and what they share.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/comparison.h"

namespace techpolicy {

/// Takes a and b out of the parameters; the others are those of a search. Throws BadRequest as
/// parse_search_request() does.
[[nodiscard]] CompareRequest parse_compare_request(Parameters parameters);

/// The address of the page.
[[nodiscard]] std::string compare_url(const std::string& a, const std::string& b);

/// A comparison that may be worth a look.
struct CompareOffer {
  std::string a;
  std::string b;
  std::string label;
};
/// Of a request that lacks a query: what the given one may be compared with, else some pairs.
[[nodiscard]] std::vector<CompareOffer> compare_offers(const Searcher& searcher,
                                                       const CompareRequest& asked);

[[nodiscard]] std::string render_compare_page(const CompareRequest& asked,
                                              const Comparison& comparison);
/// Before both queries are there.
[[nodiscard]] std::string render_compare_form(const CompareRequest& asked,
                                              const std::vector<CompareOffer>& offers);
[[nodiscard]] std::string render_faulty_comparison(const CompareRequest& asked,
                                                   const BadRequest& error);

}  // namespace techpolicy
