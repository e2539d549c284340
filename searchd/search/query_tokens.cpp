#include "searchd/search/query_tokens.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"
#include "searchd/search/search_request.h"
#include "searchd/search/unsupported_operators.h"

namespace techpolicy {
namespace {

bool is_sign(char32_t c) { return c == U'+' || c == U'-'; }

bool is_name_character(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
}

class Lexer {
 public:
  explicit Lexer(std::u32string_view text) : text_(text) {}

  std::vector<QueryToken> tokens() {
    while (skip_separators()) read_token();
    return std::move(tokens_);
  }

  std::vector<QueryToken> plain_tokens() {
    while (skip_separators()) read_plain_word();
    return std::move(tokens_);
  }

 private:
  /// The character as the grammar sees it; NUL past the end.
  [[nodiscard]] char32_t at(std::size_t place) const {
    return place < text_.size() ? ascii_form(text_[place]) : U'\0';
  }
  [[nodiscard]] bool is_quote_at(std::size_t place) const {
    return place < text_.size() && quote_family(text_[place]) != QuoteFamily::none;
  }
  [[nodiscard]] bool ends_word(std::size_t place) const {
    return is_query_space(at(place)) || at(place) == U'(' || at(place) == U')' ||
           is_quote_at(place);
  }
  [[nodiscard]] bool is_gap(std::size_t place) const {
    return is_query_space(at(place)) || (place < text_.size() && is_separator_at(text_, place));
  }
  [[nodiscard]] bool starts_operand(std::size_t place) const {
    return !is_gap(place) && at(place) != U')';
  }
  [[nodiscard]] std::size_t name_end(std::size_t place) const {
    while (is_name_character(at(place))) ++place;
    return place;
  }
  [[nodiscard]] std::string name(std::size_t begin, std::size_t end) const {
    return ascii_lower_case(ascii_text(text_.substr(begin, end - begin)));
  }
  /// The known field whose name and colon stand at a place.
  [[nodiscard]] std::optional<QueryField> field_at(std::size_t place) const {
    const std::size_t end = name_end(place);
    return at(end) == U':' ? query_field_by_name(name(place, end)) : std::nullopt;
  }

  bool skip_separators() {
    while (position_ < text_.size() && is_gap(position_)) ++position_;
    return position_ < text_.size();
  }

  QueryToken& add(QueryTokenKind kind, std::size_t begin, std::size_t end) {
    QueryToken token;
    token.kind = kind;
    token.begin = begin;
    token.end = end;
    if (kind == QueryTokenKind::word) token.text = text_.substr(begin, end - begin);
    tokens_.push_back(std::move(token));
    position_ = end;
    return tokens_.back();
  }

