// The parameters of a search as tables: parameters -> request, parameters -> faults; and that a
// request comes back from its query string.
#include "searchd/search/search_request.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {
namespace {

std::vector<Facet> counted_facets() { return {Facet::company, Facet::place}; }

SearchRequest parsed(const Parameters& parameters) {
  return parse_search_request(parameters, UnknownParameters::refuse, counted_facets()).request;
}

std::vector<RequestFault> faults_of(const Parameters& parameters) {
  try {
    static_cast<void>(parsed(parameters));
  } catch (const BadRequest& bad) {
    return bad.faults();
  }
  return {};
}

/// What a server makes of a query string, so that both directions are tested.
std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      plain.push_back(
          static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)));
      i += 2;
    } else {
      plain.push_back(text[i] == '+' ? ' ' : text[i]);
    }
  }
  return plain;
}

Parameters parameters_of(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    const std::size_t equals = pair.find('=');
    parameters.emplace_back(decoded(pair.substr(0, equals)), decoded(pair.substr(equals + 1)));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
  }
  return parameters;
}

TEST(SearchRequest, WithoutParametersIsTheDefault) {
  SearchRequest expected;
  expected.facets = counted_facets();
  EXPECT_EQ(parsed({}), expected);
  EXPECT_EQ(parsed({{"q", ""}, {"page", ""}, {"company", ""}, {"facet", ""}, {"sort", ""}}),
            expected)
      << "empty values count as absent";
  EXPECT_EQ(parsed({{"q", " \t\n "}}), expected) << "so does a blank query";
  EXPECT_EQ(query_string(expected), "");
}

TEST(SearchRequest, ReadsEveryParameter) {
  const SearchRequest request =
      parsed({{"q", "export\ncontrols"}, {"syntax", "plain"},    {"op", "or"},
              {"aliases", "false"},      {"company", "nvidia"},  {"company", "amd"},
              {"company", "-apple"},     {"source", "le-monde"}, {"facet_op", "company"},
              {"from", "2025-03"},       {"to", "2025"},         {"since", "18446744073709551615"},
              {"sort", "added"},         {"page", "100"},        {"per_page", "100"},
              {"facet", "year"},         {"facet", "company"},   {"facet", "year"},
              {"facet_limit", "200"},    {"highlight", "0"},     {"fields", "id,title_html,id"},
              {"about", "company:b"},    {"about", "law:x:y"},   {"about", "company:a"},
              {"rollup", "parent"},      {"collapse", "none"},   {"count", "stories"}});
  EXPECT_EQ(request.q, "export\ncontrols") << "line breaks of a pasted text are white space";
  EXPECT_EQ(request.options, (QueryOptions{QuerySyntax::plain, DefaultOperator::any}));
  EXPECT_FALSE(request.aliases);
  const FacetFilter company{{"amd", "nvidia"}, {"apple"}, true, {"a", "b"}};
  EXPECT_EQ(request.filter(Facet::company), company) << "sorted";
  EXPECT_EQ(request.filter(Facet::source).any, std::vector<std::string>{"le-monde"});
  EXPECT_FALSE(request.filter(Facet::source).all);
  EXPECT_EQ(request.filter(Facet::law).about, std::vector<std::string>{"x:y"}) << "first colon";
  EXPECT_EQ(request.roll_up, RollUpTo::parent);
  EXPECT_EQ(request.from, parse_partial_date("2025-03"));
  EXPECT_EQ(request.to, parse_partial_date("2025"));
  EXPECT_EQ(request.since, 18446744073709551615U);
  EXPECT_EQ(request.sort, Sort::added);
  EXPECT_EQ(request.page, 100U) << "the deepest page there is";
  EXPECT_EQ(request.per_page, 100U);
  EXPECT_EQ(request.facets, (std::vector<Facet>{Facet::year, Facet::company})) << "in this order";
  EXPECT_FALSE(request.facets_by_default);
  EXPECT_EQ(request.facet_limit, 200U);
  EXPECT_FALSE(request.highlight);
  EXPECT_EQ(request.collapse, Collapse::none);
  EXPECT_EQ(request.count, CountOf::stories);
  EXPECT_EQ(request.fields, (std::vector<std::string>{"id", "title_html"}));
}

