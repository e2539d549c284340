#include "searchd/search/query_lexer.h"

#include <array>
#include <utility>

#include "searchd/search/query_fault.h"
#include "searchd/search/query_foreign.h"
#include "searchd/search/query_operators.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

/// Single spaces, none at the ends; quotation marks inside other quotes only separate words.
std::u32string quoted_text(std::u32string_view inner) {
  std::u32string text;
  for (const char32_t c : inner) {
    const bool gap = is_query_space(c) || quote_family(c) == QuoteFamily::quotation_mark;
    if (!gap) {
      text.push_back(c);
    } else if (!text.empty() && text.back() != U' ') {
      text.push_back(U' ');
    }
  }
  if (!text.empty() && text.back() == U' ') text.pop_back();
  return text;
}

}  // namespace

std::vector<QueryToken> QueryLexer::tokens() {
  while (skip_separators()) read_token();
  return std::move(tokens_);
}

void QueryLexer::read_token() {
  const char32_t c = at(position_);
  if (c == U'(') {
    add(QueryTokenKind::open, position_, position_ + 1);
  } else if (c == U')') {
    add(QueryTokenKind::close, position_, position_ + 1);
  } else if (is_quote_at(position_)) {
    read_quoted(false);
  } else if (is_sign(c) && read_sign()) {
    return;  // The operand is the next token.
  } else if (c == U'=' && starts_operand(position_ + 1)) {
    read_exact();
  } else {
    read_word();
  }
}

/// A sign is an operator only after a gap or "(" and before an operand: "start-up", "a - b".
bool QueryLexer::read_sign() {
  const bool starts = position_ == 0 || is_gap(position_ - 1) || at(position_ - 1) == U'(';
  std::size_t end = position_;
  while (is_sign(at(end))) ++end;
  if (!starts_operand(end)) return false;
  if (!starts) {
    throw QueryFault("dangling_operator", position_,
                     "Put a space before a \"+\" or \"-\" that is meant as an operator.",
                     {{position_, end, U" "}});
  }
  if (end - position_ > 1) {
    throw QueryFault(
        "dangling_operator", position_,
        "Several signs in a row; write one \"+\" or \"-\" before what it is meant for.",
        {{position_, end - 1, U""}});
  }
  const bool minus = at(position_) == U'-';
  add(minus ? QueryTokenKind::minus : QueryTokenKind::plus, position_, end);
  return true;
}

void QueryLexer::read_exact() {
  const std::size_t next = position_ + 1;
  if (at(next) == U'(' || field_at(next)) {
    throw QueryFault("dangling_operator", position_,
                     "\"=\" makes one word exact; write it directly before a word.",
                     {{position_, next, U""}});
  }
  if (is_quote_at(next)) {
    position_ = next;
    return read_quoted(false);
  }
  const std::size_t begin = after_marks(next);
  const std::size_t end = address_end(text_, begin);
  if (end == begin) return read_bare_word(begin, true);
  add(QueryTokenKind::word, begin, end).exact = true;
}

/// Past "+", "-" and "=" that are no operators and no part of a word, unless nothing follows.
std::size_t QueryLexer::after_marks(std::size_t place) const {
  std::size_t end = place;
  while (is_sign(at(end)) || at(end) == U'=') ++end;
  return ends_word(end) || is_gap(end) ? place : end;
}

std::size_t QueryLexer::word_end(std::size_t begin) const {
  std::size_t end = begin;
  while (!ends_word(end) && !is_gap(end)) ++end;
  return end;
}

void QueryLexer::read_word() {
  position_ = after_marks(position_);
  const std::size_t end = address_end(text_, position_);
  if (end != position_) {
    add(QueryTokenKind::word, position_, end);
  } else if (!read_field()) {
    read_bare_word(position_, false);
  }
}

void QueryLexer::read_bare_word(std::size_t begin, bool exact) {
  const std::size_t end = word_end(begin);
  if (!exact) {
    const std::string word = ascii_text(text_.substr(begin, end - begin));
    constexpr std::array<std::pair<std::string_view, QueryTokenKind>, 3> kOperators = {
        {{"AND", QueryTokenKind::conjunction},
         {"OR", QueryTokenKind::disjunction},
         {"NOT", QueryTokenKind::negation}}};
    for (const auto& [name, kind] : kOperators) {
      if (word == name) return static_cast<void>(add(kind, begin, end));
    }
    refuse_foreign_word_operator(begin, end);
    refuse_foreign_field(begin, end);
    refuse_square_bracket(begin, end);
    refuse_foreign_operator(text_, begin, end);
    if (const std::optional<Proximity> proximity = proximity_operator(word)) {
      add(QueryTokenKind::proximity, begin, end).proximity = *proximity;
      return;
    }
  }
  refuse_symbols_in_word(text_, begin, end);
  add(QueryTokenKind::word, begin, end).exact = exact;
}

