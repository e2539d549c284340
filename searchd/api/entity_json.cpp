#include "searchd/api/entity_json.h"

#include <nlohmann/json.hpp>

#include "searchd/api/api_parameters.h"
#include "searchd/api/entity_requests.h"

namespace techpolicy {
namespace {

std::string entity_path(const EntityKey& key) {
  return "/entities/" + std::string(facet_row(key.type).name) + "/" + url_encode(key.id);
}

std::string search_path(const EntityKey& key) {
  SearchRequest request;
  request.filter(key.type).any = {key.id};
  return with_query("/search", query_string(request));
}

Json summary_json(const EntitySummary& entity) {
  return {{"id", entity.key.id},
          {"type", facet_row(entity.key.type).name},
          {"name", entity.name},
          {"count", entity.count},
          {"about", entity.about},
          {"first_seen", date_or_null(entity.first_date)},
          {"last_seen", date_or_null(entity.last_date)}};
}

Json page_link(EntityListRequest asked, unsigned page) {
  asked.page = page;
  return with_query("/api/v1/entities", entity_list_query(asked));
}

}  // namespace

Json entity_list_json(const EntityListRequest& asked, const EntityList& list) {
  Json entities = Json::array();
  for (const EntitySummary& entity : list.entities) entities.push_back(summary_json(entity));
  const bool last = std::uint64_t{asked.page} * asked.per_page >= list.total;
  return {{"total", list.total},
          {"page", asked.page},
          {"per_page", asked.per_page},
          {"entities", entities},
          {"links",
           {{"self", page_link(asked, asked.page)},
            {"next", last ? Json(nullptr) : page_link(asked, asked.page + 1)},
            {"prev", asked.page > 1 ? page_link(asked, asked.page - 1) : Json(nullptr)}}}};
}

Json entity_details_json(const EntityDetails& details) {
  Json names = Json::array();
  for (const EntityName& name : details.names) {
    names.push_back({{"text", name.text}, {"lang", name.lang}, {"script", name.script}});
  }
  Json identifiers = Json::object();
  if (!details.wikidata.empty()) identifiers["wikidata"] = details.wikidata;
  if (!details.tickers.empty()) identifiers["ticker"] = details.tickers.front();
  const std::string path = entity_path(details.summary.key);
  Json json = summary_json(details.summary);
  json["in_gazetteer"] = details.in_gazetteer;
  json["names"] = std::move(names);
  json["kind"] = text_or_null(details.kind);
  json["identifiers"] = std::move(identifiers);
  json["tickers"] = details.tickers;
  json["country"] = text_or_null(details.country);
  if (details.parent) json["parent"] = entity_json(*details.parent);
  json["children"] = entities_json(details.children);
  if (details.maker) json["maker"] = entity_json(*details.maker);
  json["products"] = entities_json(details.products);
  json["orgs"] = entities_json(details.orgs);
  json["people"] = entities_json(details.people);
  json["links"] = {
      {"self", "/api/v1" + path}, {"html", path}, {"search", search_path(details.summary.key)}};
  return json;
}

Json suggest_json(const SuggestRequest& asked, const Suggestions& suggestions) {
  Json list = Json::array();
  for (const Suggestion& one : suggestions.suggestions) {
    if (one.entity) {
      list.push_back({{"text", one.text},
                      {"type", facet_row(one.entity->type).name},
                      {"id", one.entity->id},
                      {"count", one.count},
                      {"matched", one.matched},
                      {"url", search_path(*one.entity)}});
    } else if (one.article_id.empty()) {
      list.push_back({{"text", one.text},
                      {"type", "phrase"},
                      {"id", one.text},
                      {"matched", one.matched},
                      {"url", "/search?q=" + url_encode(one.text)}});
    } else {
      list.push_back({{"text", one.text},
                      {"type", "title"},
                      {"id", one.article_id},
                      {"matched", one.matched},
                      {"url", "/article/" + url_encode(one.article_id)}});
    }
  }
  return {{"q", asked.typed}, {"suggestions", list}};
}

}  // namespace techpolicy
