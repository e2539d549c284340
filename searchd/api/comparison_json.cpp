#include "searchd/api/comparison_json.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

Json search_links(const SearchRequest& request) {
  const std::string query = query_string(request);
  return {{"self", with_query("/api/v1/search", query)}, {"html", with_query("/search", query)}};
}

Json side_json(const CompareRequest& asked, const ComparedSide& side) {
  return {{"query", side.query},
          {"name", side.name},
          {"total", side.total},
          {"links", search_links(side_request(asked, side.query))}};
}

Json part_json(const ComparedPart& part) {
  Json newest = Json::array();
  for (const Hit& hit : part.newest) newest.push_back(article_reference_json(hit));
  return {{"query", part.request.q},
          {"total", part.total},
          {"newest", std::move(newest)},
          {"links", search_links(part.request)}};
}

Json buckets_json(const Comparison& comparison) {
  Json buckets = Json::array();
  const auto& [a, b] = comparison.sides;
  for (std::size_t i = 0; i < comparison.span.bars.size(); ++i) {
    const TimelineBar& bar = comparison.span.bars[i];
    buckets.push_back({{"start", date_of_day(bar.first).iso()},
                       {"end", date_of_day(bar.last).iso()},
                       {"a", a.counts[i]},
                       {"b", b.counts[i]}});
  }
  return buckets;
}

}  // namespace

Json comparison_json(const CompareRequest& asked, const Comparison& comparison) {
  const std::string query = comparison_query(asked);
  return {
      {"a", side_json(asked, comparison.sides[0])},
      {"b", side_json(asked, comparison.sides[1])},
      {"only_a", part_json(comparison.only_a)},
      {"both", part_json(comparison.both)},
      {"only_b", part_json(comparison.only_b)},
      {"interval", interval_name(comparison.span.interval)},
      {"basis", basis_name(comparison.span.basis)},
      {"buckets", buckets_json(comparison)},
      {"index", index_json(comparison.index)},
      {"links",
       {{"self", with_query("/api/v1/compare", query)}, {"html", with_query("/compare", query)}}}};
}

}  // namespace techpolicy
