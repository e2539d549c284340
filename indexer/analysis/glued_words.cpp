#include "indexer/analysis/glued_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/analysis/lost_spaces.h"
#include "indexer/analysis/misspelling.h"

namespace techpolicy {
namespace {

using Cuts = std::vector<std::size_t>;
using Counts = std::unordered_map<std::string_view, std::size_t>;

/// Words that machine translation most often glues to a name or to the word before.
constexpr std::array<std::string_view, 62> kFunctionWords = {
    "a",      "after", "all",   "also", "an",    "and",   "are",  "as",   "at",  "because", "been",
    "before", "but",   "by",    "can",  "could", "did",   "for",  "from", "had", "has",     "have",
    "he",     "her",   "his",   "if",   "in",    "into",  "is",   "it",   "its", "may",     "not",
    "of",     "on",    "or",    "our",  "over",  "said",  "says", "she",  "so",  "than",    "that",
    "the",    "their", "these", "they", "this",  "to",    "up",   "was",  "we",  "were",    "when",
    "which",  "while", "who",   "will", "with",  "would", "you"};

/// Of these, the ones that end longer words and names: "spillover", "Randall", "Ohioan".
constexpr std::array<std::string_view, 9> kPlainEndings = {"a",    "all", "an", "her", "if",
                                                           "over", "so",  "up", "you"};

/// Of two letters, those that end names: "Harrison", "Texas".
constexpr std::array<std::string_view, 8> kEndingsOfNames = {"as", "at", "he", "in",
                                                             "is", "it", "on", "or"};

/// Words behind a name that make one word of both: "Chinatown", "Frenchwoman", "Swissmade".
constexpr std::array<std::string_view, 14> kNameEndings = {
    "based", "born",  "land", "made",  "maker", "mania", "ness",
    "phile", "speak", "town", "ville", "ware",  "wide",  "world"};

// Trying every cut of a word takes time proportional to its square.
constexpr std::size_t kLongestGlued = 64;
// A name or the word after it may be shorter only with other signs.
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kShortestTail = 4;
constexpr std::size_t kSureName = 5;
constexpr std::size_t kSureBeforeTwoLetters = 6;
constexpr std::size_t kSureBeforeEnding = 9;

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_function_word(std::string_view word) { return is_in(kFunctionWords, word); }

/// A function word that may have lost the space before it.
bool is_tail(std::string_view word) {
  return is_function_word(word) && !is_in(kPlainEndings, word);
}

/// "woman", "men": "Frenchwoman".
bool makes_people(std::string_view word) { return word.ends_with("man") || word.ends_with("men"); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class GlueCutter {
 public:
  GlueCutter(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary)
      : text_(text), tokens_(tokens), vocabulary_(vocabulary) {
    for (const Token& token : tokens) {
      if (token.script == TokenScript::word && token.folded.size() >= 2 &&
          (token.capitalized || token.all_caps) && is_whole_name(vocabulary, token.folded)) {
        unglued_.insert(token.folded);
      }
      unknown_.push_back(is_unknown(token));
      if (unknown_.back()) ++counts_[token.folded];
    }
  }

  [[nodiscard]] GlueCuts cuts(std::size_t i) const {
    if (!unknown_[i] || is_in_domain(i) || is_in_code(i)) return {};
    GlueCuts found = possible_cuts(i);
    const std::string_view folded = tokens_[i].folded;
    const bool whole =
        !found.places.empty() && !is_common_pair(folded) && vocabulary_.is_listed(folded);
    return whole ? GlueCuts{} : found;
  }

 private:
  [[nodiscard]] GlueCuts possible_cuts(std::size_t i) const {
    const Token& token = tokens_[i];
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    const Token* previous = i > 0 && token.before == Separator::space ? &tokens_[i - 1] : nullptr;
    Cuts found = after_name({token, previous, written});
    if (found.empty()) found = at_case_changes(i, written);
    if (found.empty()) found = behind_apostrophe(token);
    if (!found.empty()) return {std::move(found), false};
    // What stands there twice is no accident.
    if (counts_.at(token.folded) > 1) return {};
    const auto lost = find_lost_space(written, token.folded,
                                      token.sentence_start || token.title_line, vocabulary_);
    if (!lost) return {};
    return {{lost->cut}, lost->doubtful || is_misspelling(token.folded, vocabulary_)};
  }

  static bool is_whole_name(const Vocabulary& vocabulary, std::string_view folded) {
    const NameUse* use = vocabulary.name(folded);
    return use != nullptr && (use->whole || use->surname);
  }

  [[nodiscard]] bool is_known(std::string_view folded) const {
    return vocabulary_.is_word(folded) || vocabulary_.name(folded) != nullptr;
  }

  /// Neither word nor name, and not in capitals.
  [[nodiscard]] bool is_unknown(const Token& token) const {
    if (token.script != TokenScript::word || token.in_address) return false;
    if (token.folded.size() < 3 || token.folded.size() > kLongestGlued ||
        token.folded.size() != token.end - token.begin)
      return false;
    if (!token.has_lower && !token.has_digit) return false;
    const std::string_view folded = token.folded;
    if (is_known(folded)) return false;
    if (is_common_pair(folded)) return !token.capitalized;
    return folded.size() > 3 &&
           !(folded.back() == 's' && is_known(folded.substr(0, folded.size() - 1)));
  }

  /// "facebookbrand.com"
  [[nodiscard]] bool is_in_domain(std::size_t i) const {
    return (i + 1 < tokens_.size() && tokens_[i + 1].before == Separator::full_stop) ||
           tokens_[i].before == Separator::full_stop;
  }

  /// "aria-describedby="
  [[nodiscard]] bool is_in_code(std::size_t i) const {
    return text_.substr(tokens_[i].end).starts_with('=');
  }

  struct Place {
    const Token& token;
    const Token* previous;  ///< Behind a blank; else nullptr.
    std::string_view written;
  };

  /// A name cut off at its end: "DeepSeek" of "DeepSeekplanned".
  struct Head {
    std::string_view name;
    std::string_view rest;
    bool whole = false;            ///< A name by itself.
    bool plural = false;           ///< "Americans"
    bool sure = false;             ///< No word and nothing else's name.
    bool surname = false;          ///< The end of a person's name.
    bool ends_a_name = false;      ///< Of more tokens: "Lam Research|had".
    bool ends_in_capital = false;  ///< "SMIC|said"
    bool place = false;
    bool other = false;
  };

  [[nodiscard]] bool is_unglued(std::string_view name) const {
    return unglued_.contains(std::string(name));
  }

  /// "DeepSeek|planned", "Huang|the": a name, then a word in small letters.
  [[nodiscard]] Cuts after_name(const Place& place) const {
    const std::string_view written = place.written;
    const std::string_view folded = place.token.folded;
    if (!is_upper(written[0]) && !(written.size() > 1 && is_upper(written[1]))) return {};
    std::size_t tail = written.size();
    while (tail > 0 && is_lower(written[tail - 1])) --tail;
    for (std::size_t cut = folded.size() - 2; cut >= 2 && cut >= tail; --cut) {
      Head head = head_of(place, cut);
      head.ends_in_capital = cut == tail;
      if (!head.whole && !head.surname && !head.ends_a_name) continue;
      if (may_cut(head, place)) return {cut};
      if (head.whole && !head.plural) return {};  // "Snapchatters" is not of Snap.
    }
    return {};
  }

  [[nodiscard]] Head head_of(const Place& place, std::size_t cut) const {
    const std::string_view folded = place.token.folded;
    Head head;
    head.name = folded.substr(0, cut);
    head.rest = folded.substr(cut);
    const NameUse* use = vocabulary_.name(head.name);
    if (use == nullptr && cut > kSureName && head.name.back() == 's') {  // "Americans|who"
      use = vocabulary_.name(head.name.substr(0, cut - 1));
      if (use != nullptr && !use->place) use = nullptr;
      head.plural = use != nullptr;
    }
    if (use == nullptr) return head;
    head.whole = use->whole;
    head.sure = use->sure && !vocabulary_.is_word(head.name);
    head.surname = use->surname;
    head.ends_a_name = place.previous != nullptr && place.previous->capitalized &&
                       vocabulary_.is_last_pair(place.previous->folded, head.name);
    head.place = use->place;
    head.other = use->other;
    return head;
  }

  /// "Vishwa Hindu Parishad": the names of places begin many others.
  [[nodiscard]] static bool goes_on_a_name(const Head& head, const Place& place) {
    const Token* const before = place.previous;
    return head.place && !head.plural && before != nullptr && before->capitalized &&
           !before->sentence_start && !place.token.title_line;
  }

  [[nodiscard]] bool may_cut(const Head& head, const Place& place) const {
    const Token& token = place.token;
    const bool function_word = is_tail(head.rest);
    const bool word = head.rest.size() >= kShortestTail && vocabulary_.is_word(head.rest) &&
                      !is_in(kNameEndings, head.rest) && !makes_people(head.rest);
    if (!function_word && !word) return false;
    if (head.ends_in_capital && head.whole)
      return head.name.size() > 2 || word || head.rest.size() > 2;
    if (head.name.size() < kShortestName) return false;
    if (head.ends_a_name) return true;
    if (!head.whole) {  // A surname begins many words and other names: "Williamson".
      return is_unglued(head.name) && function_word && head.rest.size() > 2 &&
             !vocabulary_.is_word(head.name);
    }
    // "Metadata" and "Steamship" are words where "Appleplanned" is none.
    if (!head.sure && !function_word && !head.rest.ends_with("ed")) return false;
    const bool ends_names = is_in(kEndingsOfNames, head.rest);
    if (is_unglued(head.name))
      return !(ends_names && head.place && head.rest != "is" && head.rest != "in");
    if (!function_word) {
      return head.sure && head.name.size() >= kSureName &&
             (head.other || head.rest.size() >= kSureName);
    }
    if (head.rest.size() > 2) {
      return (!token.sentence_start || head.sure) && !goes_on_a_name(head, place);
    }
    return head.sure &&
           head.name.size() >= (ends_names ? kSureBeforeEnding : kSureBeforeTwoLetters);
  }

  /// "Agency's|budgetary", "isn't|clear"
  [[nodiscard]] Cuts behind_apostrophe(const Token& token) const {
    if (token.before != Separator::apostrophe || token.capitalized) return {};
    for (const std::string_view ending : {"s", "t", "re", "ve", "ll"}) {
      if (!token.folded.starts_with(ending)) continue;
      const std::string_view rest = std::string_view(token.folded).substr(ending.size());
      if (is_function_word(rest) || (rest.size() > 2 && vocabulary_.is_word(rest))) {
        return {ending.size()};
      }
    }
    return {};
  }

  /// "the|948|Nvidia", "against|Google", "Nvidia|The": cut where small letters, capitals and digits
  /// meet.
  [[nodiscard]] Cuts at_case_changes(std::size_t i, std::string_view written) const {
    Cuts edges = {0};
    for (std::size_t k = 1; k < written.size(); ++k) {
      const bool to_upper =
          is_upper(written[k]) && (is_lower(written[k - 1]) || is_digit(written[k - 1]));
      const bool to_digit = is_digit(written[k]) && is_lower(written[k - 1]);
      if (to_upper || to_digit) edges.push_back(k);
    }
    edges.push_back(written.size());
    constexpr std::size_t kMostEdges = 12;
    if (edges.size() < 3 || edges.size() > kMostEdges) return {};
    return join_pieces(i, written, edges);
  }

  /// Makes of the pieces between edges the longest names; every other piece must be a word.
  [[nodiscard]] Cuts join_pieces(std::size_t token, std::string_view written,
                                 const Cuts& edges) const {
    const std::string_view folded = tokens_[token].folded;
    Cuts cuts;
    std::size_t names = 0;
    for (std::size_t i = 0; i + 1 < edges.size();) {
      std::size_t end = longest_name(token, written, edges, i);
      if (end > i) {
        ++names;
        const std::string_view name = folded.substr(edges[i], edges[end] - edges[i]);
        const NameUse* use = vocabulary_.name(name);
        const bool doubtful = vocabulary_.is_word(name) || use == nullptr || !use->other;
        if (doubtful && edges.size() > 3 && !is_unglued(name)) return {};
      } else {
        end = i + 1;
        if (!is_plain_piece(token, written, edges, i, names)) return {};
      }
      if (i > 0) cuts.push_back(edges[i]);
      i = end;
    }
    return names > 0 ? cuts : Cuts{};
  }

  [[nodiscard]] std::size_t longest_name(std::size_t token, std::string_view written,
                                         const Cuts& edges, std::size_t first) const {
    const std::string_view folded = tokens_[token].folded;
    for (std::size_t last = edges.size() - 1; last > first; --last) {
      const std::string_view name = folded.substr(edges[first], edges[last] - edges[first]);
      if (name.size() < 2) continue;
      if (!is_upper(written[edges[first]]) && last == first + 1) continue;
      const bool at_end = first > 0 && last + 1 == edges.size();
      if (at_end && begins_name(token, name)) return last;
      if (at_end && is_plural_of_place(name)) return last;
      const NameUse* use = vocabulary_.name(name);
      if (use == nullptr || !(use->whole || use->surname)) continue;
      if (name.size() >= kShortestName || is_unglued(name)) return last;
      if (at_end && use->all_caps && is_function_word(folded.substr(0, edges[first]))) return last;
    }
    return first;
  }

  /// "the|White House", "of|New York": the first token of a longer name whose second follows.
  [[nodiscard]] bool begins_name(std::size_t token, std::string_view name) const {
    if (token + 1 >= tokens_.size()) return false;
    const Token& next = tokens_[token + 1];
    return next.capitalized && next.before == Separator::space &&
           vocabulary_.is_pair(name, next.folded);
  }

  /// "the|Russians"
  [[nodiscard]] bool is_plural_of_place(std::string_view name) const {
    if (name.size() <= kSureName || name.back() != 's') return false;
    const NameUse* use = vocabulary_.name(name.substr(0, name.size() - 1));
    return use != nullptr && use->whole && use->place;
  }

  [[nodiscard]] bool is_plain_piece(std::size_t token, std::string_view written, const Cuts& edges,
                                    std::size_t i, std::size_t names_before) const {
    const std::size_t begin = edges[i];
    const std::string_view folded = tokens_[token].folded;
    const std::string_view piece = folded.substr(begin, edges[i + 1] - begin);
    if (is_digit(piece[0])) return begin == 0 || piece.size() >= 3 || names_before == 0;
    if (is_upper(written[begin])) return is_tail(piece);
    if (piece == "s") return begin == 0 && tokens_[token].before == Separator::apostrophe;
    return is_function_word(piece) || (piece.size() >= 3 && vocabulary_.is_word(piece));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  std::unordered_set<std::string> unglued_;
  std::vector<bool> unknown_;  ///< By token.
  Counts counts_;              ///< How often each unknown word stands in the text.
};

}  // namespace

std::vector<GlueCuts> glued_word_cuts(std::string_view text, const std::vector<Token>& tokens,
                                      const Vocabulary& vocabulary) {
  const GlueCutter cutter(text, tokens, vocabulary);
  std::vector<GlueCuts> cuts;
  cuts.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    cuts.push_back(cutter.cuts(i));
  }
  return cuts;
}

}  // namespace techpolicy
