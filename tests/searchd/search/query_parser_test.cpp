// The query language as tables: text -> canonical text, text -> fault and repair. And its promises
// on generated input: printing and parsing are inverse, nothing crashes, every repair parses.
#include <chrono>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"

namespace techpolicy {
namespace {

constexpr QueryOptions kAll;
constexpr QueryOptions kAny{QuerySyntax::query, DefaultOperator::any};
constexpr QueryOptions kPlain{QuerySyntax::plain, DefaultOperator::all};
constexpr QueryOptions kPlainAny{QuerySyntax::plain, DefaultOperator::any};

struct Reading {
  std::string_view text;
  std::string_view canonical;
  std::string_view reason;
};

void expect_readings(const std::vector<Reading>& rows, const QueryOptions& options) {
  for (const Reading& row : rows) {
    SCOPED_TRACE(std::string(row.text) + " | " + std::string(row.reason));
    try {
      EXPECT_EQ(print_query(parse_query(row.text, options)), row.canonical);
    } catch (const BadRequest& bad) {
      ADD_FAILURE() << bad.faults().front().code << ": " << bad.what();
    }
  }
}

TEST(QueryParser, ReadsOperators) {
  expect_readings(
      {
          {"", "", "no words: everything"},
          {" \t\n ", "", "blank: everything"},
          {"export controls", "export AND controls", "neighbours are ANDed"},
          {"a b OR c d", "(a AND b) OR (c AND d)", "AND binds tighter than OR"},
          {"a OR NOT b", "a OR NOT b", "NOT binds tightest"},
          {"(BIS OR \"Commerce Department\") AND Huawei NOT phone",
           "(BIS OR \"Commerce Department\") AND Huawei AND NOT phone",
           "NOT after a word is AND NOT"},
          {"and or not And Or", "and AND or AND not AND And AND Or", "only capitals are operators"},
          {"NOT NOT a", "NOT NOT a", "kept as typed"},
          {"-rumor +chips", "NOT rumor AND chips", "+ says what AND says"},
          {"start-up H20-like", "start-up AND H20-like", "a hyphen inside a word"},
          {"chips - and - export", "chips AND and AND export", "a hyphen between spaces is a dash"},
          {"-(a b) (-c)", "NOT (a AND b) AND NOT c", "signs before and after a parenthesis"},
          {"-\"a b\" -title:c", "NOT \"a b\" AND NOT title:c", "signs before quotes and fields"},
          {"+a OR b c", "+a OR (b AND c)", "required beside alternatives"},
          {"+a OR +b OR c", "+(a AND b) OR c", "all required ones must match"},
          {"+a OR +b", "a AND b", "nothing optional is left"},
          {"((a))", "a", "parentheses around one thing"},
          {"(a OR b) OR c", "(a OR b) OR c", "groups stay as grouped"},
          {"（foo　ＯＲ　bar） ＡＮＤ －baz", "(foo OR bar) AND NOT baz", "full-width forms"},
          {"\xE2\x88\x92"
           "baz a",
           "NOT baz AND a", "a minus sign"},
          {"!!! foo ... bar &", "foo AND bar", "words without letters and digits are dropped"},
          {"foo AND !!!", "foo", "also as an operand"},
          {"NOT !!!", "\"\"", "nothing is left"},
          {"!!! \"?\"", "\"\"", "nothing is left"},
      },
      kAll);
}

TEST(QueryParser, ReadsWordsAndPhrases) {
  expect_readings(
      {
          {"\"export controls\"", "\"export controls\"", "a phrase"},
          {"\"  export \t controls \"", "\"export controls\"", "spaces inside quotes"},
          {"« puces Blackwell »", "\"puces Blackwell\"", "guillemets"},
          {"»puces Blackwell«", "\"puces Blackwell\"", "guillemets the German way"},
          {"“a b” „c d“ ＂e f＂ 「g h」", "\"a b\" AND \"c d\" AND \"e f\" AND \"g h\"",
           "other quotes"},
          {"\"the «AI Act» now\"", "\"the «AI Act» now\"", "another family inside is text"},
          {"«the \"AI Act\" now»", "\"the AI Act now\"", "quotation marks inside separate words"},
          {"\"chips\" =chips", "\"chips\" AND \"chips\"", "both are exact"},
          {"\"AND\" =OR", "\"AND\" AND \"OR\"", "operators as words"},
          {"d'Nvidia l’OpenAI AT&T C++ $NVDA", "d'Nvidia AND l’OpenAI AND AT&T AND C++ AND $NVDA",
           "one word each, as typed"},
          {"华为，英伟达、a,b;c", "华为 AND 英伟达 AND a AND b AND c",
           "separators without a space"},
          {"10:30 1,000 3:2", "10:30 AND 1,000 AND 3:2", "separators inside numbers"},
          {"Nvidia: record sales", "Nvidia AND record AND sales", "a headline has no field"},
          {"华为：芯片", "华为 AND 芯片", "a full-width colon after a word that is no Latin name"},
          {"https://a.b/c?d=(e)*,f (www.x.y/?z)", "https://a.b/c?d=(e)*,f AND www.x.y/?z",
           "addresses are words"},
          {"=www.a.b/*x~1 \"www.a.b\"", "=www.a.b/*x~1 AND =www.a.b",
           "exact ones, with signs that quotes may not hold"},
          {"a\"b c\"d", "a AND \"b c\" AND d", "quotes need no spaces"},
          {"\"is it safe?\"", "\"is it safe?\"", "a question mark in quotes is punctuation"},
          {"growth of 5 % now", "growth AND of AND 5 AND now", "per cent"},
          {"[Update] Yahoo!! @someone", "[Update] AND Yahoo!! AND @someone", "signs of headlines"},
          {"=-x ==y", "\"x\" AND \"y\"", "marks before an exact word"},
      },
      kAll);
}

TEST(QueryParser, ReadsPatterns) {
  expect_readings(
      {
          {"chips semiconduct*", "chips AND semiconduct*", "any ending"},
          {"*chips organi?ation proces*rs", "*chips AND organi?ation AND proces*rs", "anywhere"},
          {"semi＊", "semi*", "full-width"},
          {"is it?", "is AND it?", "a question mark: the end may be missing"},
          {"(semi*), “x”", "semi* AND \"x\"", "punctuation around"},
          {"title:semi* body:x*y", "title:semi* AND body:x*y", "in fields"},
          {"deepsek~1 nvidai~ hauwei~2", "deepsek~1 AND nvidai~1 AND hauwei~2", "edits"},
          {"title:deepsek~2", "title:deepsek~2", "in a field"},
          {"caps:Apple caps:(AI OR IT)", "caps:Apple AND (caps:AI OR caps:IT)", "as written"},
          {"id:a*b url:x?y", "id:a*b AND url:x?y", "no operator in addresses and ids"},
      },
      kAll);
}

TEST(QueryParser, ReadsProximity) {
  expect_readings(
      {
          {"Nvidia NEAR/15 license", "Nvidia NEAR/15 license", "near"},
          {"export ADJ/5 rule a", "(export ADJ/5 rule) AND a", "binds tighter than AND"},
          {"NOT a SENTENCE b OR c", "NOT (a SENTENCE b) OR c", "and than NOT"},
          {"a NEAR/5 b PARAGRAPH c", "a NEAR/5 b PARAGRAPH c", "a chain"},
          {"(a OR \"b c\") NEAR/3 (de* OR (eee~1 OR caps:F))",
           "(a OR \"b c\") NEAR/3 (de* OR (eee~1 OR caps:F))", "groups of OR"},
          {"title:(a NEAR/5 \"b c\")", "title:a NEAR/5 title:\"b c\"", "in a field"},
          {"a ＮＥＡＲ/5 b", "a NEAR/5 b", "full-width"},
          {"!!! NEAR/5 a NEAR/2 ... NEAR/3 b", "a NEAR/3 b", "what says nothing is dropped"},
          {"near sentence Paragraph", "near AND sentence AND Paragraph", "words"},
          {"\"NEAR/5\"", "\"NEAR/5\"", "quoted"},
          {"atleast:5 Huawei x", "atleast:5 Huawei AND x", "counts what follows"},
          {"-atleast:2 (a OR b)", "NOT atleast:2 (a OR b)", "a group"},
          {"atleast:3 \"a b\" OR c", "atleast:3 \"a b\" OR c", "a phrase"},
      },
      kAll);
}

TEST(QueryParser, ReadsFields) {
  expect_readings(
      {
          {"title:chips LEAD:chips Body:\"a b\"", "title:chips AND lead:chips AND body:\"a b\"",
           "names in any case"},
          {"title:(a OR \"b c\" -d)", "title:a OR (title:\"b c\" AND NOT title:d)",
           "given to each"},
          {"title:=chips title:AND", "title:\"chips\" AND title:AND",
           "exact; a value is no operator"},
          {"company:(nvidia OR amd) source:\"Le Monde\"",
           "(company:nvidia OR company:amd) AND source:\"Le Monde\"", "values as typed"},
          {"company:nvidia,amd, x", "company:nvidia,amd AND x", "a comma inside a value"},
          {"author:\"Jane Doe\" lang:en year:2025", "author:\"Jane Doe\" AND lang:en AND year:2025",
           "metadata"},
          {"url:https://a.b/?c=(d) (id:a~b)", "url:https://a.b/?c=(d) AND id:a~b",
           "nothing is an operator in addresses and ids"},
          {"about:nvidia about:\"Jensen Huang\" -about:(a OR b)",
           "about:nvidia AND about:\"Jensen Huang\" AND NOT (about:a OR about:b)", "salience"},
          {"title：芯片", "title:芯片", "a full-width colon"},
          {"title:10:30", "title:10:30", "a colon in a value"},
      },
      kAll);
}

TEST(QueryParser, ReadsDates) {
  expect_readings(
      {
          {"date:2025", "date:2025", "a year"},
          {"date:2025-03..2025-06", "date:2025-03..2025-06", "both ends"},
          {"date:2025-03.. date:..2025", "date:2025-03.. AND date:..2025", "one end"},
          {"date:2025..2025", "date:2025", "one year"},
          {"date:2025-06..2025", "date:2025-06..2025", "until the end of the year"},
          {"after:2025-03", "date:2025-04-01..", "after the end of the month"},
          {"after:2025", "date:2026-01-01..", "after the end of the year"},
          {"before:2025-03", "date:..2025-02-28", "before the start of the month"},
          {"date:(2024 OR 2026-02-28)", "date:2024 OR date:2026-02-28", "in parentheses"},
          {"date:２０２５", "date:2025", "full-width digits"},
          {"date:2025 2026", "date:2025 AND 2026", "a number after a date is a word"},
      },
      kAll);
}

TEST(QueryParser, CountsPeriodsBackFromToday) {
  QueryOptions on_leap_day;
  on_leap_day.today = parse_partial_date("2024-02-29")->first_day();
  expect_readings(
      {
          {"date:P3W", "date:2024-02-08..2024-02-29", "until today"},
          {"date:P0D", "date:2024-02-29", "today"},
          {"date:P1Y6M2D", "date:2022-08-27..2024-02-29", "months first, then days"},
          {"date:P1Y", "date:2023-02-28..2024-02-29", "a day that the month lacks is its last"},
          {"date:P1Y..P6M", "date:2023-02-28..2023-08-29", "both ends"},
          {"date:P1M.. date:..P1M", "date:2024-01-29.. AND date:..2024-01-29", "one end"},
          {"after:P1W", "date:2024-02-23..", "the day itself is not after itself"},
          {"before:P1W", "date:..2024-02-21", "nor before"},
          {"date:Ｐ３Ｗ", "date:2024-02-08..2024-02-29", "full-width"},
          {"P3W", "P3W", "a word"},
      },
      on_leap_day);
}

TEST(QueryParser, JoinsNeighboursWithOrWhenAsked) {
  expect_readings(
      {
          {"a b c", "a OR b OR c", "any"},
          {"a b AND c", "a OR (b AND c)", "a written AND binds tighter"},
          {"a b -c", "(a OR b) AND NOT c", "excluded, whatever else matches"},
          {"-c a", "a AND NOT c", "one alternative"},
          {"a OR b NOT c", "(a OR b) AND NOT c", "NOT without an operator before it excludes"},
          {"a OR NOT c", "a OR NOT c", "beside a written OR it is an alternative"},
          {"-a -b", "NOT a AND NOT b", "both"},
          {"+a b c", "+a OR b OR c", "a must match, b and c add to the score"},
          {"+a +b c -d", "(+(a AND b) OR c) AND NOT d", "all three kinds"},
          {"+a", "a", "alone"},
      },
      kAny);
}

TEST(QueryParser, PlainSyntaxHasNoOperators) {
  expect_readings(
      {
          {"a AND b OR NOT c", "a AND and AND b AND or AND not AND c", "words"},
          {"\"a b\" (c -d +e) title:f", "a AND b AND c AND d AND e AND title AND f",
           "signs separate"},
          {"semi* wh?t ~1 x|y", "semi AND wh AND t AND 1 AND x AND y", "wildcards separate"},
          {"a w/5 NEAR b SENTENCE c near5",
           "a AND w AND 5 AND near AND b AND sentence AND c AND near AND 5",
           "operators of this and other languages"},
          {"start-up d'Nvidia 10:30", "start-up AND d'Nvidia AND 10:30", "words as elsewhere"},
          {"Chips chips", "Chips AND chips", "what is said twice weighs twice"},
          {"\"(", "\"\"", "nothing is left"},
          {" ", "", "everything"},
      },
      kPlain);
  expect_readings({{"a b", "a OR b", "default operator"}}, kPlainAny);
}

TEST(QueryParser, PlainSyntaxKeepsTheFirstTerms) {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text.append("w").append(std::to_string(i)).append("\n");
  }
  const QueryNode query = parse_query(text, kPlain);
  ASSERT_EQ(query.children.size(), kMaxQueryTerms);
  EXPECT_EQ(query.children.back().text, "w63");
}

TEST(QueryParser, TellsWherePartsStand) {
  const QueryNode query = parse_query("芯片 AND (title:\"a b\" OR -c)", kAll);
  EXPECT_EQ(query.begin, 0U);
  EXPECT_EQ(query.end, 26U);
  ASSERT_EQ(query.children.size(), 2U);
  EXPECT_EQ(query.children[0].end, 2U);
  const QueryNode& group = query.children[1];
  EXPECT_EQ(group.begin, 7U) << "with its parentheses";
  EXPECT_EQ(group.children.at(0).begin, 8U) << "with the field";
  EXPECT_EQ(group.children.at(0).end, 19U) << "with the quotes";
  EXPECT_EQ(group.children.at(1).begin, 23U) << "with the sign";
}

TEST(QueryParser, MakesNodes) {
  const QueryNode facet = parse_query("company:\"Advanced Micro Devices\"", kAll);
  EXPECT_EQ(facet.kind, QueryKind::facet_value);
  EXPECT_EQ(facet.facet, Facet::company);
  EXPECT_EQ(facet.text, "Advanced Micro Devices") << "resolved later";

  const QueryNode exact = parse_query("title:\"Chips\"", kAll);
  EXPECT_EQ(exact.kind, QueryKind::word);
  EXPECT_TRUE(exact.exact);
  EXPECT_EQ(exact.field, Field::title);
  EXPECT_EQ(exact.text, "Chips") << "as typed";

  const QueryNode date = parse_query("date:2025-03..", kAll);
  EXPECT_EQ(date.kind, QueryKind::date);
  ASSERT_TRUE(date.from);
  EXPECT_EQ(date.from->precision, DatePrecision::month);
  EXPECT_FALSE(date.to);

  EXPECT_EQ(parse_query("!!!", kAll).kind, QueryKind::nothing);
  EXPECT_EQ(parse_query("", kAll).kind, QueryKind::everything);
  EXPECT_EQ(parse_query("-a", kAll).kind, QueryKind::negation) << "everything except";
  EXPECT_EQ(parse_query("+a b", kAny).kind, QueryKind::preference);
}

}  // namespace
}  // namespace techpolicy
