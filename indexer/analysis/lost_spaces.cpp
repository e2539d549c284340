#include "indexer/analysis/lost_spaces.h"

#include <algorithm>
#include <array>

namespace techpolicy {
namespace {

constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"about", "after",   "all",    "also",   "an",      "and",  "any",   "are",   "as",    "at",
     "be",    "because", "been",   "before", "between", "but",  "by",    "can",   "could", "did",
     "do",    "does",    "during", "each",   "for",     "from", "had",   "has",   "have",  "he",
     "her",   "his",     "if",     "in",     "into",    "is",   "it",    "its",   "may",   "more",
     "must",  "no",      "not",    "of",     "on",      "or",   "other", "our",   "over",  "said",
     "says",  "shall",   "she",    "should", "so",      "such", "than",  "that",  "the",   "their",
     "these", "they",    "this",   "those",  "through", "to",   "under", "up",    "was",   "we",
     "were",  "when",    "which",  "while",  "who",     "will", "with",  "would", "you"});

/// Of these, the ones that begin longer words: "overfitting", "onboard".
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"after", "all", "an", "be", "by",   "do", "he",   "her",     "if",    "in", "into",
     "no",    "of",  "on", "or", "over", "so", "than", "through", "under", "up", "we"});

/// Of these, the ones that end longer words and names: "spillover", "sign-up".
constexpr auto kSuffixes =
    std::to_array<std::string_view>({"all", "an", "are", "at", "do", "he", "her", "his", "if", "is",
                                     "it", "no", "or", "over", "so", "through", "up"});

/// What begins or ends compounds and is a word as well: "microsite", "ownership".
constexpr auto kCompounding = std::to_array<std::string_view>(
    {"able",  "anti",   "auto",   "bio",  "book",  "books", "counter", "dom",   "eco",   "fold",
     "geo",   "hood",   "inter",  "land", "lands", "less",  "like",    "line",  "lines", "made",
     "maker", "makers", "making", "man",  "men",   "meta",  "micro",   "mid",   "mini",  "mono",
     "multi", "nano",   "photo",  "poly", "post",  "pro",   "proof",   "room",  "self",  "ship",
     "side",  "sub",    "super",  "tele", "tri",   "uni",   "ward",    "wards", "ware",  "way",
     "ways",  "wide",   "wise",   "work", "works", "worthy"});

/// A capital one of these begins a sentence: "Thecompetent".
constexpr auto kSentenceHeads = std::to_array<std::string_view>(
    {"any", "each", "for", "from", "its", "other", "our", "such", "that", "the", "their", "these",
     "this", "those", "when", "which", "while", "with"});

constexpr auto kPairFirst =
    std::to_array<std::string_view>({"as", "at", "by", "in", "is", "of", "on", "or", "to"});
constexpr auto kPairSecond =
    std::to_array<std::string_view>({"a", "an", "be", "by", "in", "is", "it", "its"});

static_assert(std::ranges::is_sorted(kFunctionWords));
static_assert(std::ranges::is_sorted(kPrefixes) && std::ranges::is_sorted(kSuffixes));
static_assert(std::ranges::is_sorted(kCompounding) && std::ranges::is_sorted(kSentenceHeads));

constexpr std::size_t kShortWord = 3;
constexpr std::size_t kLongWord = 5;
/// The rank of a cut between function words.
constexpr int kTwoFunctionWords = 100;

