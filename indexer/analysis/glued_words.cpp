#include "indexer/analysis/glued_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace techpolicy {
namespace {

using Cuts = std::vector<std::size_t>;

/// Words that machine translation most often glues to a name or to the word before.
constexpr std::array<std::string_view, 44> kFunctionWords = {
    "after", "also", "and",  "are", "as",  "at",   "because", "before", "but",   "by",   "can",
    "could", "for",  "from", "had", "has", "have", "he",      "if",     "in",    "is",   "it",
    "its",   "may",  "not",  "of",  "on",  "or",   "said",    "says",   "she",   "that", "the",
    "these", "they", "this", "to",  "was", "we",   "were",    "when",   "which", "who",  "with"};

bool is_function_word(std::string_view word) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class GlueCutter {
 public:
  GlueCutter(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {
    for (const Token& token : tokens) {
      if (token.script == TokenScript::word && token.folded.size() >= 2 &&
          (token.capitalized || token.all_caps) && vocabulary.name(token.folded) != nullptr) {
        unglued_.insert(token.folded);
      }
    }
  }

  [[nodiscard]] Cuts cuts(const Token& token, const Token* previous) const {
    if (!is_candidate(token)) return {};
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    Cuts found = after_name(written, token.folded, ends_name(token, previous));
    if (found.empty()) found = at_case_changes(written, token.folded);
    if (found.empty()) found = between_words(token);
    return found;
  }

 private:
  [[nodiscard]] bool is_known(std::string_view folded) const {
    return vocabulary_.is_word(folded) || vocabulary_.name(folded) != nullptr;
  }

  [[nodiscard]] bool is_candidate(const Token& token) const {
    if (token.script != TokenScript::word || token.in_address) return false;
    if (token.folded.size() < 4 || token.folded.size() != token.end - token.begin) return false;
    if (!token.has_lower && !token.has_digit) return false;
    const std::string_view folded = token.folded;
    return !is_known(folded) &&
           !(folded.back() == 's' && is_known(folded.substr(0, folded.size() - 1)));
  }

  /// Behind a capitalized part of a name: "Lam Research|had", "Commerce Department|said".
  [[nodiscard]] bool ends_name(const Token& token, const Token* previous) const {
    return previous != nullptr && token.before == Separator::space && previous->capitalized &&
           vocabulary_.name(previous->folded) != nullptr;
  }

  /// "DeepSeek|planned", "Huang|the": a name, then a word in small letters.
  [[nodiscard]] Cuts after_name(std::string_view written, std::string_view folded,
                                bool may_end_name) const {
    if (!is_upper(written[0]) && !(written.size() > 1 && is_upper(written[1]))) return {};
    std::size_t tail = written.size();
    while (tail > 0 && is_lower(written[tail - 1])) --tail;
    for (std::size_t cut = folded.size() - 2; cut >= 2 && cut >= tail; --cut) {
      if (is_name_and_word(written, folded, cut, cut == tail, may_end_name)) return {cut};
    }
    return {};
  }

  [[nodiscard]] bool is_name_and_word(std::string_view written, std::string_view folded,
                                      std::size_t cut, bool ends_in_capital,
                                      bool may_end_name) const {
    const std::string_view head = folded.substr(0, cut);
    const std::string_view rest = folded.substr(cut);
    const NameUse* use = vocabulary_.name(head);
    if (use == nullptr || !(use->whole || may_end_name)) return false;
    const bool function_word = is_function_word(rest);
    if (!function_word && !(rest.size() >= 4 && vocabulary_.is_word(rest))) return false;
    const bool unglued = unglued_.contains(std::string(head));
    if (ends_in_capital && is_upper(written[0]) && use->all_caps) {
      return cut >= 5 || unglued || (function_word && cut >= 3);
    }
    if (cut < 4) return false;
    const bool weak =
        vocabulary_.is_word(head) || cut < 5 || (function_word && rest.size() < 3) || !use->other;
    return !(weak && !unglued) && (use->other || function_word);
  }

  /// "the|948|Nvidia", "against|Google", "Nvidia|The": cut where small letters, capitals and digits
  /// meet.
  [[nodiscard]] Cuts at_case_changes(std::string_view written, std::string_view folded) const {
    Cuts edges = {0};
    for (std::size_t i = 1; i < written.size(); ++i) {
      const bool to_upper =
          is_upper(written[i]) && (is_lower(written[i - 1]) || is_digit(written[i - 1]));
      const bool to_digit = is_digit(written[i]) && is_lower(written[i - 1]);
      if (to_upper || to_digit) edges.push_back(i);
    }
    edges.push_back(written.size());
    constexpr std::size_t kMostEdges = 12;
    if (edges.size() < 3 || edges.size() > kMostEdges) return {};
    return join_pieces(written, folded, edges);
  }

  /// Makes of the pieces between edges the longest names; every other piece must be a word.
  [[nodiscard]] Cuts join_pieces(std::string_view written, std::string_view folded,
                                 const Cuts& edges) const {
    Cuts cuts;
    std::size_t names = 0;
    for (std::size_t i = 0; i + 1 < edges.size();) {
      std::size_t end = longest_name(written, folded, edges, i);
      if (end > i) {
        ++names;
        const std::string_view name = folded.substr(edges[i], edges[end] - edges[i]);
        const NameUse* use = vocabulary_.name(name);
        const bool doubtful = vocabulary_.is_word(name) || !use->other;
        if (doubtful && edges.size() > 3 && !unglued_.contains(std::string(name))) return {};
      } else {
        end = i + 1;
        if (!is_plain_piece(written, folded, edges[i], edges[end], names)) return {};
      }
      if (i > 0) cuts.push_back(edges[i]);
      i = end;
    }
    return names > 0 ? cuts : Cuts{};
  }

  [[nodiscard]] std::size_t longest_name(std::string_view written, std::string_view folded,
                                         const Cuts& edges, std::size_t first) const {
    for (std::size_t last = edges.size() - 1; last > first; --last) {
      const std::string_view name = folded.substr(edges[first], edges[last] - edges[first]);
      if (name.size() < 2) continue;
      const NameUse* use = vocabulary_.name(name);
      if (use == nullptr || !use->whole) continue;
      if (!is_upper(written[edges[first]]) && last == first + 1) continue;
      if (name.size() >= 4 || unglued_.contains(std::string(name))) return last;
    }
    return first;
  }

  [[nodiscard]] bool is_plain_piece(std::string_view written, std::string_view folded,
                                    std::size_t begin, std::size_t end,
                                    std::size_t names_before) const {
    const std::string_view piece = folded.substr(begin, end - begin);
    if (is_digit(piece[0])) return begin == 0 || piece.size() >= 3 || names_before == 0;
    if (is_upper(written[begin])) return is_function_word(piece);
    return is_function_word(piece) || (piece.size() >= 3 && vocabulary_.is_word(piece));
  }

  /// "processors|the": two ordinary words, the second or the first a function word.
  [[nodiscard]] Cuts between_words(const Token& token) const {
    const std::string_view folded = token.folded;
    if (token.has_digit || (token.capitalized && !token.sentence_start)) return {};
    for (std::size_t cut = folded.size() - 3; cut >= 5 && cut + 6 > folded.size(); --cut) {
      const std::string_view rest = folded.substr(cut);
      if (is_function_word(rest) && vocabulary_.is_word(folded.substr(0, cut))) return {cut};
    }
    for (std::size_t cut = 3; cut <= 5 && cut + 6 <= folded.size(); ++cut) {
      const std::string_view head = folded.substr(0, cut);
      if (is_function_word(head) && vocabulary_.is_word(folded.substr(cut))) return {cut};
    }
    return {};
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::unordered_set<std::string> unglued_;
};

}  // namespace

std::vector<Cuts> glued_word_cuts(std::string_view text, const std::vector<Token>& tokens,
                                  const Vocabulary& vocabulary) {
  const GlueCutter cutter(text, tokens, vocabulary);
  std::vector<Cuts> cuts;
  cuts.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    cuts.push_back(cutter.cuts(tokens[i], i == 0 ? nullptr : &tokens[i - 1]));
  }
  return cuts;
}

}  // namespace techpolicy
