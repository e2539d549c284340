#include "indexer/analysis/character_repairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unicode/uchar.h>

#include "indexer/analysis/code_points.h"
#include "indexer/analysis/mojibake.h"

namespace techpolicy {
namespace {

struct NamedEntity {
  std::string_view name;
  UChar32 code_point;
};

/// The entities that news systems leave behind; any other stays as it is.
constexpr std::array kNamedEntities = {
    NamedEntity{"amp", '&'},      NamedEntity{"quot", '"'},      NamedEntity{"apos", '\''},
    NamedEntity{"lt", '<'},       NamedEntity{"gt", '>'},        NamedEntity{"nbsp", 0xA0},
    NamedEntity{"rsquo", 0x2019}, NamedEntity{"lsquo", 0x2018},  NamedEntity{"rdquo", 0x201D},
    NamedEntity{"ldquo", 0x201C}, NamedEntity{"hellip", 0x2026}, NamedEntity{"mdash", 0x2014},
    NamedEntity{"ndash", 0x2013}, NamedEntity{"laquo", 0xAB},    NamedEntity{"raquo", 0xBB},
    NamedEntity{"eacute", 0xE9},  NamedEntity{"egrave", 0xE8},   NamedEntity{"agrave", 0xE0},
    NamedEntity{"ccedil", 0xE7},  NamedEntity{"ouml", 0xF6},     NamedEntity{"uuml", 0xFC},
    NamedEntity{"auml", 0xE4},    NamedEntity{"szlig", 0xDF},    NamedEntity{"euro", 0x20AC},
    NamedEntity{"pound", 0xA3},   NamedEntity{"bull", 0x2022},   NamedEntity{"trade", 0x2122},
    NamedEntity{"reg", 0xAE},     NamedEntity{"copy", 0xA9},     NamedEntity{"sect", 0xA7},
    NamedEntity{"shy", 0xAD},
};

std::optional<UChar32> numeric_entity(std::string_view digits) {
  const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  const int base = hexadecimal ? 16 : 10;
  UChar32 value = 0;
  for (const char c : digits) {
    const int digit =
        u_digit(static_cast<UChar32>(static_cast<unsigned char>(c)), static_cast<int8_t>(base));
    if (digit < 0) return std::nullopt;
    value = value * base + digit;
  }
  const bool printable = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) &&
                         (value < 0x7F || value >= 0xA0);
  return printable ? std::optional(value) : std::nullopt;
}

std::optional<UChar32> entity_value(std::string_view name) {
  if (!name.empty() && name[0] == '#') return numeric_entity(name.substr(1));
  for (const NamedEntity& entity : kNamedEntities) {
    if (entity.name == name) return entity.code_point;
  }
  return std::nullopt;
}

/// `text[begin]` is '&': the entity there, however often its ampersand was escaped.
std::optional<Repair> entity_at(std::string_view text, std::size_t begin) {
  std::size_t name = begin + 1;
  while (text.substr(name, 4) == "amp;" && name < begin + 64) name += 4;
  constexpr std::size_t kLongestName = 9;
  const std::size_t end =
      text.substr(0, std::min(text.size(), name + kLongestName)).find(';', name);
  std::optional<UChar32> value;
  if (end != std::string_view::npos) value = entity_value(text.substr(name, end - name));
  std::size_t after = end + 1;
  if (!value) {
    if (name == begin + 1) return std::nullopt;
    value = '&';
    after = name;
  }
  Repair repair{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(after),
                RepairKind::entity, ""};
  append_code_point(repair.repaired, *value);
  return repair;
}

bool is_quote(UChar32 c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
}

bool ends_after_quote(UChar32 c) {
  return c == 0 || c == '\n' || c == ',' || c == '.' || c == ';' || c == ':' || c == '!' ||
         c == '?' || c == ')' || c == ']';
}

/// Finds quotes that stand apart from what they quote. Keeps whether a quotation is open, since a
/// quote with blanks on both sides does not say by itself on which side it belongs.
class QuoteRepairs {
 public:
  explicit QuoteRepairs(std::string_view text) : text_(text) {}

  void start_paragraph() { open_ = false; }

