// A text as the brute-force scan sees it, and where wishes stand in it: every combination of places
// is tried.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/analysis/stemmer.h"
#include "indexer/build/analyzed_article.h"
#include "indexer/entities/mentioned_names.h"
#include "tests/searchd/search/wish.h"

namespace techpolicy {

/// First and last position of an occurrence.
using Place = std::pair<std::uint32_t, std::uint32_t>;
using Places = std::set<Place>;

class ScannedText {
 public:
  /// The first `tokens` tokens of an analyzed title or body.
  ScannedText(const TextAnalysis& text, std::size_t tokens, const std::vector<Mention>& mentions,
              const MentionedNames& names);

  /// Of a word, exact, phrase, pattern, fuzzy, cased, name or any. `language`: the article's.
  [[nodiscard]] Places places(const Wish& wish, const std::string& language,
                              const Analyzer& analyzer, Stemmer& stemmer) const;

  /// Is there a place of each part, each near the next as the links say?
  [[nodiscard]] bool holds_chain(const Wish& wish, const std::string& language,
                                 const Analyzer& analyzer, Stemmer& stemmer) const;

 private:
  [[nodiscard]] Places phrase(const std::vector<std::string>& forms) const;
  [[nodiscard]] bool near(const Place& left, const Place& right, const Proximity& link) const;
  [[nodiscard]] bool chain_from(const std::vector<Places>& parts,
                                const std::vector<Proximity>& links, std::size_t next,
                                const Place& last) const;

  std::map<std::uint32_t, std::set<std::string>> forms_;
  std::map<std::uint32_t, std::string> written_;
  std::map<std::uint32_t, std::size_t> sentence_;   ///< Number of the sentence, by position.
  std::map<std::uint32_t, std::size_t> paragraph_;  ///< The same of the paragraph.
  std::map<std::uint32_t, std::string> foreign_;    ///< Language, where it is not the article's.
  std::map<std::uint32_t, std::set<std::string>> meanings_;  ///< Words of glosses.
  std::map<std::string, Places> mentions_;                   ///< By entity id.
};

/// Insertions, deletions, replacements and swaps of neighbours between two words, by the textbook.
[[nodiscard]] std::size_t edit_distance(const std::u32string& a, const std::u32string& b);

/// By the textbook recursion; "?" at the end may be missing.
[[nodiscard]] bool fits_by_recursion(const std::u32string& pattern, const std::u32string& word);

}  // namespace techpolicy
