#include "searchd/api/entity_routes.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/companions_json.h"
#include "searchd/api/entity_json.h"
#include "searchd/api/entity_requests.h"
#include "searchd/api/problem_json.h"
#include "searchd/api/resource_answer.h"
#include "searchd/api/revised_answer.h"

namespace techpolicy {
namespace {

HttpResponse entities(const Searcher& searcher, const HttpRequest& request) {
  const EntityListRequest asked = parse_entity_list(request.parameters);
  const std::string canonical = with_query(request.path, entity_list_query(asked));
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const EntityList list = searcher.entities(asked);
  const Json json = entity_list_json(asked, list);
  HttpResponse response = revised_answer(json_bytes(json), list.index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse no_entity(const Searcher& searcher, const HttpRequest& request, Facet type) {
  const std::string& typed = request.captures[1];
  std::string detail = "There is no " + std::string(facet_row(type).name) + " \"" + typed + "\".";
  std::string suggestion;
  if (const auto near = searcher.nearest_entity(type, typed)) {
    detail += " The nearest is \"" + near->key.id + "\" (" + near->name + ").";
    suggestion = near->key.id;
  }
  return not_found_json(request, {"id", "unknown_entity", detail, {}, {}, suggestion});
}

HttpResponse entity(const Searcher& searcher, const HttpRequest& request) {
  refuse_unknown(request.parameters, no_parameters());
  const auto type = facet_by_name(request.captures[0]);
  if (!type || facet_row(*type).kind != FacetKind::entity) {
    return problem_json(request, 404, "There is no type of entity of this name.");
  }
  const auto revision = current_revision(searcher);
  const auto details = searcher.entity({*type, request.captures[1]}, 0);
  if (!details) return no_entity(searcher, request, *type);
  if (auto held = not_modified(request, revision, request.path)) return *held;
  const Json json = entity_details_json(*details);
  HttpResponse response = revised_answer(json_bytes(json), details->index.revision, request.path);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse related(const Searcher& searcher, const HttpRequest& request) {
  const auto type = facet_by_name(request.captures[0]);
  if (!type || facet_row(*type).kind != FacetKind::entity) {
    return problem_json(request, 404, "There is no type of entity of this name.");
  }
  const CompanionsRequest asked =
      parse_companions({*type, request.captures[1]}, request.parameters);
  const std::string canonical =
      with_query(request.path, companions_query(asked)) + searcher.day_of(asked.search);
  const auto revision = current_revision(searcher);
  const auto result = searcher.companions(asked);
  if (!result) return no_entity(searcher, request, *type);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const Json json = companions_json(asked, *result);
  HttpResponse response = revised_answer(json_bytes(json), result->index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse suggest(const Searcher& searcher, const HttpRequest& request) {
  const SuggestRequest asked = parse_suggest(request.parameters);
  const std::string canonical = with_query(request.path, suggest_query(asked));
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const Suggestions found = searcher.suggest(asked);
  return revised_answer(json_bytes(suggest_json(asked, found)), found.index.revision, canonical);
}

}  // namespace

std::vector<Route> entity_routes(const Searcher& searcher) {
  const auto bound = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  return {
      {"/api/v1/entities", "entities", bound(entities)},
      {"/api/v1/entities/{type}/{id}", "entity", bound(entity)},
      {"/api/v1/entities/{type}/{id}/related", "companions", bound(related)},
      {"/api/v1/suggest", "suggest", bound(suggest)},
  };
}

}  // namespace techpolicy
