#include "searchd/api/companions_json.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

std::string typed_id(const EntityKey& key) {
  return std::string(facet_row(key.type).name) + ":" + key.id;
}

/// The sentences that name both.
std::string sentences_link(const CompanionsRequest& asked, const EntityKey& other) {
  SentencesRequest sentences;
  sentences.search = asked.search;
  sentences.entities = {asked.entity, other};
  return with_query("/api/v1/sentences", sentences_query(sentences));
}

}  // namespace

Json companions_json(const CompanionsRequest& asked, const CompanionsResult& result) {
  Json nodes = Json::array();
  for (const Companion& companion : result.companions) {
    nodes.push_back({{"entity", entity_json({companion.key, companion.name, 0, 0})},
                     {"count", companion.together},
                     {"articles", companion.articles},
                     {"sentences", companion.sentences},
                     {"lift", companion.lift},
                     {"npmi", companion.npmi},
                     {"first_seen", date_or_null(companion.first_date)},
                     {"last_seen", date_or_null(companion.last_date)},
                     {"links", {{"sentences", sentences_link(asked, companion.key)}}}});
  }
  Json edges = Json::array();
  for (const CompanionPair& pair : result.pairs) {
    edges.push_back({{"a", typed_id(result.companions[pair.a].key)},
                     {"b", typed_id(result.companions[pair.b].key)},
                     {"count", pair.together}});
  }
  const std::string path = "/entities/" + std::string(facet_row(asked.entity.type).name) + "/" +
                           url_encode(asked.entity.id);
  return {{"entity", entity_json(result.entity)},
          {"measure", measure_names()[static_cast<std::size_t>(asked.measure)]},
          {"searched", result.searched},
          {"articles", result.articles},
          {"sentences_read_in", result.read},
          {"nodes", std::move(nodes)},
          {"edges", std::move(edges)},
          {"index", index_json(result.index)},
          {"links",
           {{"self", with_query("/api/v1" + path + "/related", companions_query(asked))},
            {"html", path}}}};
}

}  // namespace techpolicy
