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

Json score_parts_json(const ScoreParts& parts) {
  Json rows = Json::array();
  const auto add = [&rows](const std::string& term, double weight) {
    if (weight != 0) rows.push_back({{"term", term}, {"weight", weight}});
  };
  for (const WordScore& word : parts.words) {
    add("title:" + word.text, word.title);
    add("lead:" + word.text, word.lead);
    add("body:" + word.text, word.body);
  }
  add("closeness", parts.closeness);
  add("feedback", parts.feedback);
  add("salience", parts.salience);
  add("recency", parts.recency);
  return rows;
}

}  // namespace techpolicy
