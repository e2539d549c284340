// The parameters of a search, for pages and API alike: one row a parameter, all faults reported
// together.
#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "searchd/search/parameter_values.h"
#include "searchd/search/query_characters.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxFacetValues = 50;
constexpr std::size_t kMaxFacetValueBytes = 128;
constexpr std::size_t kMaxAboutValues = 20;
constexpr std::size_t kMaxCursorBytes = 512;
constexpr std::uint64_t kMaxFacetLimit = 200;

constexpr std::array<std::string_view, 5> kSortNames = {"relevance", "lexical", "newest", "oldest",
                                                        "added"};

class RequestReader {
 public:
  explicit RequestReader(const std::vector<Facet>& default_facets)
      : default_facets_(default_facets) {}

  ParsedSearchRequest read(const Parameters& parameters, UnknownParameters unknown);

 private:
  using Read = void (RequestReader::*)(std::string_view value);
  enum class Repeat { no, yes };
  struct Row {
    std::string_view name;
    Repeat repeat;
    Read read;
  };
  static const std::array<Row, 21>& rows();
  static std::vector<std::string_view> names();
  static const Row* row_of(std::string_view name);
  /// Facets that are filtered by value; years are filtered by from and to.
  static bool is_filter(std::string_view name) {
    return facet_by_name(name) && facet_by_name(name) != Facet::year;
  }

  void read_parameter(const std::string& name, const std::string& value, UnknownParameters unknown);
  void report_unknown(const std::string& name, UnknownParameters unknown);
  /// False where the single parameter was read already.
  bool is_first(std::string_view name, std::string_view value);
  void read_filter(Facet facet, std::string_view value);

  void read_q(std::string_view value);
  void read_syntax(std::string_view value);
  void read_op(std::string_view value);
  void read_aliases(std::string_view value);
  void read_facet_op(std::string_view value);
  void read_about(std::string_view value);
  void read_roll_up(std::string_view value);
  void read_from(std::string_view value) { request_.from = read_date(faults_, "from", value); }
  void read_to(std::string_view value) { request_.to = read_date(faults_, "to", value); }
  void read_since(std::string_view value);
  void read_sort(std::string_view value);
  void read_page(std::string_view value);
  void read_per_page(std::string_view value);
  void read_cursor(std::string_view value);
  void read_facet(std::string_view value);
  void read_facet_limit(std::string_view value);
  void read_collapse(std::string_view value);
  void read_count(std::string_view value);
  void read_highlight(std::string_view value);
  void read_explain(std::string_view value) {
    request_.explain = read_switch(faults_, "explain", value).value_or(false);
  }
  void read_fields(std::string_view value) {
    request_.fields = read_names(faults_, "fields", value);
  }

  void sort_filters();
  void choose_facets();
  void check_combinations();

  const std::vector<Facet>& default_facets_;
  SearchRequest request_;
  RequestFaults faults_;
  std::vector<std::string> ignored_;
  Parameters seen_;
  bool no_facets_ = false;
};

const std::array<RequestReader::Row, 21>& RequestReader::rows() {
  static constexpr std::array<Row, 21> kRows = {{
      {"q", Repeat::no, &RequestReader::read_q},
      {"syntax", Repeat::no, &RequestReader::read_syntax},
      {"op", Repeat::no, &RequestReader::read_op},
      {"aliases", Repeat::no, &RequestReader::read_aliases},
      {"facet_op", Repeat::yes, &RequestReader::read_facet_op},
      {"about", Repeat::yes, &RequestReader::read_about},
      {"rollup", Repeat::no, &RequestReader::read_roll_up},
      {"from", Repeat::no, &RequestReader::read_from},
      {"to", Repeat::no, &RequestReader::read_to},
      {"since", Repeat::no, &RequestReader::read_since},
      {"sort", Repeat::no, &RequestReader::read_sort},
      {"page", Repeat::no, &RequestReader::read_page},
      {"per_page", Repeat::no, &RequestReader::read_per_page},
      {"cursor", Repeat::no, &RequestReader::read_cursor},
      {"facet", Repeat::yes, &RequestReader::read_facet},
      {"facet_limit", Repeat::no, &RequestReader::read_facet_limit},
      {"collapse", Repeat::no, &RequestReader::read_collapse},
      {"count", Repeat::no, &RequestReader::read_count},
      {"highlight", Repeat::no, &RequestReader::read_highlight},
      {"explain", Repeat::no, &RequestReader::read_explain},
      {"fields", Repeat::no, &RequestReader::read_fields},
  }};
  return kRows;
}

std::vector<std::string_view> RequestReader::names() {
  std::vector<std::string_view> all;
  all.reserve(rows().size() + kFacetCount);
  for (const Row& row : rows()) all.push_back(row.name);
  for (const FacetRow& facet : kFacets) {
    if (is_filter(facet.name)) all.push_back(facet.name);
  }
  return all;
}

const RequestReader::Row* RequestReader::row_of(std::string_view name) {
  const auto row = std::find_if(rows().begin(), rows().end(),
                                [name](const Row& candidate) { return candidate.name == name; });
  return row == rows().end() ? nullptr : &*row;
}

