// A query text as words, quoted texts, brackets, operators and field names, before any grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/query.h"
#include "searchd/search/query_fields.h"

namespace techpolicy {

enum class QueryTokenKind {
  word,
  quoted,
  open,
  close,
  conjunction,
  disjunction,
  negation,
  plus,
  minus,
  proximity,  ///< NEAR/5, ADJ/5, SENTENCE, PARAGRAPH.
  at_least,   ///< "atleast:5"; an operand follows.
  field,      ///< "company:"; the next token is `word`, `quoted` or `open`.
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::word;
  std::u32string
      text;            ///< word, quoted: as typed; a quoted text without its quotes, single spaces.
  bool exact = false;  ///< word: "=" stood before it.
  QueryField field;    ///< field.
  Proximity proximity;
  std::uint32_t number = 0;  ///< at_least.
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Throws QueryFault: unbalanced_quote, unknown_field, empty_field_value, nested_field,
/// unsupported_operator, bad_distance, bad_number, dangling_operator. Linear.
///
/// A word may be without letters and digits. Outside field values a word holds no separator, and no
/// word begins with "+", "-" or "=".
[[nodiscard]] std::vector<QueryToken> tokenize_query(std::u32string_view text);

/// Words of a text in which nothing is an operator, each such that tokenize_query() reads it as one
/// word: characters that mean something to the language separate words, AND becomes "and".
[[nodiscard]] std::vector<QueryToken> tokenize_plain_query(std::u32string_view text);

/// One past the end of an address ("https://...", "www....") that begins at `begin`, up to a space,
/// a quote or a closing bracket of its surroundings; `begin` where none begins.
[[nodiscard]] std::size_t address_end(std::u32string_view text, std::size_t begin);

/// One past the last character before a space or a quote, or a closing bracket that nothing opened.
[[nodiscard]] std::size_t literal_end(std::u32string_view text, std::size_t begin);

}  // namespace techpolicy
