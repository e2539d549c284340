// Printing and parsing are inverse: on chosen trees, on generated trees and on generated text, of
// which every one parses or is explained with a repair that parses.
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"

namespace techpolicy {
namespace {

constexpr QueryOptions kAll;
constexpr QueryOptions kAny{QuerySyntax::query, DefaultOperator::any};
constexpr QueryOptions kPlain{QuerySyntax::plain, DefaultOperator::all};
constexpr QueryOptions kPlainAny{QuerySyntax::plain, DefaultOperator::any};

TEST(QueryPrinter, QuotesWhatWouldBeReadOtherwise) {
  QueryNode word;
  word.kind = QueryKind::word;
  word.text = "AND";
  EXPECT_EQ(print_query(word), "and");
  word.text = "foo*";
  EXPECT_EQ(print_query(word), "\"foo*\"");

  QueryNode entity;
  entity.kind = QueryKind::entity;
  entity.entity = {Facet::company, "smic"};
  entity.children.push_back(parse_query("\"Semiconductor Manufacturing\"", kAll));
  QueryNode negation;
  negation.kind = QueryKind::negation;
  negation.children.push_back(entity);
  EXPECT_EQ(print_query(negation), "NOT \"Semiconductor Manufacturing\"") << "the words typed";
}

TEST(SameQuery, SeesEachDifference) {
  const QueryNode query = parse_query("a title:b", kAll);
  EXPECT_TRUE(same_query(query, parse_query("  a  AND title:b", kAll))) << "positions do not count";
  for (const std::string_view other :
       {"a", "a title:c", "a lead:b", "a title:\"b\"", "a OR title:b", "a -title:b", "a title:b c",
        "company:b", "person:b", "date:2025", "date:2025.."}) {
    EXPECT_FALSE(same_query(query, parse_query(other, kAll))) << other;
  }
  EXPECT_FALSE(same_query(parse_query("company:b", kAll), parse_query("person:b", kAll)));
  EXPECT_FALSE(same_query(parse_query("date:2025", kAll), parse_query("date:2025..", kAll)));
}

/// Trees of every kind that parse_query() makes.
class TreeMaker {
 public:
  explicit TreeMaker(unsigned seed) : random_(seed) {}

  QueryNode tree(int depth) {
    if (depth == 0 || below(3) == 0) return leaf();
    QueryNode node;
    const std::size_t kind = below(6);
    if (kind == 5) return chain();
    if (kind == 4) {
      node.kind = QueryKind::at_least;
      node.number = static_cast<std::uint32_t>(1 + below(kMaxAtLeast));
      node.children.push_back(placed(std::nullopt));
      return node;
    }
    if (kind == 0) {
      node.kind = QueryKind::negation;
      node.children.push_back(tree(depth - 1));
      return node;
    }
    constexpr QueryKind kKinds[] = {QueryKind::conjunction, QueryKind::disjunction,
                                    QueryKind::preference};
    node.kind = kKinds[kind - 1];
    const std::size_t children = 2 + below(2);
    for (std::size_t i = 0; i < children; ++i) node.children.push_back(tree(depth - 1));
    return node;
  }

 private:
  /// What may stand beside NEAR, in one field.
  QueryNode placed(std::optional<Field> field) {
    QueryNode node;
    if (below(4) == 0) {
      node.kind = QueryKind::disjunction;
      for (std::size_t i = 0; i < 2 + below(2); ++i) node.children.push_back(placed(field));
      return node;
    }
    node.field = field;
    constexpr QueryKind kKinds[] = {QueryKind::word, QueryKind::phrase, QueryKind::wildcard,
                                    QueryKind::fuzzy};
    node.kind = kKinds[below(4)];
    node.number = node.kind == QueryKind::fuzzy ? static_cast<std::uint32_t>(1 + below(2)) : 0;
    switch (node.kind) {
      case QueryKind::phrase:
        node.text = one_of({"export controls", "a NEAR/5 b"});
        break;
      case QueryKind::wildcard:
        node.text = one_of({"semi*", "*chips", "organi?ation", "出口*"});
        break;
      case QueryKind::fuzzy:
        node.text = one_of({"deepsek", "start-up"});
        break;
      default:
        node.text = one_of({"chips", "d'Nvidia", "near", "出口"});
    }
    return node;
  }

  QueryNode chain() {
    QueryNode node;
    node.kind = QueryKind::proximity;
    std::optional<Field> field;
    if (below(3) == 0) field = Field::title;
    node.children.push_back(placed(field));
    for (std::size_t i = 0; i < 1 + below(2); ++i) {
      constexpr Nearness kAllKinds[] = {Nearness::near, Nearness::adjacent, Nearness::sentence,
                                        Nearness::paragraph};
      Proximity link{kAllKinds[below(4)], 0};
      const bool counted = link.nearness == Nearness::near || link.nearness == Nearness::adjacent;
      if (counted) link.distance = static_cast<std::uint32_t>(1 + below(kMaxDistance));
      node.links.push_back(link);
      node.children.push_back(placed(field));
    }
    return node;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }
  template <std::size_t Size>
  std::string one_of(const char* const (&choices)[Size]) {
    return choices[below(Size)];
  }

