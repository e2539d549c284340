#include "indexer/analysis/misspelling.h"

#include <algorithm>
#include <string>
#include <utility>

namespace techpolicy {
namespace {

constexpr std::size_t kShortest = 7;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether another letter at this place makes a word.
bool is_word_with_other(std::string& word, std::size_t at, const Vocabulary& vocabulary) {
  const char written = word[at];
  bool found = false;
  for (char c = 'a'; c <= 'z' && !found; ++c) {
    word[at] = c;
    found = c != written && vocabulary.is_word(word);
  }
  word[at] = written;
  return found;
}

}  // namespace

bool is_misspelling(std::string_view folded, const Vocabulary& vocabulary) {
  if (folded.size() < kShortest || !std::all_of(folded.begin(), folded.end(), is_letter)) {
    return false;
  }
  std::string word(folded);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (is_word_with_other(word, at, vocabulary)) return true;
    if (at > 0) {
      std::swap(word[at - 1], word[at]);
      const bool found = vocabulary.is_word(word);
      std::swap(word[at - 1], word[at]);
      if (found) return true;
    }
    word.erase(at, 1);
    if (vocabulary.is_word(word)) return true;
    word.insert(at, 1, folded[at]);
  }
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    std::string longer(folded);
    longer.insert(at, 1, ' ');
    if (is_word_with_other(longer, at, vocabulary)) return true;
  }
  return false;
}

}  // namespace techpolicy