ParsedSearchRequest RequestReader::read(const Parameters& parameters, UnknownParameters unknown) {
  for (const auto& [name, value] : parameters) read_parameter(name, value, unknown);
  sort_filters();
  choose_facets();
  check_combinations();
  if (!faults_.empty()) throw BadRequest(std::move(faults_));
  return {std::move(request_), std::move(ignored_)};
}

void RequestReader::read_parameter(const std::string& name, const std::string& value,
                                   UnknownParameters unknown) {
  const Row* row = row_of(name);
  if (row == nullptr && !is_filter(name)) return report_unknown(name, unknown);
  if (value.empty()) return;
  const bool repeatable = row == nullptr || row->repeat == Repeat::yes;
  if (!repeatable && !is_first(name, value)) return;
  const LineBreaks line_breaks = name == "q" ? LineBreaks::allowed : LineBreaks::refused;
  if (!check_text(faults_, name, value, line_breaks)) return;
  if (row != nullptr) return (this->*row->read)(value);
  read_filter(*facet_by_name(name), value);
}

void RequestReader::report_unknown(const std::string& name, UnknownParameters unknown) {
  const std::string shown = to_utf8(to_code_points(name));
  if (unknown == UnknownParameters::ignore) {
    const bool again = std::find(ignored_.begin(), ignored_.end(), shown) != ignored_.end();
    if (!again) ignored_.push_back(shown);
    return;
  }
  if (name == facet_row(Facet::year).name) {
    return add_fault(faults_, name, "unknown_parameter",
                     "Years are chosen with from and to, as in from=2025&to=2025.", "from");
  }
  const std::string nearest(nearest_name(name, names()));
  add_fault(faults_, shown, "unknown_parameter",
            "There is no parameter \"" + shown + "\"." +
                (nearest.empty() ? " Leave it out." : " Did you mean \"" + nearest + "\"?"),
            nearest);
}

bool RequestReader::is_first(std::string_view name, std::string_view value) {
  const auto seen = std::find_if(seen_.begin(), seen_.end(),
                                 [name](const auto& earlier) { return earlier.first == name; });
  if (seen == seen_.end()) {
    seen_.emplace_back(name, value);
    return true;
  }
  if (seen->second != value) {
    add_fault(faults_, name, "repeated_parameter",
              "Stands twice with different values; give one value.");
  }
  return false;
}

void RequestReader::read_filter(Facet facet, std::string_view value) {
  const std::string_view name = facet_row(facet).name;
  const bool excluded = value.front() == '-';
  if (excluded) value.remove_prefix(1);
  if (value.empty()) {
    return add_fault(faults_, name, "bad_format", "Write the value to exclude after \"-\".");
  }
  if (value.size() > kMaxFacetValueBytes) {
    return add_fault(faults_, name, "out_of_range",
                     "A value may have " + std::to_string(kMaxFacetValueBytes) + " bytes.");
  }
  FacetFilter& filter = request_.filter(facet);
  (excluded ? filter.none : filter.any).emplace_back(value);
}

void RequestReader::read_q(std::string_view value) {
  if (!is_blank(to_code_points(value))) request_.q = value;
}

void RequestReader::read_syntax(std::string_view value) {
  const auto choice = read_choice(faults_, "syntax", value, {"query", "plain"});
  if (choice == 1U) request_.options.syntax = QuerySyntax::plain;
}

void RequestReader::read_op(std::string_view value) {
  const auto choice = read_choice(faults_, "op", value, {"and", "or"});
  if (choice == 1U) request_.options.default_operator = DefaultOperator::any;
}

void RequestReader::read_aliases(std::string_view value) {
  request_.aliases = read_switch(faults_, "aliases", value).value_or(true);
}

void RequestReader::read_facet_op(std::string_view value) {
  std::vector<std::string_view> allowed;
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity) allowed.push_back(row.name);
  }
  const auto choice = read_choice(faults_, "facet_op", value, allowed);
  if (choice) request_.filter(*facet_by_name(allowed[*choice])).all = true;
}

void RequestReader::read_about(std::string_view value) {
  const std::size_t colon = std::min(value.find(':'), value.size());
  const auto facet = facet_by_name(value.substr(0, colon));
  const bool names_type = facet && facet_row(*facet).kind == FacetKind::entity;
  if (!names_type || colon + 1 >= value.size()) {
    return add_fault(faults_, "about", "bad_format",
                     "Write type:id of a company, person or other entity, as in company:nvidia.");
  }
  if (value.size() - colon > kMaxFacetValueBytes) {
    return add_fault(faults_, "about", "out_of_range",
                     "An id may have " + std::to_string(kMaxFacetValueBytes) + " bytes.");
  }
  request_.filter(*facet).about.emplace_back(value.substr(colon + 1));
}

void RequestReader::read_roll_up(std::string_view value) {
  const auto choice = read_choice(faults_, "rollup", value, {"none", "parent"});
  if (choice == 1U) request_.roll_up = RollUpTo::parent;
}

