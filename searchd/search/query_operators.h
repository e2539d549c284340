// The operators written as words or signs: ours, and those of other search languages, which are
// translated instead of being read as words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/search/query.h"

namespace techpolicy {

/// AND, OR or NOT in capitals, given as ascii_text().
[[nodiscard]] bool is_operator_word(std::string_view word);

/// NEAR/5, ADJ/5, SENTENCE or PARAGRAPH in capitals, given as ascii_text(). The distance may be any
/// number that fits.
[[nodiscard]] std::optional<Proximity> proximity_operator(std::string_view word);

/// As the language writes it.
[[nodiscard]] std::string print_proximity(const Proximity& proximity);

/// What "w/5", "near5", "pre/3", "/s", "NEAR" or "&&" of other languages is in ours; empty for
/// other words. Given as ascii_text().
[[nodiscard]] std::string translated_operator(std::string_view word);

/// "*", "?", "~", "^" and "|": they separate words where nothing is an operator.
[[nodiscard]] bool is_operator_symbol(char32_t c);

/// "*" and "?", full-width "*" included.
[[nodiscard]] bool is_wildcard(char32_t c);

/// Throws QueryFault "unsupported_operator" where the unquoted word [begin, end) holds "^", "|" or
/// a "~" that is not "~1" or "~2" at its end, or begins with "!", or ends in "!" or "$" after
/// letters.
void refuse_symbols_in_word(std::u32string_view text, std::size_t begin, std::size_t end);

/// The same for the inside of quotes, where wildcards are refused and a final "?" is punctuation.
void refuse_wildcards_in_quotes(std::u32string_view text, std::size_t begin, std::size_t end);

/// Throws QueryFault where the whole word [begin, end) is an operator of another language, or a
/// distance of ours is outside of 1 to kMaxDistance.
void refuse_foreign_operator(std::u32string_view text, std::size_t begin, std::size_t end);

}  // namespace techpolicy
