#include "searchd/search/query_leaves.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_dates.h"
#include "searchd/search/query_fault.h"
#include "searchd/search/query_operators.h"

namespace techpolicy {
namespace {

bool has_wildcard(std::u32string_view word) {
  return has_letter_or_digit(word) && std::any_of(word.begin(), word.end(), is_wildcard);
}

std::u32string without_wildcards(std::u32string word) {
  std::erase_if(word, is_wildcard);
  return word;
}

std::size_t ascii_tilde(std::u32string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (ascii_form(word[i]) == U'~') return i;
  }
  return std::u32string_view::npos;
}

/// Letters and digits at both ends, wildcards counted as such.
std::u32string trimmed_pattern(std::u32string_view word) {
  const auto is_part = [](char32_t c) { return is_letter_or_digit(c) || is_wildcard(c); };
  std::size_t begin = 0;
  std::size_t end = word.size();
  while (begin < end && !is_part(word[begin])) ++begin;
  while (end > begin && !is_part(word[end - 1])) --end;
  std::u32string pattern;
  for (const char32_t c : word.substr(begin, end - begin)) {
    pattern.push_back(is_wildcard(c) ? ascii_form(c) : c);
  }
  return pattern;
}

[[noreturn]] void refuse_short_pattern(const QueryToken& token) {
  throw QueryFault("wildcard_too_short", token.begin,
                   "A word with * or ? needs " + std::to_string(kMinWildcardLetters) +
                       " letters or digits; for all articles leave the query empty.",
                   {{token.begin, token.end, U""}});
}

/// "semiconduct*": what a single word of the index may look like.
QueryNode wildcard_leaf(const QueryToken& token) {
  const std::u32string pattern = trimmed_pattern(token.text);
  const auto letters =
      static_cast<std::size_t>(std::count_if(pattern.begin(), pattern.end(), is_letter_or_digit));
  if (letters < kMinWildcardLetters) refuse_short_pattern(token);
  std::u32string parts;
  for (const char32_t c : pattern) parts += is_letter_or_digit(c) || is_wildcard(c) ? c : U' ';
  if (parts != pattern) {
    throw QueryFault("bad_wildcard", token.begin,
                     "A word with * or ? has no other signs in it; write its parts as words.",
                     {{token.begin, token.end, parts}});
  }
  QueryNode node;
  node.kind = QueryKind::wildcard;
  node.text = to_utf8(pattern);
  return node;
}

/// "deepsek~1"; "~" alone means "~1".
QueryNode fuzzy_leaf(const QueryToken& token, std::size_t tilde) {
  const std::u32string word = token.text.substr(0, tilde);
  const bool two = ascii_text(token.text).back() == '2';
  constexpr std::size_t kMinLetters = 3;
  const auto letters =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_letter_or_digit));
  if (letters < kMinLetters) {
    throw QueryFault("fuzzy_too_short", token.begin,
                     "A word with ~1 or ~2 needs 3 letters, else nearly every word is near it.",
                     {{token.begin, token.end, word}});
  }
  QueryNode node;
  node.kind = QueryKind::fuzzy;
  node.number = two ? 2 : 1;
  node.text = to_utf8(word);
  return node;
}

/// The words behind caps: are looked up as written.
QueryNode cased_leaf(const QueryToken& token) {
  QueryNode node;
  node.kind = QueryKind::cased;
  node.text = to_utf8(token.text);
  if (token.text.find(U' ') != std::u32string::npos || has_wildcard(token.text)) {
    throw QueryFault("bad_caps", token.begin, "caps: takes one whole word.",
                     {{token.begin, token.end, U"(" + without_wildcards(token.text) + U")"}});
  }
  return node;
}

/// A word with an operator of its own: "semi*", "deepsek~1".
std::optional<QueryNode> pattern_leaf(const QueryToken& token) {
  if (token.kind != QueryTokenKind::word || address_end(token.text, 0) != 0) return std::nullopt;
  const std::size_t tilde = ascii_tilde(token.text);
  const bool wild = has_wildcard(token.text);
  if (!wild && tilde == std::u32string::npos) return std::nullopt;
  if (token.exact || (wild && tilde != std::u32string::npos)) {
    throw QueryFault("dangling_operator", token.begin,
                     "\"=\", \"~\" and wildcards do not go together; use one of them.",
                     {token.exact ? QueryEdit{token.begin - 1, token.begin, U""}
                                  : QueryEdit{token.begin + tilde, token.end, U""}});
  }
  return wild ? wildcard_leaf(token) : fuzzy_leaf(token, tilde);
}

QueryNode text_leaf(const QueryToken& token, std::optional<Field> field) {
  if (std::optional<QueryNode> pattern = pattern_leaf(token)) {
    pattern->field = field;
    return std::move(*pattern);
  }
  QueryNode node;
  const bool quoted = token.kind == QueryTokenKind::quoted;
  const bool phrase = quoted && token.text.find(U' ') != std::u32string::npos;
  node.kind = phrase ? QueryKind::phrase : QueryKind::word;
  node.exact = !phrase && (quoted || token.exact);
  node.field = field;
  node.text = to_utf8(token.text);
  return node;
}

