// Reading UTF-8 one code point at a time, and what kind of character a code point is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unicode/umachine.h>

namespace techpolicy {

/// The code point at `offset`, which moves behind it. U+FFFD for an invalid sequence.
[[nodiscard]] UChar32 next_code_point(std::string_view text, std::size_t& offset);

/// The code point before `offset`; 0 at the start.
[[nodiscard]] UChar32 code_point_before(std::string_view text, std::size_t offset);

void append_code_point(std::string& text, UChar32 code_point);

[[nodiscard]] bool is_invisible(UChar32 c);  ///< Soft hyphen, zero-width characters, BOM, controls.
[[nodiscard]] bool is_blank(UChar32 c);      ///< Spaces of all widths and tabs, not line breaks.
[[nodiscard]] bool is_apostrophe(UChar32 c);
[[nodiscard]] bool is_hyphen(UChar32 c);
[[nodiscard]] bool is_han_or_kana(UChar32 c);
[[nodiscard]] bool is_hangul(UChar32 c);
[[nodiscard]] bool is_mark(UChar32 c);  ///< Combining marks: they continue a word.

}  // namespace techpolicy