TEST(SearchRequest, AcceptsTheEdges) {
  EXPECT_TRUE(parsed({{"facet", "none"}}).facets.empty()) << "nothing is counted";
  EXPECT_EQ(parsed({{"per_page", "0"}, {"page", "10000"}}).per_page, 0U);
  EXPECT_EQ(parsed({{"page", "1000"}, {"per_page", "10"}}).page, 1000U);
  EXPECT_EQ(parsed({{"cursor", std::string(512, 'x')}}).cursor.size(), 512U);
  EXPECT_EQ(parsed({{"company", std::string(128, 'x')}}).filter(Facet::company).any.size(), 1U);
  EXPECT_EQ(parsed({{"page", "2"}, {"page", "2"}}).page, 2U) << "twice the same";
  EXPECT_EQ(parsed({{"from", "2025-06"}, {"to", "2025"}}).to, parse_partial_date("2025"))
      << "2025 ends after June";
  EXPECT_EQ(parsed({{"aliases", "1"}, {"highlight", "true"}}), parsed({}));
  EXPECT_EQ(parsed({{"q", "(unbalanced"}}).q, "(unbalanced") << "parse_query() judges the grammar";
}

struct FaultCase {
  Parameters parameters;
  std::string_view parameter;
  std::string_view code;
  std::string_view suggestion;
  std::string_view reason;
};

void expect_fault(const FaultCase& row) {
  SCOPED_TRACE(std::string(row.reason));
  const std::vector<RequestFault> faults = faults_of(row.parameters);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().parameter, row.parameter);
  EXPECT_EQ(faults.front().code, row.code);
  EXPECT_EQ(faults.front().suggestion, row.suggestion);
  EXPECT_FALSE(faults.front().detail.empty());
}

TEST(SearchRequestFaults, Names) {
  const std::vector<FaultCase> rows = {
      {{{"pge", "2"}}, "pge", "unknown_parameter", "page", "the nearest"},
      {{{"per-page", "2"}}, "per-page", "unknown_parameter", "per_page", "the nearest"},
      {{{"utm_source", ""}}, "utm_source", "unknown_parameter", "", "none is near; empty"},
      {{{"year", "2025"}}, "year", "unknown_parameter", "from", "years are chosen by date"},
      {{{"x\xFF", "2"}}, "x\uFFFD", "unknown_parameter", "", "can be shown"},
      {{{"page", "2"}, {"page", "3"}}, "page", "repeated_parameter", "", "which one?"},
      {{{"q", "a"}, {"q", "b"}}, "q", "repeated_parameter", "", "which one?"},
  };
  for (const FaultCase& row : rows) expect_fault(row);
}

TEST(SearchRequestFaults, Values) {
  const std::string nul("a\0b", 3);
  const std::vector<FaultCase> rows = {
      {{{"page", "0"}}, "page", "out_of_range", "1", "pages count from 1"},
      {{{"page", "-1"}}, "page", "bad_format", "", "not in digits"},
      {{{"page", "1e3"}}, "page", "bad_format", "", "not in digits"},
      {{{"page", "1001"}}, "page", "out_of_range", "1000", "too deep at 10 a page"},
      {{{"page", "101"}, {"per_page", "100"}}, "page", "out_of_range", "100", "too deep"},
      {{{"per_page", "101"}}, "per_page", "out_of_range", "100", "more than 100"},
      {{{"facet_limit", "0"}}, "facet_limit", "out_of_range", "1", "at least 1"},
      {{{"facet_limit", "201"}}, "facet_limit", "out_of_range", "200", "at most 200"},
      {{{"since", "18446744073709551616"}},
       "since",
       "out_of_range",
       "18446744073709551615",
       "64 bits"},
      {{{"from", "2025/3"}}, "from", "bad_format", "2025-03", "repaired"},
      {{{"to", "2025-02-30"}}, "to", "bad_format", "", "no such day"},
      {{{"from", "2026"}, {"to", "2025-12"}}, "from", "out_of_range", "2025-12", "from after to"},
      {{{"cursor", std::string(513, 'x')}}, "cursor", "out_of_range", "", "too long"},
      {{{"cursor", "x"}, {"page", "1"}}, "page", "not_allowed", "", "one or the other"},
      {{{"company", std::string(129, 'x')}}, "company", "out_of_range", "", "too long"},
      {{{"company", "-"}}, "company", "bad_format", "", "excludes nothing"},
      {{{"about", "nvidia"}}, "about", "bad_format", "", "of which type?"},
      {{{"about", "company:"}}, "about", "bad_format", "", "no id"},
      {{{"about", "lang:en"}}, "about", "bad_format", "", "no entity"},
      {{{"about", "firm:x"}}, "about", "bad_format", "", "no such type"},
      {{{"about", "law:" + std::string(129, 'x')}}, "about", "out_of_range", "", "too long"},
      {{{"q", nul}}, "q", "bad_format", "", "NUL"},
      {{{"q", "a\xFF"}}, "q", "bad_format", "", "no UTF-8"},
      {{{"q", "a\xED\xA0\x80"}}, "q", "bad_format", "", "a surrogate is no UTF-8"},
      {{{"company", "a\nb"}}, "company", "bad_format", "", "a line break in an id"},
      {{{"fields", "id,,title"}}, "fields", "bad_format", "", "an empty name"},
      {{{"fields", "id, title"}}, "fields", "bad_format", "", "a space"},
      {{{"facet", "none"}, {"facet", "company"}},
       "facet",
       "not_allowed",
       "none",
       "none stands alone"},
  };
  for (const FaultCase& row : rows) expect_fault(row);
}

