// The table of API resources: each handler reads its parameters, revalidates, asks the searcher,
// and answers.
#include "searchd/api/api_routes.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <nlohmann/json.hpp>

#include "searchd/api/analysis_routes.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/article_json.h"
#include "searchd/api/entity_routes.h"
#include "searchd/api/facets_json.h"
#include "searchd/api/feed_routes.h"
#include "searchd/api/openapi_document.h"
#include "searchd/api/related_route.h"
#include "searchd/api/resource_answer.h"
#include "searchd/api/revised_answer.h"
#include "searchd/api/search_json.h"
#include "searchd/api/stats_json.h"

namespace techpolicy {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxPrefixBytes = 256;  // 64 code points

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void set_server_timing(HttpResponse& response, const SearchResult& result) {
  std::array<char, 128> text{};
  std::snprintf(text.data(), text.size(), "match;dur=%.3f, facets;dur=%.3f, hits;dur=%.3f",
                result.match_ms, result.facets_ms, result.hits_ms);
  response.set_header("Server-Timing", text.data());
}

SearchRequest read_search(const Parameters& parameters) {
  refuse_unknown(parameters, search_parameters());
  auto asked =
      parse_search_request(parameters, UnknownParameters::refuse, default_facets()).request;
  for (const std::string& field : asked.fields)
    static_cast<void>(parse_fields(field, hit_fields()));
  return asked;
}

HttpResponse search(const Searcher& searcher, const HttpRequest& request) {
  const auto begin = Clock::now();
  const SearchRequest asked = read_search(request.parameters);
  const std::string canonical =
      with_query(request.path, query_string(asked)) + searcher.day_of(asked);
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const SearchResult result = searcher.search(asked);
  const Json json = search_json(asked, result, milliseconds_since(begin));
  HttpResponse response = revised_answer(json_bytes(json), result.index.revision, canonical);
  set_link_header(response, json["links"]);
  set_server_timing(response, result);
  return response;
}

FacetValuesRequest read_facet_values(const Parameters& parameters, Facet facet) {
  FacetValuesRequest values;
  values.facet = facet;
  values.prefix = single_value(parameters, "facet_q");
  if (values.prefix.size() > kMaxPrefixBytes) {
    throw BadRequest(
        {{"facet_q", "out_of_range", "facet_q must have at most 64 characters.", {}, {}, ""}});
  }
  const std::string sort = single_value(parameters, "facet_sort");
  if (!sort.empty() && sort != "count" && sort != "label") {
    throw BadRequest({{"facet_sort",
                       "not_allowed",
                       "facet_sort must be count or label.",
                       {"count", "label"},
                       {},
                       ""}});
  }
  values.sort_by_label = sort == "label";
  return values;
}

HttpResponse facet_values(const Searcher& searcher, const HttpRequest& request) {
  const auto facet = facet_by_name(request.captures[0]);
  if (!facet) return problem_json(request, 404, "There is no facet of this name.");
  refuse_unknown(request.parameters, facet_parameters());
  FacetValuesRequest values = read_facet_values(request.parameters, *facet);
  const Parameters rest = without(without(request.parameters, "facet_q"), "facet_sort");
  const SearchRequest asked = parse_search_request(rest, UnknownParameters::refuse, {}).request;
  values.page = asked.page;
  values.per_page = asked.per_page;
  const std::string canonical =
      with_query(request.path, facet_query_string(asked, values)) + searcher.day_of(asked);
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const FacetValuesResult result = searcher.facet_values(asked, values);
  const Json json = facet_values_json(asked, values, result);
  HttpResponse response = revised_answer(json_bytes(json), result.index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse article(const Searcher& searcher, const HttpRequest& request) {
  refuse_unknown(request.parameters, article_parameters());
  const auto fields = parse_fields(single_value(request.parameters, "fields"), article_fields());
  const Parameters rest = without(request.parameters, "fields");
  const SearchRequest asked = parse_search_request(rest, UnknownParameters::refuse, {}).request;
  std::string query = query_string(asked) + searcher.day_of(asked);
  for (const std::string& field : fields) query += "&fields=" + field;
  const std::string canonical = with_query(request.path, query);
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const auto view = searcher.article(request.captures[0], asked);
  if (!view) return problem_json(request, 404, "There is no article with this id.");
  const Json json = article_json(*view, query_string(asked));
  HttpResponse response =
      revised_answer(json_bytes(only_fields(json, fields)), view->index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse stats(const Searcher& searcher, const HttpRequest& request) {
  refuse_unknown(request.parameters, no_parameters());
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, request.path)) return *held;
  const IndexStatistics statistics = searcher.statistics();
  return revised_answer(json_bytes(stats_json(statistics)), statistics.index.revision,
                        request.path);
}

HttpResponse openapi(const Searcher&, const HttpRequest&) {
  HttpResponse response;
  response.content_type = "application/vnd.oai.openapi+json";
  response.body = kOpenapiDocument;
  response.set_header("Cache-Control", "no-cache");
  return response;
}

HttpResponse health(const Searcher& searcher, Clock::time_point start) {
  HttpResponse response;
  response.content_type = "application/json";
  response.body = json_bytes(health_json(searcher.index_info(), milliseconds_since(start) / 1000));
  response.set_header("Cache-Control", "no-store");
  return response;
}

HttpResponse ready(const Searcher& searcher, Clock::time_point start) {
  // Looks in the index itself, so that a damaged one is not called ready; what it finds does not
  // matter.
  static_cast<void>(current_revision(searcher));
  static_cast<void>(searcher.article("ready", SearchRequest{}));
  return health(searcher, start);
}

}  // namespace

std::vector<Route> api_routes(const Searcher& searcher) {
  const auto bound = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  const auto timed = [&searcher, start = Clock::now()](auto handler) {
    return [&searcher, start, handler](const HttpRequest&) { return handler(searcher, start); };
  };
  std::vector<Route> routes = {
      {"/api/v1/search", "search", bound(search)},
      {"/api/v1/facets/{facet}", "facets", bound(facet_values)},
      {"/api/v1/articles/{id}", "article", bound(article)},
      {"/api/v1/articles/{id}/related", "related", bound(related_response)},
      {"/api/v1/stats", "stats", bound(stats)},
      {"/api/v1/openapi.json", "openapi", bound(openapi)},
      {"/healthz", "healthz", timed(health)},
      {"/readyz", "readyz", timed(ready)},
  };
  std::ranges::move(entity_routes(searcher), std::back_inserter(routes));
  std::ranges::move(analysis_routes(searcher), std::back_inserter(routes));
  std::ranges::move(feed_routes(searcher), std::back_inserter(routes));
  return routes;
}

}  // namespace techpolicy
