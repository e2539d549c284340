#include "searchd/api/entity_requests.h"

#include <algorithm>
#include <array>
#include <vector>

#include "searchd/api/api_parameters.h"
#include "searchd/search/parameter_values.h"
#include "searchd/search/query_characters.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxTypedCodePoints = 128;
constexpr unsigned kMaxSuggestions = 20;
constexpr std::array<std::string_view, 4> kSorts = {"-count", "count", "name", "-name"};
constexpr std::string_view kTitle = "title";
constexpr std::string_view kPhrase = "phrase";

std::vector<std::string_view> entity_types() {
  std::vector<std::string_view> types;
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity) types.push_back(row.name);
  }
  return types;
}

/// Of a parameter that may be repeated, in order and each once.
std::vector<std::string> choices(RequestFaults& faults, const Parameters& parameters,
                                 std::string_view name,
                                 const std::vector<std::string_view>& allowed) {
  std::vector<std::string> chosen;
  for (const auto& [key, value] : parameters) {
    if (key != name || value.empty()) continue;
    const auto choice = read_choice(faults, name, value, allowed);
    if (choice && std::ranges::find(chosen, value) == chosen.end()) chosen.push_back(value);
  }
  return chosen;
}

std::string read_typed(RequestFaults& faults, const Parameters& parameters) {
  std::string typed = single_value(parameters, "q");
  if (!typed.empty() && !check_text(faults, "q", typed, LineBreaks::refused)) return {};
  if (to_code_points(typed).size() > kMaxTypedCodePoints) {
    add_fault(faults, "q", "out_of_range",
              "q may have " + std::to_string(kMaxTypedCodePoints) + " characters.");
  }
  return typed;
}

unsigned read_unsigned(RequestFaults& faults, const Parameters& parameters, std::string_view name,
                       unsigned greatest, unsigned otherwise) {
  const std::string value = single_value(parameters, name);
  if (value.empty()) return otherwise;
  return static_cast<unsigned>(read_number(faults, name, value, 1, greatest).value_or(otherwise));
}

class QueryWriter {
 public:
  void add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += '&';
    text_.append(name).append("=").append(url_encode(value));
  }
  void add_unless(bool is_default, std::string_view name, std::string_view value) {
    if (!is_default) add(name, value);
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

EntityListRequest parse_entity_list(const Parameters& parameters) {
  refuse_unknown(parameters, entity_list_parameters());
  RequestFaults faults;
  EntityListRequest request;
  request.prefix = read_typed(faults, parameters);
  for (const std::string& type : choices(faults, parameters, "type", entity_types())) {
    request.types.push_back(*facet_by_name(type));
  }
  if (const std::string sort = single_value(parameters, "sort"); !sort.empty()) {
    const auto choice = read_choice(faults, "sort", sort, {kSorts.begin(), kSorts.end()});
    if (choice) request.sort = static_cast<EntitySort>(*choice);
  }
  request.page = read_unsigned(faults, parameters, "page", kMaxResultDepth, request.page);
  request.per_page = read_unsigned(faults, parameters, "per_page", kMaxPerPage, request.per_page);
  if (!faults.empty()) throw BadRequest(std::move(faults));
  return request;
}

SuggestRequest parse_suggest(const Parameters& parameters) {
  refuse_unknown(parameters, suggest_parameters());
  RequestFaults faults;
  SuggestRequest request;
  request.typed = read_typed(faults, parameters);
  if (request.typed.empty() && faults.empty()) {
    add_fault(faults, "q", "required", "Give what has been typed so far.");
  }
  std::vector<std::string_view> kinds = entity_types();
  kinds.push_back(kPhrase);
  kinds.push_back(kTitle);
  const std::vector<std::string> chosen = choices(faults, parameters, "type", kinds);
  if (!chosen.empty()) {
    request.phrases = std::ranges::find(chosen, kPhrase) != chosen.end();
    request.titles = std::ranges::find(chosen, kTitle) != chosen.end();
    for (const std::string& kind : chosen) {
      if (const auto type = facet_by_name(kind)) request.types.push_back(*type);
    }
    request.entities = !request.types.empty();
  }
  request.limit = read_unsigned(faults, parameters, "limit", kMaxSuggestions, request.limit);
  if (!faults.empty()) throw BadRequest(std::move(faults));
  return request;
}

std::string entity_list_query(const EntityListRequest& request) {
  const EntityListRequest defaults;
  QueryWriter out;
  out.add_unless(request.prefix.empty(), "q", request.prefix);
  for (const Facet type : request.types) out.add("type", facet_row(type).name);
  out.add_unless(request.sort == defaults.sort, "sort",
                 kSorts[static_cast<std::size_t>(request.sort)]);
  out.add_unless(request.page == defaults.page, "page", std::to_string(request.page));
  out.add_unless(request.per_page == defaults.per_page, "per_page",
                 std::to_string(request.per_page));
  return std::move(out).text();
}

std::string suggest_query(const SuggestRequest& request) {
  QueryWriter out;
  out.add("q", request.typed);
  for (const Facet type : request.types) out.add("type", facet_row(type).name);
  const bool all_kinds = request.types.empty() && request.entities;
  out.add_unless(all_kinds || !request.phrases, "type", kPhrase);
  out.add_unless(all_kinds || !request.titles, "type", kTitle);
  out.add_unless(request.limit == SuggestRequest{}.limit, "limit", std::to_string(request.limit));
  return std::move(out).text();
}

}  // namespace techpolicy
