// Operators that other search languages have and this one has not: named, never read as words.
#pragma once

#include <cstddef>
#include <string_view>

namespace techpolicy {

/// AND, OR or NOT in capitals, given as ascii_text().
[[nodiscard]] bool is_operator_word(std::string_view word);

/// NEAR, NEAR/5, ADJ/3, w/5, SENTENCE, ... given as ascii_text().
[[nodiscard]] bool is_unsupported_word(std::string_view word);

/// "*", "?", "~", "^" and "|": they separate words where nothing is an operator.
[[nodiscard]] bool is_operator_symbol(char32_t c);

/// Throws QueryFault "unsupported_operator" where the unquoted word [begin, end) holds one.
void refuse_symbols_in_word(std::u32string_view text, std::size_t begin, std::size_t end);

/// The same for the inside of quotes, where a final "?" is punctuation.
void refuse_wildcards_in_quotes(std::u32string_view text, std::size_t begin, std::size_t end);

/// Throws QueryFault "unsupported_operator" where the whole word [begin, end) is one.
void refuse_unsupported_word(std::u32string_view text, std::size_t begin, std::size_t end);

}  // namespace techpolicy
