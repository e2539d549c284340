#include "indexer/analysis/tokenizer.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "indexer/analysis/code_points.h"
#include "indexer/analysis/folding.h"

namespace techpolicy {
namespace {

/// A full stop behind one of these does not end a sentence.
constexpr std::array<std::string_view, 44> kAbbreviations = {
    "al", "apr",  "art", "aug", "ave", "cf",  "co",   "corp", "dec", "dept", "dr",
    "ed", "etc",  "feb", "fig", "gen", "gov", "inc",  "jan",  "jr",  "jul",  "jun",
    "lt", "ltd",  "mar", "mr",  "mrs", "ms",  "mt",   "no",   "nos", "nov",  "oct",
    "pp", "prof", "rep", "rev", "sen", "sep", "sept", "sr",   "st",  "univ", "vs"};

bool is_word_character(UChar32 c) {
  return c < 0x80 ? u_isalnum(c) != 0 : u_isalnum(c) != 0 || is_mark(c);
}

bool is_terminal(UChar32 c) {
  return c == '!' || c == '?' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x61F;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, ParagraphBreaks breaks) : text_(text), breaks_(breaks) {
    tokens_.reserve(text.size() / 6 + 1);
  }

  std::vector<Token> run() {
    while (offset_ < text_.size()) {
      const std::size_t begin = offset_;
      const UChar32 c = next_code_point(text_, offset_);
      if (is_han_or_kana(c) || is_hangul(c)) {
        add_single(begin, c);
      } else if (u_isalnum(c)) {
        offset_ = begin;
        add_word();
      } else {
        separate(c);
      }
    }
    return std::move(tokens_);
  }

 private:
  void push(Token&& token) {
    token.before = separator_;
    const bool new_sentence =
        separator_ == Separator::paragraph || (sentence_end_ && begins_sentence(token));
    token.sentence_start = new_sentence;
    token.in_address = in_address_;
    tokens_.push_back(std::move(token));
    separator_ = Separator::none;
    sentence_end_ = false;
    line_breaks_ = 0;
  }

  /// After a terminal mark: a capital, a digit or a script without capitals. A small letter goes
  /// on.
  [[nodiscard]] bool begins_sentence(const Token& token) const {
    return token.script != TokenScript::word || token.capitalized || token.has_digit ||
           !token.has_lower || hard_end_;
  }

  void add_single(std::size_t begin, UChar32 c) {
    Token token;
    token.begin = begin;
    token.end = offset_;
    token.script = is_hangul(c) ? TokenScript::hangul : TokenScript::han;
    token.capitalized = true;
    append_folded(token.folded, c, 0);
    push(std::move(token));
  }

  void add_word() {
    Token token;
    token.begin = offset_;
    UChar32 base = 0;
    while (offset_ < text_.size()) {
      std::size_t next = offset_;
      const UChar32 c = next_code_point(text_, next);
      const bool invisible = is_invisible(c);
      if (!invisible && (!is_word_character(c) || is_han_or_kana(c) || is_hangul(c))) break;
      if (begins_glued_initials(token.begin)) break;
      append_folded(token.folded, c, base);
      if (!invisible && !is_mark(c)) base = c;
      offset_ = next;
    }
    token.end = offset_;
    set_letter_case(token, text_);
    if (token.end - token.begin == 1 && token.all_caps) take_initials(token);
    if (token.folded == "www") in_address_ = true;
    const bool before_initials = begins_glued_initials(token.begin);
    token.glued = before_initials || begins_glued_initials_at(token.begin);
    if (!token.folded.empty()) push(std::move(token));
    if (before_initials) separator_ = Separator::space;
  }

  /// At `offset_` in "the|U.S.".
  [[nodiscard]] bool begins_glued_initials(std::size_t word_begin) const {
    return offset_ > word_begin && begins_glued_initials_at(offset_);
  }

  /// A small letter, then initials.
  [[nodiscard]] bool begins_glued_initials_at(std::size_t at) const {
    return at > 0 && is_small(text_[at - 1]) && at < text_.size() && is_capital(text_[at]) &&
           capital_after_stop(at + 1);
  }

  static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

  /// ".S" and no word after it.
  [[nodiscard]] bool capital_after_stop(std::size_t at) const {
    return at + 1 < text_.size() && text_[at] == '.' && is_capital(text_[at + 1]) &&
           (at + 2 >= text_.size() || u_isalnum(static_cast<unsigned char>(text_[at + 2])) == 0);
  }

  /// "U.S." and "U.S.A" are one token. `token` is a capital letter before `offset_`.
  void take_initials(Token& token) {
    if (!capital_after_stop(offset_)) return;
    while (capital_after_stop(offset_)) {
      token.folded += static_cast<char>(text_[offset_ + 1] - 'A' + 'a');
      offset_ += 2;
    }
    if (offset_ < text_.size() && text_[offset_] == '.') {
      ++offset_;
      sentence_end_after_initials_ = true;
    }
    token.end = offset_;
  }

