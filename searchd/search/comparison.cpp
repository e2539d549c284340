#include "searchd/search/comparison.h"

#include <algorithm>
#include <string_view>

namespace techpolicy {
namespace {

constexpr unsigned kNewestOfPart = 5;

std::string grouped(const std::string& query) { return "(" + query + ")"; }

std::string name_of(const Searcher& searcher, const std::string& query) {
  const std::size_t colon = query.find(':');
  const auto type = facet_by_name(std::string_view(query).substr(0, std::min(colon, query.size())));
  if (colon == std::string::npos || !type || facet_row(*type).kind != FacetKind::entity)
    return query;
  const std::string label = searcher.label(*type, std::string_view(query).substr(colon + 1));
  return label.empty() ? query : label;
}

/// Alone, so that its faults are its own.
SearchResult count_side(const Searcher& searcher, SearchRequest request, const char* parameter) {
  request.per_page = 0;
  try {
    return searcher.search(request);
  } catch (const BadRequest& error) {
    std::vector<RequestFault> faults = error.faults();
    for (RequestFault& fault : faults) {
      if (fault.parameter == "q") fault.parameter = parameter;
    }
    throw BadRequest(std::move(faults));
  }
}

std::vector<std::uint64_t> counts_on(const TimelineResult& span, const Searcher& searcher,
                                     const SearchRequest& search) {
  TimelineRequest request;
  request.search = search;
  request.interval = span.interval;
  request.basis = span.basis;
  const TimelineResult own = searcher.timeline(request);
  std::vector<std::uint64_t> counts;
  auto bar = own.bars.begin();  // Both rise, and own bars are among those of the whole.
  for (const TimelineBar& whole : span.bars) {
    const bool same = bar != own.bars.end() && bar->first == whole.first;
    counts.push_back(same ? bar->count : 0);
    if (same) ++bar;
  }
  return counts;
}

ComparedPart make_part(const Searcher& searcher, const CompareRequest& asked,
                       const std::string& query) {
  ComparedPart part;
  part.request = side_request(asked, query);
  SearchRequest request = part.request;
  request.per_page = kNewestOfPart;
  request.sort = Sort::newest;
  SearchResult result = searcher.search(request);
  part.total = result.total;
  part.newest = std::move(result.hits);
  return part;
}

Comparison compare_once(const Searcher& searcher, const CompareRequest& asked) {
  Comparison comparison;
  const auto count = [&](const std::string& query, const char* parameter) {
    const SearchResult result = count_side(searcher, side_request(asked, query), parameter);
    comparison.index = result.index;
    return ComparedSide{query, name_of(searcher, query), result.total, {}};
  };
  comparison.sides = {count(asked.a, "a"), count(asked.b, "b")};
  const std::string a = grouped(asked.a);
  const std::string b = grouped(asked.b);
  TimelineRequest whole;
  whole.search = side_request(asked, a + " OR " + b);
  comparison.span = searcher.timeline(whole);
  for (ComparedSide& side : comparison.sides) {
    side.counts = counts_on(comparison.span, searcher, side_request(asked, side.query));
  }
  comparison.only_a = make_part(searcher, asked, a + " NOT " + b);
  comparison.both = make_part(searcher, asked, a + " AND " + b);
  comparison.only_b = make_part(searcher, asked, b + " NOT " + a);
  return comparison;
}

}  // namespace

SearchRequest side_request(const CompareRequest& asked, const std::string& query) {
  SearchRequest request = asked.within;
  request.q = query;
  return request;
}

Comparison compare(const Searcher& searcher, const CompareRequest& asked) {
  constexpr int kAttempts = 3;
  Comparison comparison = compare_once(searcher, asked);
  for (int attempt = 1; attempt < kAttempts; ++attempt) {
    const auto now = searcher.index_info();
    if (!now || now->revision == comparison.index.revision) break;
    comparison = compare_once(searcher, asked);
  }
  return comparison;
}

}  // namespace techpolicy
