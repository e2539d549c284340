#include "searchd/api/analysis_routes.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/comparison_json.h"
#include "searchd/api/resource_answer.h"
#include "searchd/api/revised_answer.h"
#include "searchd/api/significant_json.h"
#include "searchd/api/timeline_json.h"

namespace techpolicy {
namespace {

/// Revalidates, asks and answers: what all these resources do in the same way.
template <typename Request, typename Ask, typename Write>
HttpResponse answer(const Searcher& searcher, const HttpRequest& request, const Request& asked,
                    const std::string& query, Ask ask, Write write) {
  const std::string canonical = with_query(request.path, query) + searcher.day_of(asked.search);
  if (auto held = not_modified(request, current_revision(searcher), canonical)) return *held;
  const auto result = (searcher.*ask)(asked);
  const Json json = write(asked, result);
  HttpResponse response = revised_answer(json_bytes(json), result.index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

HttpResponse timeline(const Searcher& searcher, const HttpRequest& request) {
  const TimelineRequest asked = parse_timeline(request.parameters);
  return answer(searcher, request, asked, timeline_query(asked), &Searcher::timeline,
                timeline_json);
}

HttpResponse significant(const Searcher& searcher, const HttpRequest& request) {
  const OutstandingRequest asked = parse_significant(request.parameters);
  return answer(searcher, request, asked, significant_query(asked), &Searcher::outstanding,
                significant_json);
}

/// Asks several times, so it is no member of the searcher.
HttpResponse comparison(const Searcher& searcher, const HttpRequest& request) {
  const CompareRequest asked = parse_comparison(request.parameters);
  const std::string canonical = with_query(request.path, comparison_query(asked)) +
                                searcher.day_of(side_request(asked, asked.a)) +
                                searcher.day_of(side_request(asked, asked.b));
  if (auto held = not_modified(request, current_revision(searcher), canonical)) return *held;
  const Comparison compared = compare(searcher, asked);
  const Json json = comparison_json(asked, compared);
  HttpResponse response = revised_answer(json_bytes(json), compared.index.revision, canonical);
  set_link_header(response, json["links"]);
  return response;
}

}  // namespace

std::vector<Route> analysis_routes(const Searcher& searcher) {
  const auto bound = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  return {
      {"/api/v1/timeline", "timeline", bound(timeline)},
      {"/api/v1/significant", "significant", bound(significant)},
      {"/api/v1/compare", "compare", bound(comparison)},
  };
}

}  // namespace techpolicy
