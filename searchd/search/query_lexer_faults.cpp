// What the lexer refuses, each with the way out and the edit that mends it.
#include <algorithm>
#include <string>

#include "searchd/search/query_fault.h"
#include "searchd/search/query_lexer.h"
#include "searchd/search/query_operators.h"

namespace techpolicy {

void QueryLexer::refuse_sign_in_value(std::size_t field_begin) const {
  if (!is_sign(at(position_)) || !starts_operand(position_ + 1)) return;
  const bool move = at(position_) == U'-' && (field_begin == 0 || !is_sign(at(field_begin - 1)));
  throw QueryFault(
      "dangling_operator", position_, "Write the sign before the name of the field.",
      {{field_begin, field_begin, move ? U"-" : U""}, {position_, position_ + 1, U""}});
}

void QueryLexer::refuse_empty_value(std::size_t colon) const {
  std::size_t next = colon + 1;
  while (next < text_.size() && is_gap(next)) ++next;
  const std::string word = ascii_text(text_.substr(next, word_end(next) - next));
  const bool joins = next < text_.size() && starts_operand(next) && !is_operator_word(word);
  throw QueryFault(
      "empty_field_value", colon,
      "Write the value directly after the colon, without a space, or leave the colon out.",
      {joins ? QueryEdit{colon + 1, next, U""} : QueryEdit{colon, colon + 1, U" "}});
}

void QueryLexer::refuse_unknown_field(std::size_t colon, std::string_view nearest) const {
  const std::string typed = to_utf8(text_.substr(position_, colon - position_));
  const std::string proposal = nearest.empty()
                                   ? " Put a space after the colon to search for the words."
                                   : " Did you mean \"" + std::string(nearest) + ":\"?";
  throw QueryFault("unknown_field", position_, "There is no field \"" + typed + "\"." + proposal,
                   {nearest.empty() ? QueryEdit{colon, colon + 1, U" "}
                                    : QueryEdit{position_, colon, to_code_points(nearest)}});
}

/// Where a phrase without its closing quote most likely ends: before an operator or a bracket.
std::size_t QueryLexer::open_quote_end(std::size_t begin) const {
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

void QueryLexer::refuse_open_quote(std::size_t begin) const {
  const std::size_t end = open_quote_end(begin);
  const bool stray = end == begin + 1 || (begin > 0 && is_letter_or_digit(text_[begin - 1]));
  std::u32string_view closing = U"\"";
  if (quote_family(text_[begin]) == QuoteFamily::guillemet) closing = U"\u00BB";
  if (quote_family(text_[begin]) == QuoteFamily::corner_bracket) closing = U"\u300D";
  throw QueryFault(
      "unbalanced_quote", begin, "A quotation mark is not closed.",
      {stray ? QueryEdit{begin, begin + 1, U" "} : QueryEdit{end, end, std::u32string(closing)}});
}

}  // namespace techpolicy