void RequestReader::read_since(std::string_view value) {
  request_.since =
      read_number(faults_, "since", value, 0, std::numeric_limits<std::uint64_t>::max());
}

void RequestReader::read_sort(std::string_view value) {
  const auto choice = read_choice(faults_, "sort", value, {kSortNames.begin(), kSortNames.end()});
  if (choice) request_.sort = static_cast<Sort>(*choice);
}

void RequestReader::read_page(std::string_view value) {
  const auto page = read_number(faults_, "page", value, 1, kMaxResultDepth);
  request_.page = static_cast<unsigned>(page.value_or(1));
}

void RequestReader::read_per_page(std::string_view value) {
  const auto per_page = read_number(faults_, "per_page", value, 0, kMaxPerPage);
  if (per_page) request_.per_page = static_cast<unsigned>(*per_page);
}

void RequestReader::read_cursor(std::string_view value) {
  if (value.size() > kMaxCursorBytes) {
    return add_fault(faults_, "cursor", "out_of_range",
                     "A cursor has at most " + std::to_string(kMaxCursorBytes) +
                         " bytes; give next_cursor of an answer unaltered.");
  }
  request_.cursor = value;
}

void RequestReader::read_facet(std::string_view value) {
  std::vector<std::string_view> allowed;
  allowed.reserve(kFacetCount + 1);
  for (const FacetRow& row : kFacets) allowed.push_back(row.name);
  allowed.emplace_back("none");
  const auto choice = read_choice(faults_, "facet", value, allowed);
  request_.facets_by_default = false;
  if (!choice) return;
  if (*choice == kFacetCount) {
    no_facets_ = true;
    return;
  }
  const Facet facet = kFacets[*choice].facet;
  const auto& facets = request_.facets;
  if (std::find(facets.begin(), facets.end(), facet) == facets.end()) {
    request_.facets.push_back(facet);
  }
}

void RequestReader::read_facet_limit(std::string_view value) {
  const auto limit = read_number(faults_, "facet_limit", value, 1, kMaxFacetLimit);
  if (limit) request_.facet_limit = static_cast<unsigned>(*limit);
}

void RequestReader::read_collapse(std::string_view value) {
  const auto choice = read_choice(faults_, "collapse", value, {"duplicates", "none"});
  if (choice == 1U) request_.collapse = Collapse::none;
}

void RequestReader::read_count(std::string_view value) {
  const auto choice = read_choice(faults_, "count", value, {"articles", "stories"});
  if (choice == 1U) request_.count = CountOf::stories;
}

void RequestReader::read_highlight(std::string_view value) {
  request_.highlight = read_switch(faults_, "highlight", value).value_or(true);
}

void RequestReader::sort_filters() {
  std::size_t about = 0;
  for (const FacetRow& row : kFacets) {
    FacetFilter& filter = request_.filter(row.facet);
    for (std::vector<std::string>* values : {&filter.any, &filter.none, &filter.about}) {
      std::sort(values->begin(), values->end());
      values->erase(std::unique(values->begin(), values->end()), values->end());
    }
    if (filter.any.size() + filter.none.size() > kMaxFacetValues) {
      add_fault(faults_, row.name, "out_of_range",
                "At most " + std::to_string(kMaxFacetValues) + " values may be given.");
    }
    about += filter.about.size();
  }
  if (about > kMaxAboutValues) {
    add_fault(faults_, "about", "out_of_range",
              "At most " + std::to_string(kMaxAboutValues) + " values may be given.");
  }
}

void RequestReader::choose_facets() {
  if (request_.facets_by_default) request_.facets = default_facets_;
  if (no_facets_ && !request_.facets.empty()) {
    add_fault(faults_, "facet", "not_allowed", "\"none\" turns counting off; give it alone.",
              "none");
  }
}

void RequestReader::check_combinations() {
  if (request_.from && request_.to && request_.from->first_day() > request_.to->last_day()) {
    add_fault(faults_, "from", "out_of_range", "Must not be after \"to\".", request_.to->iso());
  }
  const bool page_given = std::any_of(
      seen_.begin(), seen_.end(), [](const auto& parameter) { return parameter.first == "page"; });
  if (!request_.cursor.empty() && page_given) {
    add_fault(faults_, "page", "not_allowed", "A cursor says where to go on; leave page out.");
  }
  if (request_.per_page > 0 && request_.page > kMaxResultDepth / request_.per_page) {
    add_fault(faults_, "page", "out_of_range",
              "page times per_page must not exceed " + std::to_string(kMaxResultDepth) +
                  "; go on with the cursor of an answer.",
              std::to_string(kMaxResultDepth / request_.per_page));
  }
}

}  // namespace

ParsedSearchRequest parse_search_request(const Parameters& parameters, UnknownParameters unknown,
                                         const std::vector<Facet>& default_facets) {
  return RequestReader(default_facets).read(parameters, unknown);
}

std::string_view sort_name(Sort sort) { return kSortNames[static_cast<std::size_t>(sort)]; }

}  // namespace techpolicy
