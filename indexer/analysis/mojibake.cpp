// Only lead characters that hardly stand before such a second one in any language are tried.
#include "indexer/analysis/mojibake.h"

#include <array>

#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

/// What Windows-1252 shows for the bytes 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<UChar32, 32> kHighControls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The continuation byte (0x80 to 0xBF) that Windows-1252 shows as `c`.
std::optional<UChar32> continuation_byte(UChar32 c) {
  if (c >= 0xA0 && c <= 0xBF) return c;
  for (std::size_t i = 0; i < kHighControls.size(); ++i) {
    if (c != 0 && kHighControls[i] == c) return static_cast<UChar32>(0x80 + i);
  }
  return std::nullopt;
}

std::optional<UChar32> take_continuation(std::string_view text, std::size_t& offset) {
  if (offset >= text.size()) return std::nullopt;
  std::size_t next = offset;
  const auto byte = continuation_byte(next_code_point(text, next));
  if (byte) offset = next;
  return byte;
}

/// "â€" and a third: U+2000 to U+203F. The closing quote's third byte has no character and is lost.
std::optional<UChar32> punctuation(std::string_view text, std::size_t& offset) {
  const auto second = take_continuation(text, offset);
  if (!second || *second != 0x80) return std::nullopt;
  const auto third = take_continuation(text, offset);
  return third ? 0x2000 + (*third & 0x3F) : 0x201D;
}

std::optional<UChar32> decode(std::string_view text, std::size_t& offset) {
  const UChar32 lead = next_code_point(text, offset);
  if (lead == 0xE2) return punctuation(text, offset);
  if (lead != 0xC2 && lead != 0xC3) return std::nullopt;
  const auto second = take_continuation(text, offset);
  if (!second || (lead == 0xC2 && *second < 0xA0)) return std::nullopt;
  return ((lead & 0x1F) << 6) | (*second & 0x3F);
}

}  // namespace

std::optional<Repair> mojibake_at(std::string_view text, std::size_t begin) {
  std::size_t offset = begin;
  const auto decoded = decode(text, offset);
  if (!decoded) return std::nullopt;
  Repair repair{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset),
                RepairKind::mojibake, ""};
  append_code_point(repair.repaired, *decoded);
  return repair;
}

}  // namespace techpolicy