  QueryNode leaf() {
    constexpr QueryKind kKinds[] = {QueryKind::word, QueryKind::word,        QueryKind::phrase,
                                    QueryKind::date, QueryKind::facet_value, QueryKind::author,
                                    QueryKind::url,  QueryKind::id,          QueryKind::cased};
    if (below(6) == 0) return placed(std::nullopt);
    QueryNode node;
    node.kind = kKinds[below(9)];
    switch (node.kind) {
      case QueryKind::word:
        make_word(node);
        break;
      case QueryKind::phrase:
        node.text = one_of({"export controls", "a AND b", "is it (safe)?", "a «b» c", "title: x"});
        choose_field(node);
        break;
      case QueryKind::cased:
        node.text = one_of({"Apple", "AI", "AND"});
        break;
      case QueryKind::date:
        if (below(3) > 0) node.from = parse_partial_date(one_of({"2024", "2024-03", "2024-03-09"}));
        if (!node.from || below(2) > 0) node.to = parse_partial_date(one_of({"2024", "2025-12"}));
        break;
      case QueryKind::facet_value:
        node.facet = kFacets[below(kFacetCount)].facet;
        node.text = node.facet == Facet::year
                        ? one_of({"2024", "2025"})
                        : one_of({"nvidia", "Le Monde", "AT&T", "a,b", "AND", "-x", "a:b"});
        break;
      default:
        node.text = one_of({"a.b~c", "x?y", "Jane Doe", "http://a.b/(c)", "a", "OR", "(z)"});
        // Outside of addresses and ids this would be a wildcard.
        if (node.kind == QueryKind::author && node.text.find_first_of("~?") != std::string::npos) {
          node.text = "Doe";
        }
    }
    return node;
  }

  void make_word(QueryNode& node) {
    node.exact = below(2) > 0;
    node.text = node.exact ? one_of({"AND", "chips", "c:d", "(x)", "+y", "=z", "don't?", "出口"})
                           : one_of({"chips", "start-up", "10:30", "and", "C++", "d'Nvidia", "出口",
                                     "https://a.b/?c*", "$NVDA", "1,000", "w/o"});
    choose_field(node);
  }

  void choose_field(QueryNode& node) {
    const std::size_t field = below(kFieldCount + 2);
    if (field < kFieldCount) node.field = kFields[field].field;
  }

  std::mt19937 random_;
};

TEST(QueryPrinter, ParsingWhatIsPrintedGivesTheTree) {
  constexpr unsigned kSeed = 20261124;
  TreeMaker maker(kSeed);
  int compared = 0;
  for (int round = 0; round < 20000; ++round) {
    const QueryNode tree = maker.tree(1 + round % 4);
    const std::string text = print_query(tree);
    try {
      const QueryNode parsed = parse_query(text, kAll);
      ASSERT_TRUE(same_query(parsed, tree)) << text << "\n read as " << print_query(parsed);
      ++compared;
    } catch (const BadRequest& bad) {
      const std::string& code = bad.faults().front().code;
      ASSERT_TRUE(code == "too_many_terms" || code == "too_long") << code << " in " << text;
    }
  }
  EXPECT_GT(compared, 15000);
}

/// Text of pieces that mean something, and now and then of any bytes.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "a",        "chips",     " ",          " ",          " ",        "\"",
      "(",        ")",         "-",          "+",          "=",        "AND",
      "OR",       "NOT",       ":",          "title:",     "foo:",     "date:",
      "..",       "2025-03",   "2025",       "*",          "?",        "~1",
      "«",        "»",         "“",          "（",         "：",       "－",
      "芯片",     ",",         "www.",       "://",        "NEAR/5",   "|",
      "&&",       "company:",  "url:",       "after:",     "\xFF",     "\xE8\x8A",
      "^",        "caps:",     "·",          "\t",         "「",       "」",
      "year:",    "id:",       "1",          "/",          "atleast:", "\xED\xA0\x80",
      "near",     "ADJ/2",     " SENTENCE ", "atleast:2 ", "w/",       "semi*",
      "~",        "PARAGRAPH", "deepsek~2",  "caps:A",     "!",        "$3",
      "atleast5", "@title",    "hd=",        "%",          "MAYBE",    "<<",
      "[",        "]",         "NOTNEAR/3",  "when:",      "P3W",      "about:",
      "/N3/",     "headline(", "AROUND(3)",  "SAME"};
  std::string text;
  const std::size_t count = random() % 24;
  const bool any_bytes = random() % 5 == 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (any_bytes) {
      text.push_back(static_cast<char>(random() % 256));
    } else {
      text += pieces[random() % pieces.size()];
    }
  }
  return text;
}

void expect_promises(const std::string& text, const QueryOptions& options) {
  try {
    const QueryNode tree = parse_query(text, options);
    const std::string canonical = print_query(tree);
    ASSERT_TRUE(same_query(parse_query(canonical, kAll), tree)) << text << "\n as " << canonical;
  } catch (const BadRequest& bad) {
    const RequestFault& fault = bad.faults().front();
    ASSERT_FALSE(fault.code.empty()) << text;
    ASSERT_TRUE(fault.position.has_value()) << text;
    ASSERT_LE(*fault.position, text.size()) << text;
    ASSERT_NO_THROW(static_cast<void>(parse_query(fault.suggestion, options)))
        << text << "\n repaired as " << fault.suggestion;
  }
}

TEST(QueryParser, AnyTextParsesOrIsExplained) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 10000; ++round) {
    const std::string text = random_text(random);
    for (const QueryOptions& options : {kAll, kAny, kPlain, kPlainAny}) {
      ASSERT_NO_FATAL_FAILURE(expect_promises(text, options));
    }
  }
}

}  // namespace
}  // namespace techpolicy
