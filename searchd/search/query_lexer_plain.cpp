// syntax=plain: what means something to the language only separates words.
#include <algorithm>
#include <string>
#include <utility>

#include "searchd/search/query_lexer.h"
#include "searchd/search/unsupported_operators.h"

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

}  // namespace techpolicy
