#include "indexer/analysis/code_points.h"

#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace techpolicy {

UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  auto index = static_cast<int32_t>(offset);
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  U8_NEXT(bytes, index, static_cast<int32_t>(text.size()), c);
  offset = static_cast<std::size_t>(index);
  return c < 0 ? 0xFFFD : c;
}

UChar32 code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  constexpr std::size_t kLongest = 4;
  std::size_t begin = offset - 1;
  while (begin > 0 && offset - begin < kLongest &&
         (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  return next_code_point(text, begin);
}

void append_code_point(std::string& text, UChar32 code_point) {
  unsigned char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<std::uint32_t>(code_point));
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_invisible(UChar32 c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF ||
         (c >= 0x80 && c < 0xA0);
}

bool is_blank(UChar32 c) { return c == ' ' || c == '\t' || (c >= 0x80 && u_isblank(c)); }

bool is_apostrophe(UChar32 c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == '`' || c == 0xFF07;
}

bool is_hyphen(UChar32 c) { return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0xFF0D; }

bool is_han_or_kana(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

bool is_hangul(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool is_mark(UChar32 c) {
  if (c < 0x300) return false;
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

}  // namespace techpolicy