TEST(SearchRequestFaults, ChoicesNameWhatIsAllowed) {
  const std::vector<FaultCase> rows = {
      {{{"sort", "newst"}}, "sort", "not_allowed", "newest", "the nearest"},
      {{{"sort", "date"}}, "sort", "not_allowed", "", "none is near"},
      {{{"op", "AND"}}, "op", "not_allowed", "and", "small letters"},
      {{{"syntax", "lucene"}}, "syntax", "not_allowed", "", "none is near"},
      {{{"aliases", "no"}}, "aliases", "not_allowed", "", "a switch"},
      {{{"highlight", "2"}}, "highlight", "not_allowed", "", "a switch"},
      {{{"facet", "companies"}}, "facet", "not_allowed", "company", "the nearest"},
      {{{"facet_op", "source"}}, "facet_op", "not_allowed", "", "one source an article"},
      {{{"rollup", "parents"}}, "rollup", "not_allowed", "parent", "the nearest"},
      {{{"collapse", "duplicate"}}, "collapse", "not_allowed", "duplicates", "the nearest"},
      {{{"count", "story"}}, "count", "not_allowed", "", "none is near"},
  };
  for (const FaultCase& row : rows) {
    expect_fault(row);
    EXPECT_GE(faults_of(row.parameters).front().allowed.size(), 2U) << row.reason;
  }
}

TEST(SearchRequestFaults, AreReportedTogether) {
  const auto faults = faults_of({{"pge", "1"}, {"sort", "x"}, {"from", "x"}, {"per_page", "x"}});
  std::vector<std::string> names;
  names.reserve(faults.size());
  for (const RequestFault& fault : faults) names.push_back(fault.parameter);
  EXPECT_EQ(names, (std::vector<std::string>{"pge", "sort", "from", "per_page"}));
}

TEST(SearchRequestFaults, TooManyValues) {
  Parameters parameters;
  parameters.reserve(52);
  for (int i = 0; i < 50; ++i) parameters.emplace_back("company", std::to_string(i));
  parameters.emplace_back("company", "7");
  EXPECT_EQ(parsed(parameters).filter(Facet::company).any.size(), 50U) << "repeats do not count";
  parameters.emplace_back("company", "-x");
  const auto faults = faults_of(parameters);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults.front().code, "out_of_range");
}

TEST(SearchRequest, PagesIgnoreUnknownParameters) {
  const ParsedSearchRequest result = parse_search_request(
      {{"utm_source", "x"}, {"q", "chips"}, {"fbclid", "y"}, {"utm_source", "z"}},
      UnknownParameters::ignore, {});
  EXPECT_EQ(result.request.q, "chips");
  EXPECT_EQ(result.ignored, (std::vector<std::string>{"utm_source", "fbclid"})) << "each once";
}

TEST(QueryString, IsCanonical) {
  const SearchRequest request = parsed({{"per_page", "20"},
                                        {"company", "nvidia"},
                                        {"page", "1"},
                                        {"company", "-apple"},
                                        {"company", "amd"},
                                        {"q", "\"AI Act\" 芯 & a+b"},
                                        {"from", "2025-03"}});
  EXPECT_EQ(query_string(request),
            "q=%22AI+Act%22+%E8%8A%AF+%26+a%2Bb&company=amd&company=nvidia&company=-apple"
            "&from=2025-03&per_page=20");
  SearchRequest by_hand;
  by_hand.filter(Facet::company).any = {"b", "a", "b"};
  EXPECT_EQ(query_string(by_hand), "company=a&company=b") << "whatever order values were added in";
}

class RequestMaker {
 public:
  explicit RequestMaker(unsigned seed) : random_(seed) {}

  SearchRequest request() {
    SearchRequest request;
    if (chance()) request.q = text();
    if (chance()) request.options.syntax = QuerySyntax::plain;
    if (chance()) request.options.default_operator = DefaultOperator::any;
    request.aliases = chance();
    add_filters(request);
    if (chance()) request.roll_up = RollUpTo::parent;
    if (chance()) request.from = date(2000);
    if (chance()) request.to = date(2010);
    if (chance()) request.since = random_();
    if (chance()) request.sort = static_cast<Sort>(random_() % 5);
    add_paging(request);
    add_answer(request);
    return request;
  }