void QueryLexer::read_quoted(bool literal) {
  const std::size_t begin = position_;
  const QuoteFamily family = quote_family(text_[begin]);
  std::size_t end = begin + 1;
  while (end < text_.size() && quote_family(text_[end]) != family) ++end;
  if (end == text_.size()) refuse_open_quote(begin);
  if (!literal) refuse_wildcards_in_quotes(text_, begin + 1, end);
  std::u32string text = quoted_text(text_.substr(begin + 1, end - begin - 1));
  add(QueryTokenKind::quoted, begin, end + 1).text = std::move(text);
  refuse_after_quote(begin, end + 1);
}

bool QueryLexer::read_field() {
  const std::size_t begin = position_;
  refuse_date_comparison(begin);
  const std::size_t colon = name_end(begin);
  if (colon == begin || at(colon) != U':') return false;
  const bool has_value = starts_operand(colon + 1);
  const std::string typed = name(begin, colon);
  if (const std::optional<QueryField> field = query_field_by_name(typed)) {
    if (!has_value) refuse_empty_value(colon);
    add(QueryTokenKind::field, begin, colon + 1).field = *field;
    read_value(*field, begin);
    return true;
  }
  if (typed == "atleast") {
    read_at_least(begin, colon);
    return true;
  }
  std::string_view nearest = own_field(typed);
  if (nearest.empty()) nearest = nearest_name(typed, query_field_names());
  // A headline: "Nvidia: record sales".
  if (!has_value && nearest.empty()) return false;
  refuse_unknown_field(colon, nearest);
}

/// "atleast:5 Huawei": the number belongs to the operator.
void QueryLexer::read_at_least(std::size_t begin, std::size_t colon) {
  const std::size_t end = word_end(colon + 1);
  const std::string digits = ascii_text(text_.substr(colon + 1, end - colon - 1));
  constexpr std::size_t kMaxDigits = 4;
  const bool is_number = !digits.empty() && digits.size() <= kMaxDigits &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  const unsigned long number = is_number ? std::stoul(digits) : 0;
  if (number < 1 || number > kMaxAtLeast) {
    throw QueryFault("bad_number", begin,
                     "Write a number from 1 to " + std::to_string(kMaxAtLeast) +
                         " directly after \"atleast:\", and then what to count.",
                     {{begin, is_number ? end : colon + 1, U" "}});
  }
  add(QueryTokenKind::at_least, begin, end).number = static_cast<std::uint32_t>(number);
}

void QueryLexer::read_value(const QueryField& field, std::size_t field_begin) {
  if (at(position_) == U'(')
    return static_cast<void>(add(QueryTokenKind::open, position_, position_ + 1));
  refuse_sign_in_value(field_begin);
  if (field.is_date()) refuse_bracket_range(position_);
  const bool exact = at(position_) == U'=' && !ends_word(position_ + 1);
  if (exact) ++position_;
  if (is_quote_at(position_)) return read_quoted(field.is_literal());
  if (at(position_) == U'=' && is_quote_at(position_ + 1)) return read_exact();
  const std::size_t begin = after_marks(position_);
  const bool address = field.kind == QueryFieldKind::url || address_end(text_, begin) != begin;
  std::size_t end = begin;
  while (!address && !ends_word(end)) ++end;
  if (address) end = literal_end(text_, begin);
  while (!address && end > begin + 1 && is_separator_at(text_.substr(0, end), end - 1)) --end;
  if (!address && !field.is_literal()) {
    refuse_symbols_in_word(text_, begin, end);
    if (field_at(begin)) {
      throw QueryFault("nested_field", begin, "A field cannot hold another field.",
                       {{begin, name_end(begin) + 1, U""}});
    }
  }
  add(QueryTokenKind::word, begin, end).exact = exact;
}

}  // namespace techpolicy
