// Parameters by resource. parse_search_request() knows the values; these lists say which make sense
// where.
#include "searchd/api/api_parameters.h"

#include <algorithm>
#include <array>

namespace techpolicy {
namespace {

constexpr std::array<std::string_view, 30> kSearchParameters = {
    "q",       "company",     "person", "place",     "product",  "law",      "org",      "topic",
    "source",  "lang",        "from",   "to",        "sort",     "page",     "per_page", "cursor",
    "facet",   "facet_limit", "fields", "highlight", "op",       "facet_op", "since",    "syntax",
    "aliases", "about",       "rollup", "explain",   "collapse", "count"};

constexpr std::array<std::string_view, 24> kFacetParameters = {
    "facet_q", "facet_sort", "q",      "company", "person",  "place", "product", "law",
    "org",     "topic",      "source", "lang",    "from",    "to",    "page",    "per_page",
    "op",      "facet_op",   "since",  "syntax",  "aliases", "about", "rollup",  "count"};

/// What chooses articles, without paging and order.
constexpr std::array<std::string_view, 19> kChoosingParameters = {
    "q",     "company", "person",  "place", "product", "law", "org",
    "topic", "source",  "lang",    "from",  "to",      "op",  "facet_op",
    "since", "syntax",  "aliases", "about", "rollup"};

constexpr std::array<std::string_view, 5> kArticleParameters = {"q", "fields", "op", "syntax",
                                                                "aliases"};

constexpr std::array<std::string_view, 2> kRelatedParameters = {"kind", "limit"};

constexpr std::array<std::string_view, 5> kEntityListParameters = {"q", "type", "sort", "page",
                                                                   "per_page"};

constexpr std::array<std::string_view, 3> kSuggestParameters = {"q", "type", "limit"};

std::vector<std::string_view> choosing_and(std::initializer_list<std::string_view> own) {
  std::vector<std::string_view> all(kChoosingParameters.begin(), kChoosingParameters.end());
  all.insert(all.end(), own);
  return all;
}

RequestFault unknown_parameter(const std::string& name, std::span<const std::string_view> known) {
  const std::string near(nearest_name(name, {known.begin(), known.end()}));
  std::string detail = "There is no parameter \"" + name + "\" here.";
  if (!near.empty()) detail += " The nearest is " + near + ".";
  return {name, "unknown_parameter", std::move(detail), {known.begin(), known.end()}, {}, near};
}

}  // namespace

const std::vector<Facet>& default_facets() {
  static const std::vector<Facet> facets = {Facet::company, Facet::place, Facet::law,
                                            Facet::source};
  return facets;
}

std::span<const std::string_view> search_parameters() { return kSearchParameters; }
std::span<const std::string_view> facet_parameters() { return kFacetParameters; }
std::span<const std::string_view> timeline_parameters() {
  static const auto names = choosing_and({"interval", "basis", "split", "split_limit"});
  return names;
}
std::span<const std::string_view> significant_parameters() {
  static const auto names = choosing_and({"kind", "limit"});
  return names;
}
std::span<const std::string_view> compare_parameters() {
  static const auto names = [] {
    auto all = choosing_and({"a", "b"});
    std::erase(all, "q");
    return all;
  }();
  return names;
}
std::span<const std::string_view> companion_parameters() {
  static const auto names = choosing_and({"with", "measure", "limit"});
  return names;
}
std::span<const std::string_view> sentence_parameters() {
  static const auto names = choosing_and({"entity", "sort", "per_page", "cursor", "format"});
  return names;
}
std::span<const std::string_view> feed_parameters() {
  static const auto names = choosing_and({"cursor"});
  return names;
}
std::span<const std::string_view> export_parameters() {
  static const auto names = choosing_and({"sort", "fields", "format"});
  return names;
}
std::span<const std::string_view> article_parameters() { return kArticleParameters; }
std::span<const std::string_view> related_parameters() { return kRelatedParameters; }
std::span<const std::string_view> entity_list_parameters() { return kEntityListParameters; }
std::span<const std::string_view> suggest_parameters() { return kSuggestParameters; }
std::span<const std::string_view> no_parameters() { return {}; }

void refuse_unknown(const Parameters& parameters, std::span<const std::string_view> known) {
  std::vector<RequestFault> faults;
  for (const auto& [name, value] : parameters) {
    if (std::ranges::find(known, name) == known.end()) {
      faults.push_back(unknown_parameter(name, known));
    }
  }
  if (!faults.empty()) throw BadRequest(std::move(faults));
}

std::string single_value(const Parameters& parameters, std::string_view name) {
  std::string found;
  for (const auto& [key, value] : parameters) {
    if (key != name || value.empty()) continue;
    if (!found.empty() && found != value) {
      throw BadRequest({{key, "repeated_parameter", key + " is given twice.", {}, {}, ""}});
    }
    found = value;
  }
  return found;
}

Parameters without(const Parameters& parameters, std::string_view name) {
  Parameters rest = parameters;
  std::erase_if(rest, [name](const auto& parameter) { return parameter.first == name; });
  return rest;
}

std::vector<std::string> parse_fields(std::string_view value,
                                      std::span<const std::string_view> known) {
  std::vector<std::string> fields;
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    const std::string field(value.substr(0, comma));
    value.remove_prefix(std::min(comma + 1, value.size()));
    if (std::ranges::find(known, field) == known.end()) {
      throw BadRequest({{"fields",
                         "not_allowed",
                         "There is no field \"" + field + "\" here.",
                         {known.begin(), known.end()},
                         {},
                         std::string(nearest_name(field, {known.begin(), known.end()}))}});
    }
    fields.push_back(field);
  }
  return fields;
}

std::string with_query(std::string_view path, std::string_view query) {
  std::string link(path);
  if (!query.empty()) link.append("?").append(query);
  return link;
}

}  // namespace techpolicy
