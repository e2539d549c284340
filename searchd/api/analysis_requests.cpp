#include "searchd/api/analysis_requests.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "searchd/api/api_parameters.h"
#include "searchd/search/parameter_values.h"

namespace techpolicy {
namespace {

constexpr std::string_view kWord = "word";

/// The parameters of a resource that are not those of its search.
class OwnParameters {
 public:
  explicit OwnParameters(Parameters parameters) : rest_(std::move(parameters)) {}

  /// Empty where absent.
  std::string take(std::string_view name) {
    std::string value = single_value(rest_, name);
    rest_ = without(rest_, name);
    return value;
  }

  /// The place of the value in `allowed`; nullopt where absent.
  std::optional<std::size_t> take_choice(std::string_view name,
                                         const std::vector<std::string_view>& allowed) {
    const std::string value = take(name);
    return value.empty() ? std::nullopt : read_choice(faults_, name, value, allowed);
  }

  /// Of a parameter that may be repeated: the places of its values in `allowed`, each once.
  std::vector<std::size_t> take_choices(std::string_view name,
                                        const std::vector<std::string_view>& allowed) {
    std::vector<std::size_t> choices;
    for (const auto& [key, value] : rest_) {
      if (key != name || value.empty()) continue;
      const auto choice = read_choice(faults_, name, value, allowed);
      if (choice && std::ranges::find(choices, *choice) == choices.end())
        choices.push_back(*choice);
    }
    rest_ = without(rest_, name);
    return choices;
  }

  unsigned take_number(std::string_view name, unsigned least, unsigned greatest,
                       unsigned otherwise) {
    const std::string value = take(name);
    if (value.empty()) return otherwise;
    return static_cast<unsigned>(
        read_number(faults_, name, value, least, greatest).value_or(otherwise));
  }

  /// What is left is a search. Throws what was wrong with either.
  SearchRequest search() {
    if (!faults_.empty()) throw BadRequest(std::move(faults_));
    return parse_search_request(rest_, UnknownParameters::refuse, {}).request;
  }

 private:
  Parameters rest_;
  RequestFaults faults_;
};

void append(std::string& query, std::string_view name, std::string_view value) {
  if (!query.empty()) query += '&';
  query.append(name).append("=").append(url_encode(value));
}

std::vector<std::string_view> facet_names() {
  std::vector<std::string_view> names;
  for (const FacetRow& row : kFacets) names.push_back(row.name);
  return names;
}

/// "auto" stands for the absent interval.
std::optional<Interval> take_interval(OwnParameters& own) {
  std::vector<std::string_view> allowed = interval_names();
  allowed.emplace_back("auto");
  const auto choice = own.take_choice("interval", allowed);
  if (!choice || *choice == interval_names().size()) return std::nullopt;
  return static_cast<Interval>(*choice);
}

}  // namespace

TimelineRequest parse_timeline(const Parameters& parameters) {
  refuse_unknown(parameters, timeline_parameters());
  OwnParameters own(parameters);
  TimelineRequest request;
  request.interval = take_interval(own);
  const auto basis = own.take_choice("basis", {"auto", "published", "added"});
  if (basis == 1U) request.basis = DateBasis::published;
  if (basis == 2U) request.basis = DateBasis::added;
  if (const auto split = own.take_choice("split", facet_names())) {
    request.split = kFacets[*split].facet;
  }
  request.split_limit = own.take_number("split_limit", 1, kMaxSplitLimit, request.split_limit);
  request.search = own.search();
  return request;
}

OutstandingRequest parse_significant(const Parameters& parameters) {
  refuse_unknown(parameters, significant_parameters());
  OwnParameters own(parameters);
  OutstandingRequest request;
  std::vector<std::string_view> kinds = facet_names();
  kinds.push_back(kWord);
  for (const std::size_t kind : own.take_choices("kind", kinds)) {
    if (kind < kFacetCount) {
      request.facets.push_back(kFacets[kind].facet);
    } else {
      request.words = true;
    }
  }
  request.limit = own.take_number("limit", 1, kMaxOutstandingLimit, request.limit);
  request.search = own.search();
  return request;
}

std::string timeline_query(const TimelineRequest& request) {
  std::string query = query_string(request.search);
  if (request.interval) append(query, "interval", interval_name(*request.interval));
  if (request.basis) append(query, "basis", basis_name(*request.basis));
  if (request.split) append(query, "split", facet_row(*request.split).name);
  if (request.split_limit != TimelineRequest{}.split_limit) {
    append(query, "split_limit", std::to_string(request.split_limit));
  }
  return query;
}

std::string significant_query(const OutstandingRequest& request) {
  std::string query = query_string(request.search);
  for (const Facet facet : request.facets) append(query, "kind", facet_row(facet).name);
  if (request.words) append(query, "kind", kWord);
  if (request.limit != OutstandingRequest{}.limit) {
    append(query, "limit", std::to_string(request.limit));
  }
  return query;
}

}  // namespace techpolicy
