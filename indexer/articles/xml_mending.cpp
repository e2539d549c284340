#include "indexer/articles/xml_mending.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <libxml/HTMLparser.h>
#include <unicode/utf8.h>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

constexpr std::size_t kLongestReference = 12;

/// What XML itself knows.
constexpr std::array<std::string_view, 5> kXmlEntities = {"amp", "lt", "gt", "quot", "apos"};

/// Where `text` starts with `open`: bytes up to the end of what it opens, which may be missing.
std::size_t enclosed_size(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return 0;
  const std::size_t end = text.find(close, open.size());
  return end == std::string_view::npos ? text.size() : end + close.size();
}

void append_code_point(std::string& text, unsigned value) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, value);
  text.append(bytes, bytes + size);
}

bool is_xml_character(unsigned value) {
  return value == 0x9 || value == 0xA || value == 0xD || (value >= 0x20 && value < 0xD800) ||
         (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value < 0x110000);
}

/// Whether "#233" or "#xE9" names a character that XML may hold.
bool is_number_reference(std::string_view name) {
  const bool hex = name.starts_with("#x") || name.starts_with("#X");
  const std::string_view digits = name.substr(hex ? 2 : 1);
  unsigned value = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    const bool is_hex_letter = hex && lower >= 'a' && lower <= 'f';
    if (!is_ascii_digit(c) && !is_hex_letter) return false;
    const int digit = is_hex_letter ? lower - 'a' + 10 : c - '0';
    value = std::min(value * (hex ? 16U : 10U) + static_cast<unsigned>(digit), 0x110000U);
  }
  return !digits.empty() && name[1] != 'X' && is_xml_character(value);
}

/// Appends what the "&" at the start of `text` stands for; returns how many bytes that took.
std::size_t append_reference(std::string& mended, std::string_view text) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end != std::string_view::npos && end > 1) {
    const std::string name(text.substr(1, end - 1));
    const bool known = name[0] == '#' ? is_number_reference(name)
                                      : std::find(kXmlEntities.begin(), kXmlEntities.end(), name) !=
                                            kXmlEntities.end();
    if (known) {
      mended += text.substr(0, end + 1);
      return end + 1;
    }
    const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity != nullptr) {
      append_code_point(mended, entity->value);
      return end + 1;
    }
  }
  mended += "&amp;";
  return 1;
}

}  // namespace

std::string mended_xml(std::string_view text) {
  std::string mended;
  mended.reserve(text.size() + text.size() / 16);
  const std::size_t first = std::min(text.find_first_not_of(" \t\n"), text.size());
  mended.append(text, 0, first);
  text.remove_prefix(first);
  const std::size_t declaration = enclosed_size(text, "<?xml ", "?>");
  for (const char c : text.substr(0, declaration)) mended += c == '\n' ? '\n' : ' ';
  text.remove_prefix(declaration);
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find_first_of("&<"), text.size());
    mended += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    std::size_t size = 0;
    if (text.front() == '&') {
      size = append_reference(mended, text);
    } else {
      size = std::max({enclosed_size(text, "<![CDATA[", "]]>"), enclosed_size(text, "<!--", "-->"),
                       std::size_t{1}});
      mended += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  return mended;
}

std::string xml_encoding(std::string_view bytes) {
  const std::size_t begin = bytes.substr(0, 256).find("<?xml");
  if (begin == std::string_view::npos) return {};
  std::string_view declaration = bytes.substr(begin);
  declaration = declaration.substr(0, enclosed_size(declaration, "<?xml", "?>")).substr(0, 256);
  constexpr std::string_view kKey = "encoding=";
  const std::size_t key = declaration.find(kKey);
  if (key == std::string_view::npos) return {};
  const std::string_view value = declaration.substr(key + kKey.size());
  if (value.empty()) return {};
  return std::string(value.substr(1, value.find(value.front(), 1) - 1));
}

}  // namespace techpolicy