  /// The quote at [begin, end). Adds a repair where it is spaced.
  void visit(std::size_t begin, std::size_t end, UChar32 quote, std::vector<Repair>& repairs) {
    std::size_t blanks_begin = begin;
    while (blanks_begin > 0 && is_blank(code_point_before(text_, blanks_begin))) {
      blanks_begin -= width_before(blanks_begin);
    }
    std::size_t blanks_end = end;
    UChar32 after = 0;
    while (blanks_end < text_.size()) {
      std::size_t next = blanks_end;
      after = next_code_point(text_, next);
      if (!is_blank(after)) break;
      blanks_end = next;
      after = 0;
    }
    const bool space_before = blanks_begin < begin || begin == 0 || text_[begin - 1] == '\n';
    const bool space_after = blanks_end > end || ends_after_quote(after);
    const bool opening =
        space_before && (!space_after || !open_) && !(open_ && ends_after_quote(after));
    open_ = opening;
    if (opening && blanks_end > end && after != 0 && after != '\n') {
      add(begin, blanks_end, open_mark(quote), repairs);
    } else if (!opening && blanks_begin < begin && blanks_begin > 0 && space_after) {
      add(blanks_begin, end, close_mark(quote), repairs);
    }
  }

 private:
  [[nodiscard]] std::size_t width_before(std::size_t offset) const {
    std::size_t width = 1;
    while (offset > width && (static_cast<unsigned char>(text_[offset - width]) & 0xC0) == 0x80)
      ++width;
    return width;
  }
  static std::string_view open_mark(UChar32 quote) { return quote == '"' ? "\"" : "\u201C"; }
  static std::string_view close_mark(UChar32 quote) { return quote == '"' ? "\"" : "\u201D"; }

  static void add(std::size_t begin, std::size_t end, std::string_view mark,
                  std::vector<Repair>& repairs) {
    if (!repairs.empty() && repairs.back().end > begin) return;
    repairs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       RepairKind::quotes, std::string(mark)});
  }

  std::string_view text_;
  bool open_ = false;
};

/// Bytes that can begin anything to repair; all other bytes are passed over quickly.
bool may_begin_repair(unsigned char byte) {
  return byte == '&' || byte == '"' || byte == 0xC2 || byte == 0xC3 || byte == 0xE2 ||
         byte == 0xEF || byte == '\n';
}

}  // namespace

std::vector<Repair> character_repairs(std::string_view text) {
  std::vector<Repair> repairs;
  QuoteRepairs quotes(text);
  for (std::size_t offset = 0; offset < text.size();) {
    if (!may_begin_repair(static_cast<unsigned char>(text[offset]))) {
      ++offset;
      continue;
    }
    const std::size_t begin = offset;
    const UChar32 c = next_code_point(text, offset);
    if (c == '\n') {
      quotes.start_paragraph();
    } else if (c == '&') {
      if (auto repair = entity_at(text, begin)) {
        offset = repair->end;
        repairs.push_back(std::move(*repair));
      }
    } else if (c == 0xC2 || c == 0xC3 || c == 0xE2) {
      if (auto repair = mojibake_at(text, begin)) {
        offset = repair->end;
        repairs.push_back(std::move(*repair));
      }
    } else if (is_invisible(c)) {
      repairs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset),
                         RepairKind::invisible, ""});
    } else if (is_quote(c)) {
      quotes.visit(begin, offset, c, repairs);
      if (!repairs.empty()) offset = std::max<std::size_t>(offset, repairs.back().end);
    }
  }
  return repairs;
}

RepairedText::RepairedText(std::string_view original, const std::vector<Repair>& repairs) {
  if (repairs.empty()) {
    text_ = original;
    pieces_.push_back({0, original.size(), 0, original.size(), true});
    return;
  }
  own_.reserve(original.size());
  std::size_t done = 0;
  for (const Repair& repair : repairs) {
    add_piece(done, repair.begin, original.substr(done, repair.begin - done), true);
    add_piece(repair.begin, repair.end, repair.repaired, false);
    done = repair.end;
  }
  add_piece(done, original.size(), original.substr(done), true);
  text_ = own_;
}

void RepairedText::add_piece(std::size_t original_begin, std::size_t original_end,
                             std::string_view text, bool copied) {
  if (text.empty()) return;
  pieces_.push_back({own_.size(), own_.size() + text.size(), original_begin, original_end, copied});
  own_.append(text);
}

std::size_t RepairedText::original_begin(std::size_t offset) {
  while (begin_cursor_ + 1 < pieces_.size() && pieces_[begin_cursor_].end <= offset)
    ++begin_cursor_;
  const Piece& piece = pieces_[begin_cursor_];
  return piece.copied ? piece.original_begin + (offset - piece.begin) : piece.original_begin;
}

std::size_t RepairedText::original_end(std::size_t offset) {
  while (end_cursor_ + 1 < pieces_.size() && pieces_[end_cursor_].end < offset) ++end_cursor_;
  const Piece& piece = pieces_[end_cursor_];
  return piece.copied ? piece.original_begin + (offset - piece.begin) : piece.original_end;
}

}  // namespace techpolicy
