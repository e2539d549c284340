#include "searchd/api/related_route.h"

#include <nlohmann/json.hpp>

#include "searchd/api/api_parameters.h"
#include "searchd/api/problem_json.h"
#include "searchd/api/resource_answer.h"
#include "searchd/api/revised_answer.h"
#include "searchd/api/search_json.h"
#include "searchd/search/parameter_values.h"

namespace techpolicy {
namespace {

constexpr unsigned kMostRelated = 50;
constexpr unsigned kUsualRelated = 10;

struct RelatedRequest {
  RelatedKind kind = RelatedKind::similar;
  unsigned limit = kUsualRelated;
};

RelatedRequest parse_related(const Parameters& parameters) {
  refuse_unknown(parameters, related_parameters());
  RequestFaults faults;
  RelatedRequest request;
  const std::string kind = single_value(parameters, "kind");
  if (!kind.empty() && read_choice(faults, "kind", kind, {"similar", "duplicates"}) == 1U) {
    request.kind = RelatedKind::duplicates;
  }
  const std::string limit = single_value(parameters, "limit");
  if (!limit.empty()) {
    const auto number = read_number(faults, "limit", limit, 1, kMostRelated);
    request.limit = static_cast<unsigned>(number.value_or(kUsualRelated));
  }
  if (!faults.empty()) throw BadRequest(std::move(faults));
  return request;
}

std::string related_query(const RelatedRequest& request) {
  std::string query = request.kind == RelatedKind::duplicates ? "kind=duplicates" : "";
  if (request.limit == kUsualRelated) return query;
  return query + (query.empty() ? "" : "&") + "limit=" + std::to_string(request.limit);
}

Json number_or_null(const std::optional<DayNumber>& number) {
  return number ? Json(*number) : Json(nullptr);
}

}  // namespace

Json related_json(const std::string& id, const RelatedArticles& related) {
  Json hits = Json::array();
  for (const Hit& hit : related.similar) hits.push_back(hit_json(hit, Marks::left_out));
  for (const Copy& copy : related.copies.copies) {
    Json json = hit_json(copy.hit, Marks::left_out);
    json["same"] = copy.same;
    json["delay_days"] = number_or_null(copy.delay_days);
    hits.push_back(std::move(json));
  }
  const bool of_copies = related.kind == RelatedKind::duplicates;
  const std::uint64_t total = of_copies ? related.copies.total : related.similar.size();
  return {{"id", id},
          {"kind", of_copies ? "duplicates" : "similar"},
          {"total", total},
          {"delay_days", number_or_null(related.copies.delay_days)},
          {"hits", hits}};
}

HttpResponse related_response(const Searcher& searcher, const HttpRequest& request) {
  const RelatedRequest asked = parse_related(request.parameters);
  const std::string canonical = with_query(request.path, related_query(asked));
  const auto revision = current_revision(searcher);
  if (auto held = not_modified(request, revision, canonical)) return *held;
  const std::string& id = request.captures[0];
  const auto related = searcher.related(id, asked.kind, asked.limit);
  if (!related) return problem_json(request, 404, "There is no article with this id.");
  return revised_answer(json_bytes(related_json(id, *related)), related->index.revision, canonical);
}

}  // namespace techpolicy