  void separate(UChar32 c) {
    if (c == '\n') {
      line_break();
    } else if (is_blank(c)) {
      in_address_ = false;
      if (sentence_end_after_initials_) sentence_end_ = false;
      sentence_end_after_initials_ = false;
      if (separator_ == Separator::none) separator_ = Separator::space;
      if (separator_ == Separator::full_stop) separator_ = Separator::other;
    } else if (is_hyphen(c)) {
      separator_ = separator_ == Separator::none ? Separator::hyphen : stronger();
    } else if (is_apostrophe(c)) {
      separator_ = separator_ == Separator::none ? Separator::apostrophe : stronger();
    } else if (c == ',') {
      separator_ = separator_ == Separator::none || separator_ == Separator::space
                       ? Separator::comma
                       : stronger();
    } else {
      mark(c);
    }
  }

  void mark(UChar32 c) {
    if (c == '.' || c == 0x2026 || c == 0xFF0E) {
      full_stop(c);
    } else if (is_terminal(c)) {
      sentence_end_ = true;
      hard_end_ = c >= 0x80;
      separator_ = stronger();
    } else if (c == '@' || (c == ':' && text_.substr(offset_, 2) == "//")) {
      in_address_ = true;
      separator_ = stronger();
    } else if (separator_ == Separator::paragraph) {
      return;
    } else if (c == ':') {
      separator_ = Separator::colon;
    } else if (c == '(' || c == '[') {
      separator_ = Separator::open_bracket;
    } else if (c == '$') {
      separator_ = Separator::dollar;
    } else {
      separator_ = Separator::other;
    }
  }

  void full_stop(UChar32 c) {
    hard_end_ = false;
    sentence_end_ = c == 0x2026 || tokens_.empty() || !is_abbreviation(tokens_.back());
    separator_ = separator_ == Separator::none && c == '.' ? Separator::full_stop : stronger();
  }

  static bool is_abbreviation(const Token& token) {
    if (token.script != TokenScript::word) return false;
    if (token.folded.size() == 1 && token.capitalized) return true;
    return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), token.folded);
  }

  void line_break() {
    in_address_ = false;
    ++line_breaks_;
    if (line_breaks_ >= 2 || breaks_ == ParagraphBreaks::line_breaks) {
      separator_ = Separator::paragraph;
    } else if (separator_ == Separator::none || separator_ == Separator::space) {
      separator_ = Separator::line_break;
    } else {
      separator_ = stronger();
    }
  }

  /// What a further mark makes of the separator: a paragraph stays one.
  [[nodiscard]] Separator stronger() const {
    return separator_ == Separator::paragraph ? Separator::paragraph : Separator::other;
  }

  std::string_view text_;
  ParagraphBreaks breaks_;
  std::vector<Token> tokens_;
  std::size_t offset_ = 0;
  Separator separator_ = Separator::paragraph;
  unsigned line_breaks_ = 0;
  bool sentence_end_ = false;
  bool hard_end_ = false;
  bool sentence_end_after_initials_ = false;
  bool in_address_ = false;
};

/// Tells one hard-wrapped paragraph from a list of paragraphs by where its sentences end.
class LineEnds {
 public:
  void add(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t");
    ended_ = std::string_view(".!?\"").find(line[last]) != std::string_view::npos;
    ends_ += ended_ ? 1U : 0U;
    bytes_ += line.size();
    longest_ = std::max(longest_, line.size());
    ++lines_;
  }

  /// The last line ends a sentence and few of the others do; lines are long, but not too long.
  [[nodiscard]] bool are_wrapped() const {
    constexpr std::size_t kLongestLine = 100;
    constexpr std::size_t kShortestMean = 25;
    constexpr std::size_t kLinesPerEnd = 4;
    return lines_ > 1 && ended_ && (ends_ - 1) * kLinesPerEnd <= lines_ - 1 &&
           longest_ <= kLongestLine && bytes_ >= kShortestMean * lines_;
  }

 private:
  std::size_t lines_ = 0;
  std::size_t bytes_ = 0;
  std::size_t longest_ = 0;
  std::size_t ends_ = 0;
  bool ended_ = false;
};

}  // namespace

ParagraphBreaks paragraph_breaks(std::string_view text) {
  bool text_before = false;
  LineEnds lines;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view written = text.substr(line, end - line);
    const bool blank = written.find_first_not_of(" \t") == std::string_view::npos;
    if (blank && text_before) {
      const bool text_after = text.find_first_not_of(" \t\n", end) != std::string_view::npos;
      if (text_after) return ParagraphBreaks::blank_lines;
      break;
    }
    if (!blank) lines.add(written);
    text_before = text_before || !blank;
    line = end + 1;
  }
  return lines.are_wrapped() ? ParagraphBreaks::blank_lines : ParagraphBreaks::line_breaks;
}

std::vector<Token> tokenize(std::string_view text, ParagraphBreaks breaks) {
  return Tokenizer(text, breaks).run();
}

void set_letter_case(Token& token, std::string_view text) {
  bool has_upper = false;
  token.capitalized = token.has_lower = token.has_digit = false;
  for (std::size_t offset = token.begin; offset < token.end;) {
    const bool first = offset == token.begin;
    const UChar32 c = next_code_point(text, offset);
    if (u_isupper(c) || u_istitle(c)) {
      has_upper = true;
      if (first) token.capitalized = true;
    } else if (u_islower(c)) {
      token.has_lower = true;
    } else if (u_isdigit(c)) {
      token.has_digit = true;
    }
  }
  token.all_caps = has_upper && !token.has_lower;
}

}  // namespace techpolicy
