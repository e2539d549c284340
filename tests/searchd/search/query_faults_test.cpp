// What a wrong query is told: text -> code, position and repair; and the limits.
#include <chrono>
#include <gtest/gtest.h>
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

RequestFault fault_of(std::string_view text, const QueryOptions& options = kAll) {
  try {
    const std::string canonical = print_query(parse_query(text, options));
    ADD_FAILURE() << "no fault in " << text << ", read as " << canonical;
  } catch (const BadRequest& bad) {
    EXPECT_EQ(bad.faults().size(), 1U);
    return bad.faults().front();
  }
  return {};
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

struct Fault {
  std::string_view text;
  std::string_view code;
  std::size_t position;
  std::string_view suggestion;
  std::string_view reason;
};

void expect_faults(const std::vector<Fault>& rows) {
  for (const Fault& row : rows) {
    SCOPED_TRACE(std::string(row.text) + " | " + std::string(row.reason));
    const RequestFault fault = fault_of(row.text);
    EXPECT_EQ(fault.code, row.code);
    EXPECT_EQ(fault.position, row.position);
    EXPECT_EQ(fault.suggestion, row.suggestion);
    EXPECT_EQ(fault.parameter, "q");
    EXPECT_FALSE(fault.detail.empty());
  }
}

TEST(QueryFaults, QuotesAndParentheses) {
  expect_faults({
      {"芯片 \"a b", "unbalanced_quote", 3, "芯片 \"a b\"", "position in code points"},
      {"\"export controls AND huawei", "unbalanced_quote", 0, "\"export controls\" AND huawei",
       "closed before an operator"},
      {"(\"a b) c", "unbalanced_quote", 1, "(\"a b\") c", "closed before a parenthesis"},
      {"15\" screen", "unbalanced_quote", 2, "15 screen", "inches: the quote is left out"},
      {"foo \"", "unbalanced_quote", 4, "foo", "nothing in it"},
      {"«a b", "unbalanced_quote", 0, "«a b»", "closed by its own kind"},
      {"「a b", "unbalanced_quote", 0, "「a b」", "closed by its own kind"},
      {"(a", "unbalanced_parenthesis", 0, "(a)", "closed at the end"},
      {"((a b) c", "unbalanced_parenthesis", 0, "((a b) c)", "the outer one"},
      {"a) b", "unbalanced_parenthesis", 1, "a b", "left out"},
      {"foo :)", "unbalanced_parenthesis", 5, "foo :", "a smiley"},
      {"() a", "empty_parentheses", 0, "a", "left out"},
      {"a AND ()", "empty_parentheses", 6, "a", "with its operator"},
      {"title:()", "empty_parentheses", 6, "", "nothing is left to propose"},
  });
}

TEST(QueryFaults, Operators) {
  expect_faults({
      {"AND foo", "dangling_operator", 0, "foo", "nothing before"},
      {"foo OR", "dangling_operator", 4, "foo", "nothing after"},
      {"foo AND OR bar", "dangling_operator", 8, "foo AND bar", "two in a row"},
      {"foo NOT AND bar", "dangling_operator", 8, "foo NOT bar", "the meaning of NOT is kept"},
      {"(foo AND) bar", "dangling_operator", 5, "(foo ) bar", "before a parenthesis"},
      {"NOT", "dangling_operator", 0, "", "nothing is left"},
      {"NOT +a", "dangling_operator", 4, "NOT a", "one or the other"},
      {"foo -AND bar", "dangling_operator", 4, "foo AND bar", "a sign before an operator"},
      {"--foo", "dangling_operator", 0, "-foo", "two signs"},
      {"\"foo\"-bar", "dangling_operator", 5, "\"foo\" bar", "a sign without a space before it"},
      {"=(a b)", "dangling_operator", 0, "(a b)", "exactness of a group"},
      {"=title:a", "dangling_operator", 0, "title:a", "exactness of a field"},
      {"company:-apple", "dangling_operator", 8, "-company:apple", "as in the address of a page"},
      {"-company:-apple", "dangling_operator", 9, "-company:apple", "two signs"},
      {"title:+a", "dangling_operator", 6, "title:a", "a sign inside"},
  });
}

TEST(QueryFaults, OperatorsOfOtherLanguages) {
  expect_faults({
      {"\"foo ba*\"", "unsupported_operator", 7, "(=foo ADJ/1 ba*)", "a wildcard in a phrase"},
      {"title:\"ex?ort of control*\" a", "unsupported_operator", 9,
       "title:(ex?ort ADJ/1 =of ADJ/1 control*) a", "several"},
      {"\"ba*\"", "unsupported_operator", 3, "ba*", "nothing but one"},
      {"\"a b\"~3", "unsupported_operator", 5, "(a NEAR/3 b)", "proximity of Lucene"},
      {"\"\" % b", "unsupported_operator", 3, "\"\" NOT b", "nothing before"},
      {"foo^2.5 bar", "unsupported_operator", 3, "foo bar", "boost of Lucene"},
      {"a && b || c", "unsupported_operator", 2, "a AND b OR c", "signs"},
      {"a|b", "unsupported_operator", 1, "a OR b", "signs"},
      {"a near/15 b", "unsupported_operator", 2, "a NEAR/15 b", "in small letters"},
      {"a NEAR b", "unsupported_operator", 2, "a NEAR/10 b", "without a number"},
      {"a ADJ b", "unsupported_operator", 2, "a ADJ/1 b", "without a number"},
      {"a NEAR5 b adj3 c", "unsupported_operator", 2, "a NEAR/5 b ADJ/3 c", "Factiva"},
      {"a w/5 b pre/3 c", "unsupported_operator", 2, "a NEAR/5 b ADJ/3 c", "Nexis"},
      {"a /5 b onear/2 c", "unsupported_operator", 2, "a NEAR/5 b ADJ/2 c", "Westlaw, Manticore"},
      {"a w/s b /p c w/para d", "unsupported_operator", 2, "a SENTENCE b PARAGRAPH c PARAGRAPH d",
       "units"},
  });
}

TEST(QueryFaults, Patterns) {
  expect_faults({
      {"a *", "wildcard_too_short", 2, "a", "everything is the empty query"},
      {"a* b", "wildcard_too_short", 0, "b", "one letter"},
      {"*芯*", "wildcard_too_short", 0, "", "one letter, also where there are no spaces"},
      {"start-up*", "bad_wildcard", 0, "start up*", "two words"},
      {"title:C++*s", "bad_wildcard", 6, "title:C", "signs in it, then too short"},
      {"ab~1", "fuzzy_too_short", 0, "ab", "nearly every word is near"},
      {"deepsek~3", "unsupported_operator", 7, "deepsek~2", "too far"},
      {"deepsek~1~2", "unsupported_operator", 7, "deepsek~2", "twice"},
      {"=semi*", "dangling_operator", 1, "semi*", "exact and not"},
      {"semi*~1", "dangling_operator", 0, "semi*", "both"},
      {"caps:\"Apple Pie\"", "bad_caps", 5, "caps:(Apple Pie)", "two words"},
      {"caps:App*", "bad_caps", 5, "caps:(App)", "a pattern"},
  });
}

TEST(QueryFaults, Proximity) {
  expect_faults({
      {"a NEAR/0 b", "bad_distance", 2, "a NEAR/1 b", "too near"},
      {"a ADJ/101 b", "bad_distance", 2, "a ADJ/100 b", "too far"},
      {"NEAR/5 b", "dangling_operator", 0, "b", "nothing before"},
      {"a SENTENCE", "dangling_operator", 2, "a", "nothing after"},
      {"a NEAR/5 NOT b", "dangling_operator", 9, "a NEAR/5 b", "what is not there is nowhere"},
      {"a NEAR/5 (b c)", "unsuitable_operand", 2, "a AND (b c)", "words without a place"},
      {"(a NEAR/2 b) NEAR/5 c", "unsuitable_operand", 13, "(a NEAR/2 b) AND c", "chains are flat"},
      {"a NEAR/5 company:nvidia", "unsuitable_operand", 2, "a AND company:nvidia", "no place"},
      {"title:a NEAR/5 b", "unsuitable_operand", 8, "title:a AND b", "two fields"},
      {"a NEAR/5 (b OR title:c)", "unsuitable_operand", 2, "a AND (b OR title:c)", "two fields"},
      {"atleast:0 a", "bad_number", 0, "a", "none"},
      {"atleast:1001 a", "bad_number", 0, "a", "too many"},
      {"atleast:x a", "bad_number", 0, "x a", "no number"},
      {"atleast: 3 a", "bad_number", 0, "3 a", "a space"},
      {"atleast:3", "dangling_operator", 0, "", "nothing to count"},
      {"atleast:3 (a b)", "unsuitable_operand", 0, "(a b)", "two things"},
      {"atleast:3 atleast:2 a", "unsuitable_operand", 0, "atleast:2 a", "twice"},
  });
}

TEST(QueryFaults, Fields) {
  expect_faults({
      {"compny:nvidia", "unknown_field", 0, "company:nvidia", "the nearest"},
      {"x AND tilte:a", "unknown_field", 6, "x AND title:a", "letters swapped"},
      {"foo:bar", "unknown_field", 0, "foo bar", "none is near"},
      {"a:b", "unknown_field", 0, "a b", "none is near"},
      {"NASDAQ:NVDA", "unknown_field", 0, "NASDAQ NVDA", "none is near"},
      {"compny: nvidia", "unknown_field", 0, "company:nvidia", "two repairs"},
      {"company: nvidia", "empty_field_value", 7, "company:nvidia", "a space"},
      {"title: \"a b\"", "empty_field_value", 5, "title:\"a b\"", "a space"},
      {"foo title:", "empty_field_value", 9, "foo title", "nothing"},
      {"(title:) foo", "empty_field_value", 6, "(title ) foo", "nothing"},
      {"title: AND foo", "empty_field_value", 5, "title AND foo", "an operator is no value"},
      {"foo title:!!!", "empty_field_value", 10, "foo", "no letter or digit"},
      {"foo title:\"\"", "empty_field_value", 10, "foo", "no letter or digit"},
      {"title:(company:nvidia b)", "nested_field", 7, "title:(nvidia b)", "a field in a field"},
      {"title:company:nvidia", "nested_field", 6, "title:nvidia", "a field in a field"},
  });
}

TEST(QueryFaults, Dates) {
  expect_faults({
      {"date:2025-13 x", "bad_date", 5, "x", "no such month"},
      {"date:2025/3/1", "bad_date", 5, "date:2025-03-01", "other signs"},
      {"date:2025-3", "bad_date", 5, "date:2025-03", "one digit"},
      {"date:2026..2025", "bad_date", 5, "date:2025..2026", "from late to early"},
      {"date:2024-2025", "bad_date", 5, "date:2024..2025", "another sign for a range"},
      {"date:2025-03 .. 2025-06", "bad_date", 5, "date:2025-03..2025-06", "spaces"},
      {"date:2025-03.. 2025-06", "bad_date", 5, "date:2025-03..2025-06", "a space"},
      {"date:2024 - 2025", "bad_date", 5, "date:2024..2025", "a dash"},
      {"date:7d x", "bad_date", 5, "date:P7D x", "a period as Google writes it"},
      {"after:p1y", "bad_date", 6, "after:P1Y", "small letters"},
      {"date:P1W3Y x", "bad_date", 5, "x", "units from large to small"},
      {"date:P9999Y x", "bad_date", 5, "x", "before the year 1"},
      {"date:P1Y..P2Y", "bad_date", 5, "date:P2Y..P1Y", "from late to early"},
      {"date:.. x", "bad_date", 5, "x", "neither end"},
      {"after:9999 x", "bad_date", 6, "x", "no date is later"},
      {"before:0001 x", "bad_date", 7, "x", "no date is earlier"},
      {"after:2024..2025 x", "bad_date", 6, "x", "a range"},
      {"year:2024..2025", "bad_date", 5, "date:2024..2025", "a range of years"},
      {"year:20255 x", "bad_date", 5, "x", "no year"},
  });
}

TEST(QueryFaults, Limits) {
  const std::string longest = repeated("a ", kMaxQueryCodePoints / 2);
  EXPECT_EQ(fault_of(longest).code, "too_many_terms") << "just short enough";
  EXPECT_EQ(fault_of(longest + "b").code, "too_long");
  EXPECT_EQ(fault_of(longest + "b").position, kMaxQueryCodePoints);
  EXPECT_EQ(fault_of(repeated("芯", 3000)).suggestion, repeated("芯", kMaxQueryCodePoints));

  const std::string most = repeated("a ", kMaxQueryTerms - 1);
  EXPECT_NO_THROW(static_cast<void>(parse_query(most + "b", kAll)));
  const RequestFault many = fault_of(most + "b (title:c AND d)");
  EXPECT_EQ(many.code, "too_many_terms");
  EXPECT_EQ(many.position, most.size() + 9) << "the first term too many";
  EXPECT_EQ(many.suggestion, most + "b") << "what is cut leaves nothing half done";
  EXPECT_EQ(fault_of(most + "\"b c\"").code, "too_many_terms") << "words of phrases count";
  EXPECT_NO_THROW(static_cast<void>(parse_query(most + "... b", kAll))) << "dropped ones do not";

  const auto nested = [](std::size_t depth) {
    return repeated("(a OR ", depth) + "b" + repeated(")", depth);
  };
  EXPECT_NO_THROW(static_cast<void>(parse_query(nested(kMaxQueryDepth), kAll)));
  EXPECT_EQ(fault_of(nested(kMaxQueryDepth + 1)).code, "too_deep");
  EXPECT_EQ(fault_of(nested(kMaxQueryDepth + 1)).position, 6 * kMaxQueryDepth);
  EXPECT_NO_THROW(static_cast<void>(parse_query(repeated("NOT ", kMaxQueryDepth) + "a", kAll)));
  EXPECT_EQ(fault_of(repeated("NOT ", kMaxQueryDepth + 1) + "a").code, "too_deep");
}

TEST(QueryFaults, DepthIsThatOfTheCanonicalText) {
  // With default operator any each level prints as two: ((+a OR b) AND NOT c).
  std::string text = "x";
  for (int i = 0; i < 15; ++i) text = std::string("(+").append(text).append(" b -c)");
  EXPECT_EQ(fault_of(text, kAny).code, "too_deep");
}

TEST(QueryFaults, PlainTextIsOnlyTooLong) {
  const RequestFault fault = fault_of(repeated("芯", kMaxPlainCodePoints + 1), kPlain);
  EXPECT_EQ(fault.code, "too_long");
  EXPECT_EQ(fault.suggestion, repeated("芯", kMaxPlainCodePoints));
}

TEST(QueryFaults, HostileInputReturnsAtOnce) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view piece : {"(",    ")",      "\"",      "-",   "+",     "NOT ",
                                       "AND ", "title:", "title: ", "a:",  "=(",    "*",
                                       "(-",   "«\"",    "date:x ", "a~",  "::",    "\"\" ",
                                       "://",  "()",     "- (",     "x\"", "芯\xFF"}) {
    const std::string text = repeated(piece, kMaxQueryCodePoints / piece.size());
    for (const QueryOptions& options : {kAll, kAny, kPlain}) {
      try {
        static_cast<void>(parse_query(text, options));
      } catch (const BadRequest&) {
      }
    }
  }
  const auto spent = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(spent, std::chrono::seconds(5));
}

}  // namespace
}  // namespace techpolicy