template <typename Words>
bool is_in(const Words& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class SpaceFinder {
 public:
  SpaceFinder(std::string_view written, std::string_view folded, bool sentence_start,
              const Vocabulary& vocabulary)
      : written_(written), folded_(folded), start_(sentence_start), vocabulary_(vocabulary) {}

  [[nodiscard]] std::optional<LostSpace> find() const {
    if (std::any_of(written_.begin(), written_.end(), is_digit)) return beside_number();
    if (std::any_of(written_.begin() + 1, written_.end(), is_upper)) return at_capital();
    return between_words();
  }

 private:
  /// Rare words only where they are long: short ones of a long list are parts of many.
  [[nodiscard]] bool is_word(std::string_view part) const {
    constexpr std::size_t kLongRareWord = 7;
    if (is_in(kFunctionWords, part)) return true;
    if (part.size() < kShortWord) return false;
    return vocabulary_.is_word(part) || vocabulary_.name(part) != nullptr ||
           (part.size() >= kLongRareWord && vocabulary_.is_listed(part));
  }

  [[nodiscard]] bool is_listed(std::string_view part) const {
    return part.size() > kShortWord && (is_word(part) || vocabulary_.is_listed(part));
  }

  /// "in|2024", "section|230", "2024|the", "10|million".
  [[nodiscard]] std::optional<LostSpace> beside_number() const {
    std::size_t cut = 1;
    const bool number_first = is_digit(written_[0]);
    while (cut < written_.size() && is_digit(written_[cut]) == number_first) ++cut;
    if (cut == written_.size()) return std::nullopt;
    const std::string_view head = folded_.substr(0, cut);
    const std::string_view tail = folded_.substr(cut);
    const std::string_view word = number_first ? tail : head;
    const std::string_view number = number_first ? head : tail;
    if (std::any_of(word.begin(), word.end(), is_digit)) return std::nullopt;
    if (!std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
    const bool capitals = word.size() > 1 && is_upper(written_[number_first ? cut + 1 : 1]);
    if (capitals || word.size() < 2) return std::nullopt;
    if (is_in(kFunctionWords, word) && (!number_first || word.size() > 2 || number.size() > 1)) {
      return LostSpace{cut, false};
    }
    if (word.size() > kShortWord && vocabulary_.is_word(word)) return LostSpace{cut, true};
    // "June|2017"
    constexpr std::size_t kYear = 4;
    if (number.size() == kYear && is_listed(word)) return LostSpace{cut, true};
    return std::nullopt;
  }

  /// "this|Regulation", "Member|States", "AI|systems", "the|EU".
  [[nodiscard]] std::optional<LostSpace> at_capital() const {
    std::size_t cut = 1;
    while (cut < written_.size() && !is_upper(written_[cut])) ++cut;
    if (cut == 1) return behind_capitals();
    const std::string_view head = folded_.substr(0, cut);
    const std::string_view tail = folded_.substr(cut);
    const std::string_view written_tail = written_.substr(cut);
    const std::string_view capitals =
        written_tail.substr(0, written_tail.size() - (written_tail.ends_with('s') ? 1 : 0));
    const bool acronym = std::all_of(capitals.begin(), capitals.end(), is_upper);
    const bool word = std::all_of(written_tail.begin() + 1, written_tail.end(), is_lower);
    const bool function_word = is_in(kFunctionWords, head) && !is_in(kPrefixes, head);
    if (tail.size() < 2 || (!acronym && !word)) return std::nullopt;
    // "the AnyBoost family": two capitals make a name, where no sentence begins with the first.
    if (function_word) return LostSpace{cut, is_upper(written_[0]) && !start_};
    if (is_in(kFunctionWords, head) && (acronym || is_listed(tail))) {
      return LostSpace{cut, is_upper(written_[0])};
    }
    if (head.size() < kShortWord || !is_word(head)) return std::nullopt;
    if (acronym || (tail.size() >= kShortWord && is_word(tail)) || is_listed(tail)) {
      return LostSpace{cut, true};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<LostSpace> behind_capitals() const {
    if (!is_upper(written_[0])) return std::nullopt;  // "eCall"
    std::size_t cut = 1;
    while (cut < written_.size() && is_upper(written_[cut])) ++cut;
    const std::string_view tail = folded_.substr(cut);
    if (!std::all_of(tail.begin(), tail.end(), is_lower)) return std::nullopt;
    if (tail.size() >= 2 && is_in(kFunctionWords, tail)) return LostSpace{cut, tail.size() == 2};
    if (tail.size() > kShortWord && vocabulary_.is_word(tail)) return LostSpace{cut, true};
    return std::nullopt;
  }

  struct Cut {
    int rank = 0;  ///< The higher the likelier; 0 for none.
    LostSpace space;
  };

  [[nodiscard]] std::optional<LostSpace> between_words() const {
    Cut best;
    for (std::size_t at = 1; at < folded_.size(); ++at) {
      const Cut cut = cut_at(at);
      if (cut.rank > best.rank) best = cut;
    }
    if (best.rank == 0) return std::nullopt;
    // "a|record" rather than "are|cord".
    const Cut article = cut_at(1);
    const bool weak = folded_.size() - best.space.cut <= kLongWord;
    if (article.rank > 0 && weak && best.rank < kTwoFunctionWords) return article.space;
    return best.space;
  }

  [[nodiscard]] Cut cut_at(std::size_t at) const {
    const std::string_view head = folded_.substr(0, at);
    const std::string_view tail = folded_.substr(at);
    const bool article_head = head == "a" && tail.size() > kShortWord;
    const bool article_tail = tail == "a" && head.size() > kShortWord;
    const auto size = static_cast<int>(std::min(head.size(), tail.size()));
    if (is_common_pair(folded_) && is_pair(head, tail)) return {200, {at, false}};
    if (!(is_word(head) || article_head) || !(is_word(tail) || article_tail)) return {};
    const bool head_is = is_in(kFunctionWords, head);
    const bool tail_is = is_in(kFunctionWords, tail);
    if (is_upper(written_[0]) && !start_) return behind_name_like(head, tail, at);
    if (head_is && tail_is) return {kTwoFunctionWords + size, {at, false}};
    if (article_head || article_tail) return {40, {at, true}};
    if (head_is) return {60 + size, {at, is_in(kPrefixes, head)}};
    if (tail_is) return {60 + size, {at, is_in(kSuffixes, tail)}};
    if (is_in(kCompounding, head) || is_in(kCompounding, tail)) return {};
    const bool long_enough = size > 3 || head.size() + tail.size() > 7;
    return long_enough ? Cut{10 + size, {at, true}} : Cut{};
  }

  /// A capital in mid-sentence: a name, unless little words say otherwise.
  [[nodiscard]] Cut behind_name_like(std::string_view head, std::string_view tail,
                                     std::size_t at) const {
    const auto size = static_cast<int>(std::min(head.size(), tail.size()));
    const bool plain_head = vocabulary_.is_word(head);
    if (is_in(kFunctionWords, tail)) {
      const bool likely = plain_head && head.size() >= kLongWord;
      return likely ? Cut{60 + size, {at, is_in(kSuffixes, tail) || tail.size() == 2}} : Cut{};
    }
    if (is_in(kSentenceHeads, head) && vocabulary_.is_word(tail) && tail.size() >= kLongWord) {
      return {60 + size, {at, true}};
    }
    const bool two_words = plain_head && vocabulary_.is_word(tail) && size > 2 &&
                           head.size() + tail.size() > 7 && !is_in(kCompounding, head) &&
                           !is_in(kCompounding, tail);
    return two_words ? Cut{10 + size, {at, true}} : Cut{};
  }

  static bool is_pair(std::string_view head, std::string_view tail) {
    return is_in(kPairFirst, head) && is_in(kPairSecond, tail);
  }

  std::string_view written_;
  std::string_view folded_;
  bool start_;
  const Vocabulary& vocabulary_;
};

}  // namespace

std::optional<LostSpace> find_lost_space(std::string_view written, std::string_view folded,
                                         bool sentence_start, const Vocabulary& vocabulary) {
  return SpaceFinder(written, folded, sentence_start, vocabulary).find();
}

bool is_common_pair(std::string_view folded) {
  constexpr std::size_t kFirst = 2;
  return folded.size() > kFirst && is_in(kPairFirst, folded.substr(0, kFirst)) &&
         is_in(kPairSecond, folded.substr(kFirst));
}

}  // namespace techpolicy
