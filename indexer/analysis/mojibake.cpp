// A reader of level n takes characters of level n - 1, sees them as bytes and puts UTF-8 together
// again. What makes no character, or one that is hardly ever meant, is passed on as it is, so that
// one call finds how often a character was read wrongly.
#include "indexer/analysis/mojibake.h"

#include <array>
#include <unicode/uchar.h>

#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

constexpr int kMostPasses = 4;
constexpr UChar32 kLost = 0xFFFD;

/// What Windows-1252 shows for the bytes 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<UChar32, 32> kHighControls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_within(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }

/// Bytes of a UTF-8 sequence that begins so; 0 where none does.
std::size_t sequence_length(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Characters that texts hold. Of two bytes: Latin, the marks that Windows-1252 has, Greek,
/// Cyrillic, Armenian, Hebrew, Arabic. Controls of Latin-1 stand between two passes.
bool is_meant(UChar32 c) {
  if (c < 0x800) {
    return is_within(c, 0x80, 0x17F) || c == 0x192 || c == 0x2C6 || c == 0x2DC ||
           is_within(c, 0x218, 0x21B) || is_within(c, 0x370, 0x4FF) || is_within(c, 0x531, 0x6FF);
  }
  if (c < 0x10000) {
    return is_within(c, 0x900, 0xEFF) || is_within(c, 0x10A0, 0x10FF) ||
           is_within(c, 0x1E00, 0x2BFF) || is_within(c, 0x3000, 0x9FFF) ||
           is_within(c, 0xAC00, 0xD7A3) || is_within(c, 0xFB00, 0xFB4F) || c == 0xFEFF ||
           is_within(c, 0xFF01, kLost);
  }
  return is_within(c, 0x1D400, 0x1D7FF) || is_within(c, 0x1F000, 0x1FAFF) ||
         is_within(c, 0x20000, 0x323AF);
}

/// Scripts without letters beside Latin ones: "liberté»…" is no Chinese character.
bool stands_apart(UChar32 c) { return is_within(c, 0x900, 0xEFF) || is_within(c, 0x3000, 0xD7A3); }

bool is_ascii_letter(UChar32 c) { return c < 0x80 && u_isalpha(c) != 0; }

/// Quotes, dashes, dots: what stands behind a word.
bool is_behind_words(UChar32 c) {
  return is_within(c, 0x2013, 0x2026) || c == 0x2039 || c == 0x203A || c == 0xAB || c == 0xBB ||
         c == 0x2122 || c == 0xAE;
}

class MisreadReader {
 public:
  /// `before` is the character before `begin`.
  MisreadReader(std::string_view text, std::size_t begin, UChar32 before)
      : text_(text), begin_(begin), before_(before) {}

  /// The character at `offset` after so many passes.
  [[nodiscard]] ReadCharacter read(std::size_t offset, int level) const {
    if (level == 0) return read_plain(offset);
    const ReadCharacter first = read(offset, level - 1);
    const auto lead = byte_shown_as(first.code_point);
    const std::size_t length = lead ? sequence_length(*lead) : 0;
    if (length == 0) return first;
    UChar32 c = static_cast<UChar32>(*lead & (0xFFU >> (length + 1)));
    std::size_t end = first.end;
    for (std::size_t i = 1; i < length; ++i) {
      const bool inside = end < text_.size();
      const ReadCharacter next = inside ? read(end, level - 1) : ReadCharacter{kLost, end};
      const auto byte = byte_shown_as(next.code_point);
      if (!inside || !byte || (*byte & 0xC0U) != 0x80U) {
        return c == 0x80 && i == 2 && length == 3 ? quote_with_lost_byte(end, level - 1) : first;
      }
      if (i == 1 && offset == begin_ && is_word_end(*lead, next.code_point)) return first;
      c = (c << 6) | static_cast<UChar32>(*byte & 0x3FU);
      end = next.end;
    }
    const bool overlong = c < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
    if (overlong || !is_meant(c)) return first;
    if (offset == begin_ && stands_apart(c) && is_ascii_letter(before_)) return first;
    return {c, end};
  }

 private:
  [[nodiscard]] ReadCharacter read_plain(std::size_t offset) const {
    if (text_[offset] == '&') {
      if (const auto entity = entity_at(text_, offset)) return *entity;
    }
    const UChar32 c = next_code_point(text_, offset);
    return {c, offset};
  }

  /// "BÖ“": a capital behind a capital, then a mark, is the end of a word in capitals. Two letters
  /// begin no such word: "Â" and "Ã".
  [[nodiscard]] bool is_word_end(unsigned lead, UChar32 next) const {
    return lead >= 0xC4 && lead <= 0xDF && u_isupper(before_) != 0 && is_behind_words(next);
  }

  /// Behind "â€": the third byte has no character in Windows-1252 (a closing quote's) or was lost.
  [[nodiscard]] ReadCharacter quote_with_lost_byte(std::size_t end, int level) const {
    if (end < text_.size()) {
      const ReadCharacter next = read(end, level);
      if (next.code_point == kLost) end = next.end;
      if (next.code_point == 0xC2 && !blank_follows(next.end)) end = next.end;
    }
    std::size_t after = end;
    const UChar32 next = after < text_.size() ? next_code_point(text_, after) : 0;
    const bool word_before = u_isalnum(before_) != 0;
    const bool word_after = u_isalnum(next) != 0 && next != 0xC2;
    if (word_before && word_after) return {0x2019, end};
    return {word_after ? 0x201C : 0x201D, end};
  }

  [[nodiscard]] bool blank_follows(std::size_t offset) const {
    if (offset >= text_.size()) return true;
    const UChar32 c = next_code_point(text_, offset);
    return c == '\n' || is_blank(c);
  }

  std::string_view text_;
  std::size_t begin_;
  UChar32 before_;
};

/// The endings that an apostrophe stands before: "donât".
bool is_shortened_word(std::string_view rest) {
  constexpr std::array<std::string_view, 6> kEndings = {"t", "s", "re", "ve", "ll", "d"};
  std::size_t size = 0;
  while (size < rest.size() && size < 3 && is_ascii_letter(rest[size])) ++size;
  for (const std::string_view ending : kEndings) {
    if (rest.substr(0, size) == ending) {
      return size == rest.size() || u_isalnum(static_cast<unsigned char>(rest[size])) == 0;
    }
  }
  return false;
}

/// What is left of a character whose later bytes are gone: of "Ã" and "Â" a no-break space that
/// became a plain one, of "â" two controls.
std::optional<ReadCharacter> remnant(std::string_view text, std::size_t begin, UChar32 before) {
  std::size_t end = begin;
  const UChar32 c = next_code_point(text, end);
  const bool blank_before = before == 0 || before == '\n' || is_blank(before);
  std::size_t offset = end;
  const UChar32 next = end < text.size() ? next_code_point(text, offset) : 0;
  const bool blank_after = next == 0 || next == '\n' || is_blank(next);
  const bool word_before = is_ascii_letter(before) && u_isupper(before) == 0;
  if (c == 0xC3 && blank_after && next != 0 && (blank_before || word_before)) {
    return {{0xE0, text.substr(end).starts_with("  ") ? end + 1 : end}};
  }
  if (c == 0xC2 && blank_after && u_isupper(before) == 0) return {{0, end}};
  if (c != 0xE2) return std::nullopt;
  if (word_before && is_shortened_word(text.substr(end))) return {{0x2019, end}};
  if (u_isdigit(before) != 0 && u_isdigit(next) != 0) return {{0x2013, end}};
  if (blank_before && blank_after && before != 0 && next != 0) return {{0x2014, end}};
  if (blank_before && next < 0x80 && u_isupper(next) != 0) return {{0x201C, end}};
  if (!blank_before && before < 0x80 && u_isalnum(before) == 0 && blank_after) {
    return {{0x201D, end}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> byte_shown_as(UChar32 c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned>(c);
  if (c < 0x80) return std::nullopt;
  for (std::size_t i = 0; i < kHighControls.size(); ++i) {
    if (kHighControls[i] == c) return static_cast<unsigned>(0x80 + i);
  }
  return std::nullopt;
}

UChar32 shown_instead_of_control(UChar32 c) {
  const UChar32 shown = kHighControls[static_cast<std::size_t>(c - 0x80)];
  return shown == 0 ? c : shown;
}

std::optional<ReadCharacter> misread_character_at(std::string_view text, std::size_t begin,
                                                  UChar32 before) {
  const MisreadReader reader(text, begin, before);
  const ReadCharacter plain = reader.read(begin, 0);
  if (plain.code_point < 0xC2 || plain.code_point > 0xF4) return std::nullopt;
  for (int level = kMostPasses; level > 0; --level) {
    const ReadCharacter read = reader.read(begin, level);
    const bool control = read.code_point >= 0x80 && read.code_point < 0xA0;
    if (read.end != plain.end && !control) return read;
  }
  return plain.end - begin == 2 ? remnant(text, begin, before) : std::nullopt;
}

}  // namespace techpolicy