/// Puts a good value in place of a bad one, or leaves the clause out where there is none.
std::vector<QueryEdit> date_edits(const QueryToken& token, std::size_t begin,
                                  const std::string& value) {
  if (value.empty()) return {{begin, token.end, U""}};
  return {{token.begin, token.end, to_code_points(value)}};
}

[[noreturn]] void refuse_date(const QueryToken& token, QueryFieldKind kind, std::size_t begin) {
  const std::string forms = kind == QueryFieldKind::date
                                ? ", or a range from early to late such as 2025-03..2025-06."
                                : ".";
  throw QueryFault("bad_date", token.begin,
                   "Write a date as YYYY, YYYY-MM or YYYY-MM-DD, a period before today as P3W or "
                   "P1Y6M" +
                       forms,
                   date_edits(token, begin, repaired_date_value(kind, ascii_text(token.text))));
}

QueryNode date_leaf(const QueryToken& token, QueryFieldKind kind, std::size_t begin,
                    DayNumber today) {
  const std::optional<DateRange> range = parse_date_value(kind, ascii_text(token.text), today);
  if (!range) refuse_date(token, kind, begin);
  QueryNode node;
  node.kind = QueryKind::date;
  node.from = range->from;
  node.to = range->to;
  return node;
}

QueryNode year_leaf(const QueryToken& token, std::size_t begin) {
  const std::string text = ascii_text(token.text);
  const std::optional<PartialDate> year = parse_partial_date(text);
  if (!year || year->precision != DatePrecision::year) {
    // A longer date or a range is what date: is for.
    std::string value = parse_date_value(QueryFieldKind::date, text, 0)
                            ? text
                            : repaired_date_value(QueryFieldKind::date, text);
    if (!value.empty()) value = "date:" + value;
    throw QueryFault("bad_date", token.begin,
                     "Write a year as YYYY; date: takes months, days and ranges.",
                     {{begin, token.end, to_code_points(value)}});
  }
  QueryNode node;
  node.kind = QueryKind::facet_value;
  node.facet = Facet::year;
  node.text = text;
  return node;
}

QueryNode value_leaf(const QueryToken& token, QueryKind kind) {
  QueryNode node;
  node.kind = kind;
  node.text = to_utf8(token.text);
  return node;
}

QueryNode facet_leaf(const QueryToken& token, Facet facet, std::size_t begin) {
  if (facet == Facet::year) return year_leaf(token, begin);
  QueryNode node = value_leaf(token, QueryKind::facet_value);
  node.facet = facet;
  return node;
}

QueryNode field_leaf(const QueryToken& token, const QueryField& field, std::size_t begin,
                     DayNumber today) {
  switch (field.kind) {
    case QueryFieldKind::text:
      return text_leaf(token, field.field);
    case QueryFieldKind::facet:
      return facet_leaf(token, field.facet, begin);
    case QueryFieldKind::caps:
      return cased_leaf(token);
    case QueryFieldKind::about:
      return value_leaf(token, QueryKind::about);
    case QueryFieldKind::author:
      return value_leaf(token, QueryKind::author);
    case QueryFieldKind::url:
      return value_leaf(token, QueryKind::url);
    case QueryFieldKind::id:
      return value_leaf(token, QueryKind::id);
    case QueryFieldKind::date:
    case QueryFieldKind::after:
    case QueryFieldKind::before:
      return date_leaf(token, field.kind, begin, today);
  }
  return {};
}

}  // namespace

QueryNode make_leaf(const QueryToken& token, const std::optional<QueryField>& field,
                    std::size_t begin, DayNumber today) {
  QueryNode node;
  if (field) {
    if (!has_letter_or_digit(token.text) && !field->is_date()) {
      throw QueryFault("empty_field_value", token.begin, "The value has no letter and no digit.",
                       {{begin, token.end, U""}});
    }
    node = field_leaf(token, *field, begin, today);
  } else if (has_letter_or_digit(token.text)) {
    node = text_leaf(token, std::nullopt);
  } else {
    if (token.text.find(U'*') != std::u32string::npos) refuse_short_pattern(token);
    node.kind = QueryKind::nothing;
  }
  node.begin = begin;
  node.end = token.end;
  return node;
}

void refuse_split_range(const QueryToken& token, const QueryToken& next) {
  if (next.kind != QueryTokenKind::word) return;
  const std::string rest = ascii_text(next.text);
  const bool dash = rest == "-" || next.text == U"\u2013" || next.text == U"\u2014";
  const bool goes_on = rest.starts_with("..") ||
                       (ascii_text(token.text).ends_with("..") && parse_partial_date(rest));
  if (!dash && !goes_on) return;
  throw QueryFault(
      "bad_date", token.begin, "Write a range of dates as 2025-03..2025-06.",
      {dash ? QueryEdit{token.end, next.end, U".."} : QueryEdit{token.end, next.begin, U""}});
}

}  // namespace techpolicy
