// syntax=plain: what means something to the language only separates words.
#include <algorithm>
#include <string>
#include <utility>

#include "searchd/search/query_lexer.h"
#include "searchd/search/query_operators.h"

namespace techpolicy {

std::vector<QueryToken> QueryLexer::plain_tokens() {
  while (skip_separators()) read_plain_word();
  return std::move(tokens_);
}

void QueryLexer::read_plain_word() {
  const std::size_t begin = after_marks(position_);
  std::size_t end = address_end(text_, begin);
  if (end != begin) return static_cast<void>(add(QueryTokenKind::word, begin, end));
  while (!ends_word(end) && !is_gap(end) && !is_operator_symbol(at(end))) ++end;
  if (has_letter_or_digit(text_.substr(begin, end - begin))) add_plain_word(begin, end);
  position_ = std::max(end, position_ + 1);
}

void QueryLexer::add_plain_word(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  const std::string word = ascii_text(text_.substr(begin, end - begin));
  const bool proximity = proximity_operator(word) || !translated_operator(word).empty();
  const std::size_t cut = word.find_first_of("/0123456789");
  if (proximity && cut != std::string::npos) {  // "w/5", "near5"
    add_plain_word(begin, begin + cut);
    return add_plain_word(begin + cut + (word[cut] == '/' ? 1 : 0), end);
  }
  QueryToken& token = add(QueryTokenKind::word, begin, end);
  if (is_operator_word(word) || proximity) {
    token.text = to_code_points(ascii_lower_case(word));
  }
}

}  // namespace techpolicy
