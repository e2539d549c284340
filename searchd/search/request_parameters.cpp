#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxValues = 50;
constexpr std::size_t kMaxValueBytes = 128;
constexpr std::size_t kMaxCursorBytes = 512;

struct SortRow {
  Sort sort;
  std::string_view name;
};
constexpr std::array kSorts = {SortRow{Sort::relevance, "relevance"}, SortRow{Sort::lexical, "lexical"},
                               SortRow{Sort::newest, "newest"}, SortRow{Sort::oldest, "oldest"},
                               SortRow{Sort::added, "added"}};

constexpr std::array<std::string_view, 16> kSingle = {"q", "syntax", "op", "aliases", "from", "to", "since", "sort",
                                                      "page", "per_page", "cursor", "facet_limit", "highlight",
                                                      "fields", "facet", "facet_op"};

constexpr std::array<std::string_view, 16> kHitFields = {
    "id", "url", "original_url", "title", "title_html", "title_derived", "snippet_html", "snippets_html",
    "published", "date_precision", "source", "lang", "machine_translated", "score", "rank", "entities"};

std::optional<Facet> filter_facet(std::string_view name) {
  const auto facet = facet_by_name(name);
  return facet == Facet::year ? std::nullopt : facet;
}

/// Reads parameters one by one and gathers what is wrong with them.
class RequestReader {
 public:
  explicit RequestReader(UnknownParameters unknown) : unknown_(unknown) {}

  void read(const std::string& name, const std::string& value) {
    const auto facet = filter_facet(name);
    const bool known = facet || std::find(kSingle.begin(), kSingle.end(), name) != kSingle.end();
    if (!known) return unknown(name);
    if (value.empty()) return;
    if (has_control(value)) return fault(name, "bad_format", name + " holds control characters.");
    if (facet) return filter(*facet, name, value);
    if (name == "facet") return counted_facet(value);
    if (name == "facet_op") return conjunctive_facet(value);
    const auto [entry, first] = seen_.try_emplace(name, value);
    if (!first) {
      if (entry->second != value) fault(name, "repeated_parameter", name + " is given twice.");
      return;
    }
    single(name, value);
  }

  ParsedSearchRequest finish(const std::vector<Facet>& default_facets) {
    SearchRequest& request = parsed_.request;
    if (!facets_given_) request.facets = default_facets;
    if (request.from && request.to && request.from->first_day() > request.to->last_day()) {
      fault("from", "out_of_range", "from is after to.");
    }
    if (std::size_t{request.page} * request.per_page > kMaxResultDepth) {
      fault("page", "out_of_range", "page times per_page must be at most 10000; go deeper with cursor.");
    }
    if (!request.cursor.empty() && seen_.contains("page")) fault("cursor", "not_allowed", "cursor excludes page.");
    if (!faults_.empty()) throw BadRequest(std::move(faults_));
    return std::move(parsed_);
  }