  void read_token();
  bool read_sign();
  void read_exact();
  void read_word();
  void read_bare_word(std::size_t begin, bool exact);
  void read_quoted(bool literal);
  bool read_field();
  void read_value(const QueryField& field, std::size_t field_begin);
  void read_plain_word();
  void add_plain_word(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t word_end(std::size_t begin) const;
  [[nodiscard]] std::size_t after_marks(std::size_t place) const;
  [[nodiscard]] std::size_t open_quote_end(std::size_t begin) const;

  [[noreturn]] void refuse_open_quote(std::size_t begin) const;
  [[noreturn]] void refuse_unknown_field(std::size_t colon, std::string_view nearest) const;
  [[noreturn]] void refuse_unsupported_field(std::size_t colon) const;
  [[noreturn]] void refuse_empty_value(std::size_t colon) const;
  void refuse_sign_in_value(std::size_t field_begin) const;

  std::u32string_view text_;
  std::size_t position_ = 0;
  std::vector<QueryToken> tokens_;
};

void Lexer::read_token() {
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
bool Lexer::read_sign() {
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
    throw QueryFault("dangling_operator", position_,
                     "Several signs in a row; write one \"+\" or \"-\" before what it is meant for.",
                     {{position_, end - 1, U""}});
  }
  const bool minus = at(position_) == U'-';
  add(minus ? QueryTokenKind::minus : QueryTokenKind::plus, position_, end);
  return true;
}

void Lexer::read_exact() {
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
std::size_t Lexer::after_marks(std::size_t place) const {
  std::size_t end = place;
  while (is_sign(at(end)) || at(end) == U'=') ++end;
  return ends_word(end) || is_gap(end) ? place : end;
}

std::size_t Lexer::word_end(std::size_t begin) const {
  std::size_t end = begin;
  while (!ends_word(end) && !is_gap(end)) ++end;
  return end;
}

void Lexer::read_word() {
  position_ = after_marks(position_);
  const std::size_t end = address_end(text_, position_);
  if (end != position_) {
    add(QueryTokenKind::word, position_, end);
  } else if (!read_field()) {
    read_bare_word(position_, false);
  }
}

void Lexer::read_bare_word(std::size_t begin, bool exact) {
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
    refuse_unsupported_word(text_, begin, end);
  }
  refuse_symbols_in_word(text_, begin, end);
  add(QueryTokenKind::word, begin, end).exact = exact;
}

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

void Lexer::read_quoted(bool literal) {
  const std::size_t begin = position_;
  const QuoteFamily family = quote_family(text_[begin]);
  std::size_t end = begin + 1;
  while (end < text_.size() && quote_family(text_[end]) != family) ++end;
  if (end == text_.size()) refuse_open_quote(begin);
  if (!literal) refuse_wildcards_in_quotes(text_, begin + 1, end);
  std::u32string text = quoted_text(text_.substr(begin + 1, end - begin - 1));
  add(QueryTokenKind::quoted, begin, end + 1).text = std::move(text);
}

bool Lexer::read_field() {
  const std::size_t begin = position_;
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
  if (is_unsupported_field(typed)) refuse_unsupported_field(colon);
  const std::string_view nearest = nearest_name(typed, query_field_names());
  // A headline: "Nvidia: record sales".
  if (!has_value && nearest.empty()) return false;
  refuse_unknown_field(colon, nearest);
}

void Lexer::read_value(const QueryField& field, std::size_t field_begin) {
  if (at(position_) == U'(') return static_cast<void>(add(QueryTokenKind::open, position_, position_ + 1));
  refuse_sign_in_value(field_begin);
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

void Lexer::refuse_sign_in_value(std::size_t field_begin) const {
  if (!is_sign(at(position_)) || !starts_operand(position_ + 1)) return;
  const bool move = at(position_) == U'-' && (field_begin == 0 || !is_sign(at(field_begin - 1)));
  throw QueryFault("dangling_operator", position_, "Write the sign before the name of the field.",
                   {{field_begin, field_begin, move ? U"-" : U""}, {position_, position_ + 1, U""}});
}

void Lexer::refuse_empty_value(std::size_t colon) const {
  std::size_t next = colon + 1;
  while (next < text_.size() && is_gap(next)) ++next;
  const std::string word = ascii_text(text_.substr(next, word_end(next) - next));
  const bool joins = next < text_.size() && starts_operand(next) && !is_operator_word(word);
  throw QueryFault("empty_field_value", colon,
                   "Write the value directly after the colon, without a space, or leave the colon out.",
                   {joins ? QueryEdit{colon + 1, next, U""} : QueryEdit{colon, colon + 1, U" "}});
}

void Lexer::refuse_unsupported_field(std::size_t colon) const {
  const std::string field = name(position_, colon);
  // The number belongs to the operator: "atleast:5 Huawei".
  const std::size_t end = field == "atleast" ? word_end(colon + 1) : colon + 1;
  throw QueryFault("unsupported_operator", position_,
                   "The operator \"" + field + ":\" is not supported. Write the word alone.",
                   {{position_, end, U" "}});
}

void Lexer::refuse_unknown_field(std::size_t colon, std::string_view nearest) const {
  const std::string typed = to_utf8(text_.substr(position_, colon - position_));
  const std::string proposal =
      nearest.empty() ? " Put a space after the colon to search for the words."
                      : " Did you mean \"" + std::string(nearest) + ":\"?";
  throw QueryFault("unknown_field", position_, "There is no field \"" + typed + "\"." + proposal,
                   {nearest.empty() ? QueryEdit{colon, colon + 1, U" "}
                                    : QueryEdit{position_, colon, to_code_points(nearest)}});
}

/// Where a phrase without its closing quote most likely ends: before an operator or a bracket.
std::size_t Lexer::open_quote_end(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < text_.size() && at(end) != U'(' && at(end) != U')') {
    const std::size_t word = word_end(end);
    if (is_query_space(text_[end - 1]) &&
        is_operator_word(ascii_text(text_.substr(end, word - end)))) {
      break;
    }
    end = std::max(end + 1, word);
  }
  end = std::min(end, text_.size());
  while (end > begin + 1 && is_query_space(text_[end - 1])) --end;
  return end;
}

void Lexer::refuse_open_quote(std::size_t begin) const {
  const std::size_t end = open_quote_end(begin);
  const bool stray = end == begin + 1 || (begin > 0 && is_letter_or_digit(text_[begin - 1]));
  std::u32string_view closing = U"\"";
  if (quote_family(text_[begin]) == QuoteFamily::guillemet) closing = U"\u00BB";
  if (quote_family(text_[begin]) == QuoteFamily::corner_bracket) closing = U"\u300D";
  throw QueryFault("unbalanced_quote", begin, "A quotation mark is not closed.",
                   {stray ? QueryEdit{begin, begin + 1, U" "}
                          : QueryEdit{end, end, std::u32string(closing)}});
}

void Lexer::read_plain_word() {
  const std::size_t begin = after_marks(position_);
  std::size_t end = address_end(text_, begin);
  if (end != begin) return static_cast<void>(add(QueryTokenKind::word, begin, end));
  while (!ends_word(end) && !is_gap(end) && !is_operator_symbol(at(end))) ++end;
  if (has_letter_or_digit(text_.substr(begin, end - begin))) add_plain_word(begin, end);
  position_ = std::max(end, position_ + 1);
}

void Lexer::add_plain_word(std::size_t begin, std::size_t end) {
  const std::string word = ascii_text(text_.substr(begin, end - begin));
  const std::size_t slash = word.find('/');
  if (is_unsupported_word(word) && slash != std::string::npos) {
    add_plain_word(begin, begin + slash);
    return add_plain_word(begin + slash + 1, end);
  }
  QueryToken& token = add(QueryTokenKind::word, begin, end);
  if (is_operator_word(word) || is_unsupported_word(word)) {
    token.text = to_code_points(ascii_lower_case(word));
  }
}

}  // namespace

std::vector<QueryToken> tokenize_query(std::u32string_view text) { return Lexer(text).tokens(); }

std::vector<QueryToken> tokenize_plain_query(std::u32string_view text) {
  return Lexer(text).plain_tokens();
}

std::size_t address_end(std::u32string_view text, std::size_t begin) {
  std::size_t scheme = begin;
  while (scheme < text.size() && is_name_character(text[scheme])) ++scheme;
  const std::u32string_view rest = text.substr(std::min(scheme, text.size()));
  const bool url = scheme > begin && rest.starts_with(U"://");
  const std::string start = ascii_lower_case(ascii_text(text.substr(begin, 4)));
  return url || start == "www." ? literal_end(text, begin) : begin;
}

std::size_t literal_end(std::u32string_view text, std::size_t begin) {
  std::size_t end = begin;
  std::size_t open = 0;
  for (; end < text.size(); ++end) {
    const char32_t c = ascii_form(text[end]);
    if (is_query_space(c) || quote_family(text[end]) != QuoteFamily::none) break;
    if (c == U')' && open == 0) break;
    if (c == U'(') ++open;
    if (c == U')') --open;
  }
  return end;
}

}  // namespace techpolicy
