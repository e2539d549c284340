#include "searchd/api/timeline_json.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

Json bucket_json(const TimelineBar& bar, std::uint64_t count) {
  return {{"start", date_of_day(bar.first).iso()},
          {"end", date_of_day(bar.last).iso()},
          {"count", count}};
}

Json series_json(const TimelineSeries& series, const std::vector<TimelineBar>& bars) {
  Json buckets = Json::array();
  for (std::size_t i = 0; i < bars.size(); ++i) {
    buckets.push_back(bucket_json(bars[i], series.counts[i]));
  }
  return {{"value", series.value},
          {"label", series.label},
          {"total", series.total},
          {"buckets", std::move(buckets)}};
}

}  // namespace

Json timeline_json(const TimelineRequest& asked, const TimelineResult& result) {
  Json buckets = Json::array();
  for (const TimelineBar& bar : result.bars) {
    Json bucket = bucket_json(bar, bar.count);
    bucket["all"] = bar.all;
    buckets.push_back(std::move(bucket));
  }
  Json series = Json::array();
  for (const TimelineSeries& one : result.series) series.push_back(series_json(one, result.bars));
  return {{"interval", interval_name(result.interval)},
          {"basis", basis_name(result.basis)},
          {"total", result.total},
          {"undated", result.undated},
          {"partial", result.partial},
          {"buckets", std::move(buckets)},
          {"series", std::move(series)},
          {"index", index_json(result.index)},
          {"links",
           {{"self", with_query("/api/v1/timeline", timeline_query(asked))},
            {"html", with_query("/search", query_string(asked.search))}}}};
}

}  // namespace techpolicy
