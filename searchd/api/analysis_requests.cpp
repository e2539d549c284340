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

  /// A query that must be there.
  std::string take_query(std::string_view name) {
    std::string query = take(name);
    if (query.empty()) add_fault(faults_, name, "missing", "Give a query or an entity.");
    return query;
  }

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

  /// type:id of a parameter that may be repeated, sorted and each once.
  std::vector<EntityKey> take_entities(std::string_view name, std::size_t most) {
    std::vector<EntityKey> entities;
    for (const auto& [key, value] : rest_) {
      if (key != name || value.empty()) continue;
      const std::size_t colon = std::min(value.find(':'), value.size());
      const auto type = facet_by_name(value.substr(0, colon));
      const bool fits = check_text(faults_, name, value, LineBreaks::refused);
      if (fits && type && facet_row(*type).kind == FacetKind::entity && colon + 1 < value.size()) {
        entities.push_back({*type, value.substr(colon + 1)});
      } else if (fits) {
        add_fault(faults_, name, "bad_format", "Write type:id, as in company:nvidia.");
      }
    }
    std::ranges::sort(entities);
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    if (entities.size() > most) {
      add_fault(faults_, name, "out_of_range",
                "At most " + std::to_string(most) + " values may be given.");
    }
    rest_ = without(rest_, name);
    return entities;
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

std::vector<std::string_view> entity_types() {
  std::vector<std::string_view> names;
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity) names.push_back(row.name);
  }
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

CompareRequest parse_comparison(const Parameters& parameters) {
  refuse_unknown(parameters, compare_parameters());
  OwnParameters own(parameters);
  CompareRequest request;
  request.a = own.take_query("a");
  request.b = own.take_query("b");
  request.within = own.search();
  return request;
}

CompanionsRequest parse_companions(const EntityKey& entity, const Parameters& parameters) {
  refuse_unknown(parameters, companion_parameters());
  OwnParameters own(parameters);
  CompanionsRequest request;
  request.entity = entity;
  if (const auto with = own.take_choice("with", entity_types())) {
    request.with = facet_by_name(entity_types()[*with]);
  }
  if (const auto measure = own.take_choice("measure", measure_names())) {
    request.measure = static_cast<CompanionMeasure>(*measure);
  }
  request.limit = own.take_number("limit", 1, kMaxCompanions, request.limit);
  request.search = own.search();
  return request;
}

SentencesAsked parse_sentences(const Parameters& parameters) {
  refuse_unknown(parameters, sentence_parameters());
  OwnParameters own(parameters);
  SentencesAsked asked;
  if (const auto format = own.take_choice("format", {"json", "csv", "txt"})) {
    asked.format = static_cast<SentenceFormat>(*format);
  }
  asked.request.entities = own.take_entities("entity", kMaxEntitiesOfSentence);
  asked.request.search = own.search();
  return asked;
}

ExportAsked parse_export(const Parameters& parameters) {
  refuse_unknown(parameters, export_parameters());
  OwnParameters own(parameters);
  ExportAsked asked;
  if (const auto format = own.take_choice("format", export_format_names())) {
    asked.format = static_cast<ExportFormat>(*format);
  }
  asked.fields = parse_fields(own.take("fields"), export_fields());
  if (asked.fields.empty()) asked.fields = default_export_fields();
  asked.search = own.search();
  return asked;
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

std::string comparison_query(const CompareRequest& request) {
  std::string query = query_string(request.within);
  append(query, "a", request.a);
  append(query, "b", request.b);
  return query;
}

std::string companions_query(const CompanionsRequest& request) {
  const CompanionsRequest defaults;
  std::string query = query_string(request.search);
  if (request.with) append(query, "with", facet_row(*request.with).name);
  if (request.measure != defaults.measure) {
    append(query, "measure", measure_names()[static_cast<std::size_t>(request.measure)]);
  }
  if (request.limit != defaults.limit) append(query, "limit", std::to_string(request.limit));
  return query;
}

std::string sentences_query(const SentencesRequest& request) {
  std::string query = query_string(request.search);
  for (const EntityKey& entity : request.entities) {
    append(query, "entity", std::string(facet_row(entity.type).name) + ":" + entity.id);
  }
  return query;
}

}  // namespace techpolicy
