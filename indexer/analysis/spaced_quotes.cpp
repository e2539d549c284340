#include "indexer/analysis/spaced_quotes.h"

#include <algorithm>

#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

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

/// Bytes that can begin a quote or end a paragraph; all others are passed over quickly.
bool is_of_interest(unsigned char byte) {
  return byte == '"' || byte == 0xC2 || byte == 0xE2 || byte == '\n';
}

}  // namespace

std::vector<Repair> quote_repairs(std::string_view text) {
  std::vector<Repair> repairs;
  QuoteRepairs quotes(text);
  for (std::size_t offset = 0; offset < text.size();) {
    if (!is_of_interest(static_cast<unsigned char>(text[offset]))) {
      ++offset;
      continue;
    }
    const std::size_t begin = offset;
    const UChar32 c = next_code_point(text, offset);
    if (c == '\n') {
      quotes.start_paragraph();
    } else if (is_quote(c)) {
      quotes.visit(begin, offset, c, repairs);
      if (!repairs.empty()) offset = std::max<std::size_t>(offset, repairs.back().end);
    }
  }
  return repairs;
}

}  // namespace techpolicy
