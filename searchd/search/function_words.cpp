#include "searchd/search/function_words.h"

#include <algorithm>
#include <array>

namespace techpolicy {
namespace {

constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "a",       "about", "above",   "after",  "against", "all",   "also",    "am",      "among",
    "an",      "and",   "any",     "are",    "as",      "at",    "be",      "because", "been",
    "before",  "being", "between", "both",   "but",     "by",    "can",     "could",   "did",
    "do",      "does",  "doing",   "done",   "during",  "each",  "either",  "for",     "from",
    "had",     "has",   "have",    "having", "he",      "her",   "here",    "him",     "his",
    "how",     "i",     "if",      "in",     "into",    "is",    "it",      "its",     "may",
    "me",      "might", "more",    "most",   "must",    "my",    "neither", "no",      "nor",
    "not",     "of",    "on",      "only",   "or",      "other", "our",     "out",     "over",
    "own",     "per",   "shall",   "she",    "should",  "since", "so",      "some",    "such",
    "than",    "that",  "the",     "their",  "them",    "then",  "there",   "these",   "they",
    "this",    "those", "through", "to",     "too",     "under", "until",   "up",      "upon",
    "us",      "very",  "was",     "we",     "were",    "what",  "when",    "where",   "whether",
    "which",   "while", "who",     "whom",   "whose",   "why",   "will",    "with",    "within",
    "without", "would", "you",     "your",
});
static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

}  // namespace

bool is_function_word(std::string_view folded) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), folded);
}

}  // namespace techpolicy
