// Words of the field in other languages and what they mean in English: "puces" is "chips".
//
// Translations leave such words behind, and articles quote them. They are found under their meaning
// as well, marked as such.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/analysis/vocabulary.h"

namespace techpolicy {

struct Token;

/// A foreign word or phrase in a text.
struct Gloss {
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< Included.
  std::string_view meaning;    ///< English, folded, words with single blanks. The glossary's own.
};

/// Immutable once shared: any number of threads.
class Glossary {
 public:
  Glossary() = default;
  /// From the bytes of a glossary: lines of language, words and meaning with tabs between, and
  /// comments. Throws CorpusError naming the line.
  explicit Glossary(std::string bytes);

  /// From a file; empty where there is none. Throws CorpusError.
  [[nodiscard]] static Glossary load(const std::filesystem::path& file);

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

  /// The longest entry at `tokens[first]`. In a sentence of another `language` than the glossary's,
  /// words of every language are looked for, but none that is a word or a name itself. nullptr
  /// meaning (empty) where there is none.
  [[nodiscard]] Gloss at(const std::vector<Token>& tokens, std::size_t first,
                         std::string_view language, const Vocabulary& vocabulary) const;

 private:
  struct Entry {
    std::vector<std::string> stems;  ///< Of its words; of Chinese its characters.
    std::string meaning;
  };
  using Entries = std::unordered_map<std::string, std::vector<Entry>>;

  void add(std::string_view language, std::string_view words, std::string_view meaning,
           const std::string& where);
  [[nodiscard]] static const Entry* longest(const Entries& entries, std::string_view language,
                                            const std::vector<Token>& tokens, std::size_t first,
                                            const Vocabulary* foreign_to);
  [[nodiscard]] bool may_begin(std::string_view folded) const;

  std::string bytes_;
  std::unordered_map<std::string, Entries> languages_;  ///< By first stem; longest first.
  std::vector<bool> beginnings_;  ///< By hash of the first bytes: passes most words by.
};

}  // namespace techpolicy
