// From status or exception to problem details.
#include "searchd/api/problem_json.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <xapian.h>

#include "indexer/schema/errors.h"
#include "searchd/api/json_values.h"
#include "searchd/search/bad_request.h"

namespace techpolicy {
namespace {

constexpr const char* kRetrySeconds = "5";

struct ProblemRow {
  int status;
  const char* type;
  const char* title;
};
constexpr ProblemRow kProblems[] = {
    {400, "about:blank", "Bad request"},
    {404, "/problems/not-found", "Not found"},
    {405, "about:blank", "Method not allowed"},
    {408, "about:blank", "Request timeout"},
    {411, "about:blank", "Length required"},
    {413, "about:blank", "Content too large"},
    {414, "about:blank", "URI too long"},
    {415, "about:blank", "Unsupported media type"},
    {417, "about:blank", "Expectation failed"},
    {431, "about:blank", "Request header fields too large"},
    {500, "about:blank", "Internal error"},
    {501, "about:blank", "Not implemented"},
    {503, "/problems/unavailable", "Service unavailable"},
    {505, "about:blank", "HTTP version not supported"},
};

Json problem(const HttpRequest& request, int status, const std::string& detail) {
  ProblemRow found{status, "about:blank", status < 500 ? "Request refused" : "Internal error"};
  for (const ProblemRow& row : kProblems) {
    if (row.status == status) found = row;
  }
  return {{"type", found.type},
          {"title", found.title},
          {"status", status},
          {"detail", detail},
          {"instance", request.id}};
}

HttpResponse response_of(const Json& problem) {
  HttpResponse response;
  response.status = problem["status"].get<int>();
  response.content_type = "application/problem+json";
  response.body = json_bytes(problem);
  response.set_header("Cache-Control", "no-store");
  if (response.status == 503) response.set_header("Retry-After", kRetrySeconds);
  return response;
}

Json fault_json(const RequestFault& fault) {
  Json json = {{"parameter", fault.parameter}, {"code", fault.code}, {"detail", fault.detail}};
  if (!fault.allowed.empty()) json["allowed"] = fault.allowed;
  if (fault.position) json["position"] = *fault.position;
  if (!fault.suggestion.empty()) json["suggestion"] = fault.suggestion;
  return json;
}

HttpResponse invalid_parameters(const HttpRequest& request, const std::string& detail,
                                const std::vector<RequestFault>& faults) {
  Json body = problem(request, 400, detail);
  body["type"] = "/problems/invalid-parameter";
  body["title"] = "Invalid parameter";
  for (const RequestFault& fault : faults) body["errors"].push_back(fault_json(fault));
  return response_of(body);
}

}  // namespace

HttpResponse problem_json(const HttpRequest& request, int status, const std::string& detail) {
  const std::string& parameter = request.malformed_parameter;
  if (status == 400 && !parameter.empty()) {
    return invalid_parameters(request, detail, {{parameter, "bad_format", detail, {}, {}, ""}});
  }
  return response_of(problem(request, status, detail));
}

HttpResponse not_found_json(const HttpRequest& request, const RequestFault& fault) {
  Json body = problem(request, 404, fault.detail);
  body["errors"].push_back(fault_json(fault));
  return response_of(body);
}

HttpResponse exception_json(const HttpRequest& request, std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const BadRequest& error) {
    return invalid_parameters(request, error.what(), error.faults());
  } catch (const IndexError& error) {
    return problem_json(request, 503, error.what());
  } catch (...) {
    return problem_json(request, 500,
                        "The request failed here. The log has the cause under its id.");
  }
}

std::string failure_text(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const BadRequest&) {
    return {};
  } catch (const IndexError&) {
    return {};
  } catch (const Xapian::Error& error) {
    return error.get_description();
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "something was thrown that is no exception";
  }
}

}  // namespace techpolicy
