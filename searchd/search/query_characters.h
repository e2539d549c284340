// What single characters mean to the query language, whatever keyboard they come from.
//
// The grammar compares ascii_form() of a character and keeps the character itself: full-width
// operators work, and words stay as typed. Positions count code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace techpolicy {

/// Invalid bytes become U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u32string_view text);

/// Full-width letters, digits, brackets, signs and the hyphens and minus signs of Unicode as ASCII;
/// every other character unchanged. The full-width "？" and "～" stay: they are punctuation.
[[nodiscard]] char32_t ascii_form(char32_t c);

/// ascii_form() of each character; what is not ASCII then becomes "?".
[[nodiscard]] std::string ascii_text(std::u32string_view text);

/// ASCII capitals to small letters, the rest unchanged.
[[nodiscard]] std::string ascii_lower_case(std::string_view text);

/// A phrase ends at the next quote of the family that began it.
enum class QuoteFamily { none, quotation_mark, guillemet, corner_bracket };
[[nodiscard]] QuoteFamily quote_family(char32_t c);

/// White space of any script, and control characters.
[[nodiscard]] bool is_query_space(char32_t c);
[[nodiscard]] bool is_blank(std::u32string_view text);

[[nodiscard]] bool is_letter_or_digit(char32_t c);
[[nodiscard]] bool has_letter_or_digit(std::u32string_view text);

/// "+" and "-".
[[nodiscard]] constexpr bool is_sign(char32_t c) { return c == U'+' || c == U'-'; }

/// Names of fields and schemes of addresses consist of these.
[[nodiscard]] constexpr bool is_name_character(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
}

/// A comma, semicolon, colon or ideographic full stop, unless it stands between two digits
/// ("10:30").
[[nodiscard]] bool is_separator_at(std::u32string_view text, std::size_t place);

}  // namespace techpolicy
