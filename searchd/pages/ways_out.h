// What an empty answer may be helped by: other searches that do give articles, and how many.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

struct WayOut {
  std::string label;
  SearchRequest request;
  std::uint64_t total = 0;
};

/// Without a part of the query or a filter, with any of the words, with other names; only what
/// gives articles. None where the result has hits.
[[nodiscard]] std::vector<WayOut> find_ways_out(const Searcher& searcher,
                                                const SearchRequest& asked,
                                                const SearchResult& result);

/// Sets "ways": those, and general advice. None where the result has hits.
void add_ways_out(View& page, const SearchRequest& asked, const SearchResult& result,
                  const std::vector<WayOut>& ways);

}  // namespace techpolicy
