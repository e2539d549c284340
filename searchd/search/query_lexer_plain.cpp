// syntax=plain: what means something to the language only separates words.
#include <algorithm>
#include <string>
#include <unicode/uchar.h>
#include <utility>

#include "searchd/search/query_fault.h"
#include "searchd/search/query_lexer.h"
#include "searchd/search/query_operators.h"

namespace techpolicy {
namespace {

bool reads_as_word(std::u32string_view text) {
  try {
    const std::vector<QueryToken> tokens = tokenize_query(text);
    return tokens.size() == 1 && tokens.front().kind == QueryTokenKind::word &&
           tokens.front().text == text;
  } catch (const QueryFault&) {
    return false;
  }
}

}  // namespace

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

/// What the language would not read as the one word it is, is cut at its signs and between letters
/// and digits ("w/5", "near5"), and operators become words.
void QueryLexer::add_plain_word(std::size_t begin, std::size_t end) {
  if (reads_as_word(text_.substr(begin, end - begin))) {
    add(QueryTokenKind::word, begin, end);
    return;
  }
  const auto kind = [this](std::size_t place) {
    return !is_letter_or_digit(text_[place])               ? 0
           : u_isdigit(static_cast<UChar32>(text_[place])) ? 1
                                                           : 2;
  };
  for (std::size_t i = begin; i < end;) {
    std::size_t next = i + 1;
    while (next < end && kind(next) == kind(i)) ++next;
    if (kind(i) != 0) {
      QueryToken& token = add(QueryTokenKind::word, i, next);
      if (!reads_as_word(token.text))
        token.text = to_code_points(ascii_lower_case(ascii_text(token.text)));
    }
    i = next;
  }
}

}  // namespace techpolicy