 private:
  bool chance() { return random_() % 2 == 0; }

  std::string text() {
    constexpr std::string_view kPieces[] = {"a", " ",  "芯", "&", "=", "+",
                                            "%", "\"", "#",  "é", "\n"};
    std::string made = "x";
    for (std::size_t i = random_() % 8; i > 0; --i) made += kPieces[random_() % 11];
    return made;
  }

  PartialDate date(unsigned first_year) {
    std::string iso = std::to_string(first_year + random_() % 10);
    if (chance()) iso += "-0" + std::to_string(1 + random_() % 9);
    if (iso.size() > 4 && chance()) iso += "-1" + std::to_string(random_() % 9);
    return parse_partial_date(iso).value();
  }

  void add_filters(SearchRequest& request) {
    constexpr std::string_view kValues[] = {"a", "b&c", "d e", "é"};
    for (const FacetRow& row : kFacets) {
      if (row.facet == Facet::year) continue;
      FacetFilter& filter = request.filter(row.facet);
      for (const std::string_view value : kValues) {
        if (random_() % 6 == 0) filter.any.emplace_back(value);
        if (random_() % 8 == 0) filter.none.emplace_back(value);
      }
      if (row.kind == FacetKind::entity && chance()) filter.about = {"a", "b:c"};
      filter.all = row.kind == FacetKind::entity && random_() % 4 == 0;
    }
  }

  void add_paging(SearchRequest& request) {
    request.per_page = static_cast<unsigned>(random_() % 101);
    if (chance()) {
      request.cursor = text();
      std::erase(request.cursor, '\n');
    } else {
      request.page = static_cast<unsigned>(1 + random_() % 100);
    }
  }

  void add_answer(SearchRequest& request) {
    request.facets = counted_facets();
    if (chance()) {
      request.facets_by_default = false;
      request.facets.clear();
      for (const FacetRow& row : kFacets) {
        if (random_() % 3 == 0) request.facets.push_back(row.facet);
      }
    }
    request.facet_limit = static_cast<unsigned>(1 + random_() % 200);
    request.highlight = chance();
    request.collapse = chance() ? Collapse::none : Collapse::duplicates;
    request.count = chance() ? CountOf::stories : CountOf::articles;
    if (chance()) request.fields = {"title", "id", "snippets_html"};
  }

  std::mt19937 random_;
};

TEST(QueryString, ParsesToTheSameRequest) {
  constexpr unsigned kSeed = 20261124;
  RequestMaker maker(kSeed);
  for (int round = 0; round < 5000; ++round) {
    const SearchRequest request = maker.request();
    const std::string query = query_string(request);
    ASSERT_TRUE(faults_of(parameters_of(query)).empty()) << query;
    ASSERT_EQ(parsed(parameters_of(query)), request) << query;
    ASSERT_EQ(query_string(parsed(parameters_of(query))), query);
  }
}

TEST(UrlEncode, LeavesWhatIsSafeInAQueryString) {
  EXPECT_EQ(url_encode("az AZ09-._~"), "az+AZ09-._~");
  EXPECT_EQ(url_encode("date:2025-03..,a/b"), "date:2025-03..,a/b") << "legible links";
  EXPECT_EQ(url_encode("&=+#%\"'()<>;?\n"), "%26%3D%2B%23%25%22%27%28%29%3C%3E%3B%3F%0A");
  EXPECT_EQ(url_encode("é芯"), "%C3%A9%E8%8A%AF");
}

TEST(NearestName, IsNear) {
  const std::vector<std::string_view> names = {"title", "company", "url", "id", "person", "source"};
  struct Row {
    std::string_view typed;
    std::string_view nearest;
    std::string_view reason;
  };
  const std::vector<Row> rows = {
      {"compny", "company", "a letter left out"},
      {"COMPANY", "company", "case is ignored"},
      {"tilte", "title", "swapped letters are one edit"},
      {"companies", "company", "a third of nine letters"},
      {"us", "", "of a short name at least half must be right"},
      {"chips", "", "none is near"},
      {"", "", "nothing typed"},
      {"personal", "person", "two letters more"},
  };
  for (const Row& row : rows) EXPECT_EQ(nearest_name(row.typed, names), row.nearest) << row.reason;
  EXPECT_EQ(nearest_name(std::string(100000, 'x'), names), "") << "long input costs nothing";
}

}  // namespace
}  // namespace techpolicy
