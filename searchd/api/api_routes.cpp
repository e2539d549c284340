#include "searchd/api/api_routes.h"

#include <chrono>
#include <functional>

#include "indexer/schema/errors.h"
#include "searchd/api/json_parts.h"

namespace techpolicy {
namespace {

const std::vector<Facet> kDefaultFacets = {Facet::company, Facet::place, Facet::law, Facet::source};

HttpResponse json_response(const Json& json, std::string content_type = "application/json") {
  HttpResponse response;
  response.content_type = std::move(content_type);
  response.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

/// An answer of one revision: its validator, and 304 where the client has it already.
HttpResponse revised(const HttpRequest& request, const IndexInfo& index, const Json& json) {
  const std::string tag = "W/\"" + std::to_string(index.revision) + "-" + std::to_string(std::hash<std::string>{}(request.target)) + "\"";
  const bool held = request.header("If-None-Match").find(tag) != std::string_view::npos;
  HttpResponse response = held ? HttpResponse{} : json_response(json);
  if (held) response.status = 304;
  response.set_header("ETag", tag);
  response.set_header("Cache-Control", "no-cache");
  response.set_header("X-Index-Revision", std::to_string(index.revision));
  return response;
}

/// The parameters of a search beside some of a resource's own, which are taken out.
Parameters without(const Parameters& parameters, const std::vector<std::string>& own,
                   std::vector<std::pair<std::string, std::string>>& taken) {
  Parameters rest;
  for (const auto& parameter : parameters) {
    const bool mine = std::find(own.begin(), own.end(), parameter.first) != own.end();
    (mine ? taken : rest).push_back(parameter);
  }
  return rest;
}

HttpResponse search(const Searcher& searcher, const HttpRequest& request) {
  const ParsedSearchRequest parsed =
      parse_search_request(request.parameters, UnknownParameters::refuse, kDefaultFacets);
  const SearchResult result = searcher.search(parsed.request);
  const Json json = search_json(result);
  HttpResponse response = revised(request, result.index, json);
  std::string link;
  for (const char* relation : {"next", "prev"}) {
    const Json& target = json["links"][relation];
    if (target.is_null()) continue;
    link += (link.empty() ? "<" : ", <") + target.get<std::string>() + ">; rel=\"" + relation + "\"";
  }
  if (!link.empty()) response.set_header("Link", link);
  response.set_header("Server-Timing", "match;dur=" + std::to_string(result.match_ms) + ", facets;dur=" +
                                           std::to_string(result.facets_ms) + ", hits;dur=" + std::to_string(result.hits_ms));
  return response;
}

HttpResponse facet_values(const Searcher& searcher, const HttpRequest& request) {
  const auto facet = facet_by_name(request.captures[0]);
  if (!facet) return problem_json(request, 404, "There is no facet of this name.");
  std::vector<std::pair<std::string, std::string>> own;
  const Parameters rest = without(request.parameters, {"facet_q", "facet_sort"}, own);
  FacetValuesRequest asked;
  asked.facet = *facet;
  for (const auto& [name, value] : own) {
    if (name == "facet_q") asked.prefix = value.substr(0, 64);
    if (name == "facet_sort" && value != "count" && value != "label") {
      throw BadRequest({RequestFault{name, "not_allowed", "facet_sort must be count or label.", {"count", "label"}, {}, ""}});
    }
    if (name == "facet_sort") asked.sort_by_label = value == "label";
  }
  const SearchRequest parsed = parse_search_request(rest, UnknownParameters::refuse, {}).request;
  asked.page = parsed.page;
  asked.per_page = parsed.per_page;
  const FacetValuesResult result = searcher.facet_values(parsed, asked);
  return revised(request, result.index,
                 {{"facet", facet_json(result.facet)}, {"page", asked.page}, {"per_page", asked.per_page}, {"links", {{"self", request.target}}}});
}

HttpResponse article(const Searcher& searcher, const HttpRequest& request) {
  const SearchRequest parsed = parse_search_request(request.parameters, UnknownParameters::refuse, {}).request;
  const auto view = searcher.article(request.captures[0], parsed);
  if (!view) return problem_json(request, 404, "There is no article with this id.");
  return revised(request, view->index, article_json(*view));
}

HttpResponse statistics(const Searcher& searcher, const HttpRequest& request) {
  const IndexStatistics statistics = searcher.statistics();
  return revised(request, statistics.index, statistics_json(statistics));
}

HttpResponse health(const Searcher& searcher, const HttpRequest& request, bool needs_index) {
  static const auto start = std::chrono::steady_clock::now();
  const auto index = searcher.index_info();
  if (needs_index && !index) throw IndexError(searcher.index_problem());
  static_cast<void>(request);
  Json json = {{"status", index ? "ok" : "degraded"}, {"version", TECHPOLICY_VERSION},
               {"uptime_s", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()}};
  if (index) json["index_revision"] = index->revision;
  return json_response(json);
}

Json fault_json(const RequestFault& fault) {
  Json json = {{"parameter", fault.parameter}, {"code", fault.code}, {"detail", fault.detail}};
  if (!fault.allowed.empty()) json["allowed"] = fault.allowed;
  if (fault.position) json["position"] = *fault.position;
  if (!fault.suggestion.empty()) json["suggestion"] = fault.suggestion;
  return json;
}

std::string_view title_of(int status) {
  switch (status) {
    case 400: return "Bad request";
    case 404: return "Not found";
    case 405: return "Method not allowed";
    case 414: return "URI too long";
    case 503: return "Index not available";
    default: return status >= 500 ? "Internal error" : "Request refused";
  }
}

Json problem_body(const HttpRequest& request, int status, const std::string& detail) {
  return {{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}, {"detail", detail}, {"instance", request.id}};
}

HttpResponse problem_response(int status, const Json& body) {
  HttpResponse response = json_response(body, "application/problem+json");
  response.status = status;
  if (status == 503) response.set_header("Retry-After", "5");
  return response;
}

}  // namespace

std::vector<Route> api_routes(const Searcher& searcher) {
  const auto bind = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  return {{"/api/v1/search", "search", bind(search)},
          {"/api/v1/facets/{facet}", "facets", bind(facet_values)},
          {"/api/v1/articles/{id}", "article", bind(article)},
          {"/api/v1/stats", "stats", bind(statistics)},
          {"/healthz", "healthz", [&searcher](const HttpRequest& request) { return health(searcher, request, false); }},
          {"/readyz", "readyz", [&searcher](const HttpRequest& request) { return health(searcher, request, true); }}};
}

HttpResponse problem_json(const HttpRequest& request, int status, const std::string& detail) {
  return problem_response(status, problem_body(request, status, detail));
}

HttpResponse exception_json(const HttpRequest& request, std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const BadRequest& error) {
    Json body = problem_body(request, 400, error.what());
    for (const RequestFault& fault : error.faults()) body["errors"].push_back(fault_json(fault));
    return problem_response(400, body);
  } catch (const IndexError& error) {
    return problem_json(request, 503, error.what());
  } catch (...) {
    return problem_json(request, 500, "Something went wrong here; the request id is in the log.");
  }
}

}  // namespace techpolicy
