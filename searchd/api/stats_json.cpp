// What is in the index, and whether the service is well.
#include "searchd/api/stats_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace techpolicy {

Json stats_json(const IndexStatistics& statistics) {
  Json languages = Json::object();
  for (const auto& [language, count] : statistics.languages) languages[language] = count;
  Json entities = Json::object();
  std::uint64_t sources = 0;
  for (const auto& [facet, count] : statistics.distinct) {
    const FacetRow& row = facet_row(facet);
    if (row.kind == FacetKind::entity) entities[std::string(row.name)] = count;
    if (facet == Facet::source) sources = count;
  }
  Json json = index_json(statistics.index);
  json["first_date"] = date_or_null(statistics.first_date);
  json["last_date"] = date_or_null(statistics.last_date);
  json["undated"] = statistics.undated;
  json["languages"] = std::move(languages);
  json["entities"] = std::move(entities);
  json["sources"] = sources;
  return json;
}

Json health_json(const std::optional<IndexInfo>& index, double uptime_seconds) {
  Json json = {{"status", index ? "ok" : "degraded"}, {"version", TECHPOLICY_VERSION}};
  if (index) json["index_revision"] = index->revision;
  json["uptime_s"] = std::round(uptime_seconds * 1000) / 1000;
  return json;
}

}  // namespace techpolicy
