#include "searchd/search/query_leaves.h"

#include <string>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_dates.h"
#include "searchd/search/query_fault.h"

namespace techpolicy {
namespace {

QueryNode text_leaf(const QueryToken& token, std::optional<Field> field) {
  QueryNode node;
  const bool quoted = token.kind == QueryTokenKind::quoted;
  const bool phrase = quoted && token.text.find(U' ') != std::u32string::npos;
  node.kind = phrase ? QueryKind::phrase : QueryKind::word;
  node.exact = !phrase && (quoted || token.exact);
  node.field = field;
  node.text = to_utf8(token.text);
  return node;
}

/// "P3W", "P1Y6M": a period before today.
bool is_period(std::string_view text) {
  return text.size() > 2 && text[0] == 'P' && text[1] >= '0' && text[1] <= '9' &&
         text.find_first_not_of("0123456789YMWD", 1) == std::string_view::npos;
}

/// Puts a good value in place of a bad one, or leaves the clause out where there is none.
std::vector<QueryEdit> date_edits(const QueryToken& token, std::size_t begin,
                                  const std::string& value) {
  if (value.empty()) return {{begin, token.end, U""}};
  return {{token.begin, token.end, to_code_points(value)}};
}

[[noreturn]] void refuse_date(const QueryToken& token, QueryFieldKind kind, std::size_t begin) {
  const std::string text = ascii_text(token.text);
  if (is_period(text)) {
    throw QueryFault("unsupported_operator", token.begin,
                     "A period before today is not supported. Write a date.",
                     date_edits(token, begin, ""));
  }
  const std::string forms = kind == QueryFieldKind::date
                                ? ", or a range from early to late such as 2025-03..2025-06."
                                : ".";
  throw QueryFault("bad_date", token.begin, "Write a date as YYYY, YYYY-MM or YYYY-MM-DD" + forms,
                   date_edits(token, begin, repaired_date_value(kind, text)));
}

QueryNode date_leaf(const QueryToken& token, QueryFieldKind kind, std::size_t begin) {
  const std::optional<DateRange> range = parse_date_value(kind, ascii_text(token.text));
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
    std::string value = parse_date_value(QueryFieldKind::date, text)
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

QueryNode field_leaf(const QueryToken& token, const QueryField& field, std::size_t begin) {
  switch (field.kind) {
    case QueryFieldKind::text:
      return text_leaf(token, field.field);
    case QueryFieldKind::facet:
      return facet_leaf(token, field.facet, begin);
    case QueryFieldKind::author:
      return value_leaf(token, QueryKind::author);
    case QueryFieldKind::url:
      return value_leaf(token, QueryKind::url);
    case QueryFieldKind::id:
      return value_leaf(token, QueryKind::id);
    case QueryFieldKind::date:
    case QueryFieldKind::after:
    case QueryFieldKind::before:
      return date_leaf(token, field.kind, begin);
  }
  return {};
}

}  // namespace

QueryNode make_leaf(const QueryToken& token, const std::optional<QueryField>& field,
                    std::size_t begin) {
  QueryNode node;
  if (field) {
    if (!has_letter_or_digit(token.text) && !field->is_date()) {
      throw QueryFault("empty_field_value", token.begin, "The value has no letter and no digit.",
                       {{begin, token.end, U""}});
    }
    node = field_leaf(token, *field, begin);
  } else if (has_letter_or_digit(token.text)) {
    node = text_leaf(token, std::nullopt);
  } else {
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
