#include "searchd/api/explanation_json.h"

#include <nlohmann/json.hpp>

namespace techpolicy {
namespace {

template <typename Value>
Json value_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

Json explanation_json(const SearchResult& result) {
  Json clauses = Json::array();
  for (const ExplainedClause& row : result.explanation) {
    clauses.push_back({{"clause", row.clause},
                       {"depth", row.depth},
                       {"count", value_or_null(row.count)},
                       {"expansions", row.words},
                       {"query_without", value_or_null(row.query_without)},
                       {"total_without", value_or_null(row.total_without)}});
  }
  return {{"tree", result.parsed}, {"clauses", clauses}};
}

}  // namespace techpolicy
