#include "searchd/api/significant_json.h"

#include <nlohmann/json.hpp>

#include "indexer/schema/found_names.h"
#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

Json value_json(const OutstandingValue& value, const std::optional<Facet>& facet) {
  Json json = {{"value", value.value},
               {"label", value.label},
               {"count", value.here.having},
               {"share", value.here.value()},
               {"count_elsewhere", value.elsewhere.having},
               {"share_elsewhere", value.elsewhere.value()},
               {"score", value.score}};
  if (facet && is_unreviewed(*facet, value.value)) json["unreviewed"] = true;
  return json;
}

}  // namespace

Json significant_json(const OutstandingRequest& asked, const OutstandingResult& result) {
  Json groups = Json::array();
  for (const OutstandingGroup& group : result.groups) {
    Json values = Json::array();
    for (const OutstandingValue& value : group.values) {
      values.push_back(value_json(value, group.facet));
    }
    groups.push_back({{"kind", group.facet ? facet_row(*group.facet).name : "word"},
                      {"values", std::move(values)}});
  }
  return {{"total", result.total},
          {"others", result.others},
          {"groups", std::move(groups)},
          {"texts_looked_at", result.texts_looked_at},
          {"index", index_json(result.index)},
          {"links",
           {{"self", with_query("/api/v1/significant", significant_query(asked))},
            {"html", with_query("/search", query_string(asked.search))}}}};
}

}  // namespace techpolicy