 private:
  static bool has_control(const std::string& value) {
    return std::any_of(value.begin(), value.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
  }

  void fault(const std::string& name, std::string code, std::string detail, std::vector<std::string> allowed = {},
             std::string suggestion = "") {
    faults_.push_back({name, std::move(code), std::move(detail), std::move(allowed), {}, std::move(suggestion)});
  }

  void unknown(const std::string& name) {
    if (unknown_ == UnknownParameters::ignore) {
      parsed_.ignored.push_back(name);
      return;
    }
    std::vector<std::string_view> names(kSingle.begin(), kSingle.end());
    for (const FacetRow& row : kFacets) names.push_back(row.name);
    const std::string near(nearest_name(name, names));
    fault(name, "unknown_parameter", "There is no parameter of this name." + (near.empty() ? "" : " The nearest is " + near + "."),
          {}, near);
  }

  void filter(Facet facet, const std::string& name, const std::string& value) {
    FacetFilter& filter = parsed_.request.filter(facet);
    const bool excludes = value.front() == '-' && value.size() > 1;
    const std::string bare = excludes ? value.substr(1) : value;
    if (bare.size() > kMaxValueBytes) return fault(name, "out_of_range", name + " must have at most 128 bytes.");
    std::vector<std::string>& values = excludes ? filter.none : filter.any;
    if (std::find(values.begin(), values.end(), bare) != values.end()) return;
    if (filter.any.size() + filter.none.size() >= kMaxValues) {
      return fault(name, "out_of_range", name + " may be given at most 50 times.");
    }
    values.push_back(bare);
  }

  void counted_facet(const std::string& value) {
    facets_given_ = true;
    if (value == "none") return;
    const auto facet = facet_by_name(value);
    if (!facet) {
      std::vector<std::string> allowed = {"none"};
      for (const FacetRow& row : kFacets) allowed.emplace_back(row.name);
      return fault("facet", "not_allowed", "There is no facet of this name.", std::move(allowed));
    }
    std::vector<Facet>& facets = parsed_.request.facets;
    if (std::find(facets.begin(), facets.end(), *facet) == facets.end()) facets.push_back(*facet);
  }

  void conjunctive_facet(const std::string& value) {
    const auto facet = facet_by_name(value);
    if (!facet || facet_row(*facet).kind != FacetKind::entity) {
      return fault("facet_op", "not_allowed", "facet_op must name a facet of entities.");
    }
    parsed_.request.filter(*facet).all = true;
  }

  void single(const std::string& name, const std::string& value) {
    SearchRequest& request = parsed_.request;
    if (name == "q") request.q = value;
    else if (name == "syntax") request.options.syntax = choice(name, value, "query", "plain") ? QuerySyntax::query : QuerySyntax::plain;
    else if (name == "op") request.options.default_operator = choice(name, value, "and", "or") ? DefaultOperator::all : DefaultOperator::any;
    else if (name == "aliases") request.aliases = flag(name, value);
    else if (name == "highlight") request.highlight = flag(name, value);
    else if (name == "from") request.from = date(name, value);
    else if (name == "to") request.to = date(name, value);
    else if (name == "since") request.since = number(name, value, 0, UINT64_MAX);
    else if (name == "page") request.page = static_cast<unsigned>(number(name, value, 1, kMaxResultDepth));
    else if (name == "per_page") request.per_page = static_cast<unsigned>(number(name, value, 0, kMaxPerPage));
    else if (name == "facet_limit") request.facet_limit = static_cast<unsigned>(number(name, value, 1, 200));
    else if (name == "sort") sort(value);
    else if (name == "fields") fields(value);
    else if (value.size() > kMaxCursorBytes) fault(name, "out_of_range", "cursor must have at most 512 bytes.");
    else request.cursor = value;
  }

  bool choice(const std::string& name, const std::string& value, const std::string& first, const std::string& second) {
    if (value != first && value != second) fault(name, "not_allowed", name + " must be " + first + " or " + second + ".", {first, second});
    return value != second;
  }

  bool flag(const std::string& name, const std::string& value) {
    if (value != "0" && value != "1" && value != "true" && value != "false") {
      fault(name, "not_allowed", name + " must be 0 or 1.", {"0", "1"});
    }
    return value == "1" || value == "true";
  }

  std::optional<PartialDate> date(const std::string& name, const std::string& value) {
    const auto parsed = parse_partial_date(value);
    if (!parsed) fault(name, "bad_format", name + " must be a date YYYY, YYYY-MM or YYYY-MM-DD.");
    return parsed;
  }

  std::uint64_t number(const std::string& name, const std::string& value, std::uint64_t least, std::uint64_t most) {
    std::uint64_t parsed = 0;
    const auto result = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (result.ec == std::errc::invalid_argument || result.ptr != value.data() + value.size()) {
      fault(name, "bad_format", name + " must be a whole number.");
      return least;
    }
    if (result.ec != std::errc() || parsed < least || parsed > most) {
      fault(name, "out_of_range", name + " must be between " + std::to_string(least) + " and " + std::to_string(most) + ".");
      return least;
    }
    return parsed;
  }

  void sort(const std::string& value) {
    std::vector<std::string> allowed;
    for (const SortRow& row : kSorts) {
      if (row.name == value) parsed_.request.sort = row.sort;
      allowed.emplace_back(row.name);
    }
    if (!parsed_.request.sort) fault("sort", "not_allowed", "There is no sort of this name.", std::move(allowed));
  }

  void fields(const std::string& value) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      const std::string field = value.substr(begin, end - begin);
      if (std::find(kHitFields.begin(), kHitFields.end(), field) == kHitFields.end()) {
        fault("fields", "not_allowed", "A hit has no field \"" + field + "\".",
              std::vector<std::string>(kHitFields.begin(), kHitFields.end()));
        return;
      }
      parsed_.request.fields.push_back(field);
      begin = end + 1;
    }
  }

  UnknownParameters unknown_;
  ParsedSearchRequest parsed_;
  std::map<std::string, std::string> seen_;
  std::vector<RequestFault> faults_;
  bool facets_given_ = false;
};

std::size_t edits(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

ParsedSearchRequest parse_search_request(const Parameters& parameters, UnknownParameters unknown,
                                         const std::vector<Facet>& default_facets) {
  RequestReader reader(unknown);
  for (const auto& [name, value] : parameters) reader.read(name, value);
  return reader.finish(default_facets);
}

std::string_view sort_name(Sort sort) { return kSorts[static_cast<std::size_t>(sort)].name; }

std::string_view nearest_name(std::string_view typed, const std::vector<std::string_view>& names) {
  constexpr std::size_t kLongest = 64;
  if (typed.size() > kLongest) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = edits(typed, name);
    if (distance < least && distance < name.size()) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

std::string url_encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || c == '-' ||
        c == '_' || c == '.' || c == '~') {
      encoded += c;
    } else if (c == ' ') {
      encoded += '+';
    } else {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      encoded += '%';
      encoded += kHex[byte >> 4];
      encoded += kHex[byte & 15];
    }
  }
  return encoded;
}

std::string query_string(const SearchRequest& request) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    query += (query.empty() ? "" : "&") + std::string(name) + "=" + url_encode(value);
  };
  if (!request.q.empty()) add("q", request.q);
  if (request.options.syntax == QuerySyntax::plain) add("syntax", "plain");
  if (request.options.default_operator == DefaultOperator::any) add("op", "or");
  if (!request.aliases) add("aliases", "0");
  for (const FacetRow& row : kFacets) {
    for (const std::string& value : request.filter(row.facet).any) add(row.name, value);
    for (const std::string& value : request.filter(row.facet).none) add(row.name, "-" + value);
  }
  for (const FacetRow& row : kFacets) {
    if (request.filter(row.facet).all) add("facet_op", row.name);
  }
  if (request.from) add("from", request.from->iso());
  if (request.to) add("to", request.to->iso());
  if (request.since) add("since", std::to_string(*request.since));
  if (request.sort) add("sort", sort_name(*request.sort));
  if (request.page != 1) add("page", std::to_string(request.page));
  if (request.per_page != 10) add("per_page", std::to_string(request.per_page));
  if (!request.cursor.empty()) add("cursor", request.cursor);
  return query;
}

}  // namespace techpolicy
