// Reads the parts of a citation from tokens, one after the other.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// Stands before a token of a text. Every take moves behind what it took and returns true, or
/// stays. Nothing is taken beyond a paragraph's end, except the first token.
class CitationCursor {
 public:
  CitationCursor(const TextAnalysis& text, std::size_t first)
      : text_(&text), first_(first), next_(first) {}

  [[nodiscard]] std::size_t next() const { return next_; }
  /// The last token taken.
  [[nodiscard]] std::size_t last() const { return next_ - 1; }

  [[nodiscard]] const Token* peek() const {
    if (next_ >= text_->tokens.size()) return nullptr;
    const Token& token = text_->tokens[next_];
    if (token.in_address || (next_ > first_ && token.before == Separator::paragraph)) {
      return nullptr;
    }
    return &token;
  }

  bool word(std::string_view folded) {
    const Token* token = peek();
    return token != nullptr && token->folded == folded && take();
  }

  bool any_word(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [this](std::string_view one) { return word(one); });
  }

  bool capitalized(std::string_view folded) {
    const Token* token = peek();
    return token != nullptr && token->capitalized && word(folded);
  }

  /// A word in capitals only: "HB".
  bool capitals(std::string_view folded) {
    const Token* token = peek();
    return token != nullptr && token->all_caps && word(folded);
  }

  /// The letters of an abbreviation with dots, blanks or neither: "H.R.", "H. R.", "HR", "h.r.".
  bool letters(std::string_view folded) {
    if (capitals(folded)) return true;
    const std::size_t start = next_;
    for (const char letter : folded) {
      const std::string_view one(&letter, 1);
      if (!capitals(one) && !(word(one) && is_joined_by("."))) {
        next_ = start;
        return false;
      }
    }
    return true;
  }

  /// Digits only, so many of them. Empty where there are none.
  std::string number(std::size_t least_digits, std::size_t most_digits) {
    const Token* token = peek();
    if (token == nullptr || !is_number(token->folded)) return {};
    if (token->folded.size() < least_digits || token->folded.size() > most_digits) return {};
    take();
    return token->folded;
  }

  /// What stands between the token before and the next is only this, blanks aside.
  [[nodiscard]] bool is_joined_by(std::string_view mark) const {
    if (next_ == 0 || next_ >= text_->tokens.size()) return false;
    const std::size_t from = text_->tokens[next_ - 1].end;
    std::string between(text_->text.substr(from, text_->tokens[next_].begin - from));
    std::erase(between, ' ');
    return between == mark;
  }

  [[nodiscard]] static bool is_number(std::string_view folded) {
    return !folded.empty() &&
           std::ranges::all_of(folded, [](char c) { return c >= '0' && c <= '9'; });
  }

 private:
  bool take() {
    ++next_;
    return true;
  }

  const TextAnalysis* text_;
  std::size_t first_;
  std::size_t next_;
};

}  // namespace techpolicy
