// The words of a stored text as the index has them, each different one looked at once.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// How a word of a text stands to a word that is looked for.
enum class WordFit : std::uint8_t {
  none,
  begins,  ///< The word that is looked for begins so: neighbours may be the rest of it.
  whole,
};

/// Borrows the text and its language. Belongs to one thread.
class TextWords {
 public:
  /// `language` is the article's; foreign sentences have their own.
  TextWords(const StoredText& text, std::string_view language);

  [[nodiscard]] std::size_t tokens() const { return word_of_token_.size(); }
  /// Folded, and with repairs applied.
  [[nodiscard]] const std::string& folded(std::size_t token) const {
    return words_[word_of_token_[token]].folded;
  }
  /// The number of a token's word, for what is known by word.
  [[nodiscard]] std::uint32_t number(std::size_t token) const { return word_of_token_[token]; }

  /// By number of word. `stems`: other forms of the word fit as well.
  [[nodiscard]] std::vector<WordFit> fits(std::string_view wanted, bool stems) const;
  /// The same for several, which are sorted.
  [[nodiscard]] std::vector<WordFit> fits_any(const std::vector<std::string>& wanted) const;

 private:
  struct Word {
    std::string folded;
    std::string_view language;
    mutable std::string stem;  ///< Once asked for; empty before.
  };
  using Numbers = std::unordered_map<std::string_view, std::uint32_t>;

  [[nodiscard]] std::string repaired(const TokenPlace& token) const;
  [[nodiscard]] bool is_repaired(const TokenPlace& token) const;
  [[nodiscard]] std::string_view language_of(const TokenPlace& token) const;
  std::uint32_t add(std::string_view written, std::string_view language, Numbers& numbers);

  const StoredText& text_;
  std::string_view language_;
  std::vector<Word> words_;
  std::deque<std::string> repaired_;  ///< That the numbers were given by.
  std::vector<std::uint32_t> word_of_token_;
};

}  // namespace techpolicy
