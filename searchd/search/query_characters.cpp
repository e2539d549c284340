#include "searchd/search/query_characters.h"

#include <algorithm>
#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace techpolicy {
namespace {

constexpr char32_t kFullWidthOffset = 0xFEE0;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_digit_at(std::u32string_view text, std::size_t place) {
  return place < text.size() && u_isdigit(icu(text[place]));
}

bool is_separator(char32_t c) {
  return std::u32string_view(U",;:\uFF0C\uFF1B\uFF1A\u3001\u3002\uFF61\uFF64").find(c) !=
         std::u32string_view::npos;
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
  const auto size = static_cast<std::int32_t>(utf8.size());
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), size));
  std::u32string points;
  points.reserve(utf8.size());
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    points.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return points;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  utf8.reserve(text.size());
  for (const char32_t c : text) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    for (std::int32_t i = 0; i < size; ++i) utf8.push_back(static_cast<char>(bytes[i]));
  }
  return utf8;
}

char32_t ascii_form(char32_t c) {
  if (c < 0x80) return c;
  const char32_t narrow = c - kFullWidthOffset;
  const bool full_width = c >= 0xFF01 && c <= 0xFF5E;
  if (full_width && u_isalnum(icu(narrow))) return narrow;
  constexpr std::u32string_view kFolded = U"()+-:=*/|&^";
  if (full_width && kFolded.find(narrow) != std::u32string_view::npos) return narrow;
  constexpr std::u32string_view kHyphens = U"\u2010\u2011\u2212\uFE63";
  return kHyphens.find(c) != std::u32string_view::npos ? U'-' : c;
}

std::string ascii_text(std::u32string_view text) {
  std::string ascii;
  ascii.reserve(text.size());
  for (const char32_t c : text) {
    const char32_t form = ascii_form(c);
    ascii.push_back(form < 0x80 ? static_cast<char>(form) : '?');
  }
  return ascii;
}

std::string ascii_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

QuoteFamily quote_family(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"\u201C\u201D\u201E\u201F\uFF02";
  if (kMarks.find(c) != std::u32string_view::npos) return QuoteFamily::quotation_mark;
  if (c == U'\u00AB' || c == U'\u00BB') return QuoteFamily::guillemet;
  if (c >= U'\u300C' && c <= U'\u300F') return QuoteFamily::corner_bracket;
  return QuoteFamily::none;
}

bool is_query_space(char32_t c) {
  return u_isUWhiteSpace(icu(c)) || u_charType(icu(c)) == U_CONTROL_CHAR;
}

bool is_blank(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), is_query_space);
}

bool is_letter_or_digit(char32_t c) { return u_isalnum(icu(c)) != 0; }

bool has_letter_or_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_letter_or_digit);
}

bool is_separator_at(std::u32string_view text, std::size_t place) {
  if (!is_separator(text[place])) return false;
  return place == 0 || !is_digit_at(text, place - 1) || !is_digit_at(text, place + 1);
}

}  // namespace techpolicy
