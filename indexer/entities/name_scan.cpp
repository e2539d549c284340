// The walk over the trie: at each token the longest name that its rules allow.
#include "indexer/entities/name_scan.h"

#include <algorithm>
#include <string_view>

#include "indexer/entities/cue_words.h"

namespace techpolicy {
namespace {

constexpr std::size_t kLongestTicker = 5;
constexpr std::size_t kShortestPlural = 4;

/// The outcome of a walk: where the longest name ends and what it is; a blocker has no forms.
struct LongestName {
  bool found = false;
  std::size_t last = 0;
  bool plural = false;
  std::vector<const NameForm*> forms;
};

class NameWalk {
 public:
  NameWalk(const TextAnalysis& text, const MatcherTables& tables, const std::vector<WordId>& words,
           FormTest fits)
      : text_(text), tables_(tables), words_(words), fits_(fits) {}

  [[nodiscard]] LongestName from(std::size_t first) const {
    LongestName longest;
    AliasTrie::Node node = AliasTrie::kRoot;
    for (std::size_t i = first; i < text_.tokens.size() && may_continue(first, i); ++i) {
      if (const auto singular = singular_node(node, i)) take(first, i, true, *singular, longest);
      const auto next = tables_.trie.next(node, words_[i]);
      if (!next) break;
      node = *next;
      take(first, i, false, node, longest);
    }
    return longest;
  }

 private:
  [[nodiscard]] bool may_continue(std::size_t first, std::size_t i) const {
    const Token& token = text_.tokens[i];
    return !token.in_address && (i == first || token.before != Separator::paragraph);
  }

  /// The node of a token without its plural "s".
  [[nodiscard]] std::optional<AliasTrie::Node> singular_node(AliasTrie::Node node,
                                                             std::size_t i) const {
    const Token& token = text_.tokens[i];
    const std::string_view folded = token.folded;
    if (folded.size() < kShortestPlural || folded.back() != 's') return std::nullopt;
    if (token.script != TokenScript::word) return std::nullopt;
    return tables_.trie.next(node, tables_.trie.word(folded.substr(0, folded.size() - 1)));
  }

  void take(std::size_t first, std::size_t last, bool plural, AliasTrie::Node node,
            LongestName& longest) const {
    const NamePlace place{text_, tables_.vocabulary, first, last, plural};
    std::vector<const NameForm*> forms;
    bool blocked = false;
    for (const NameForm& form : tables_.trie.forms(node)) {
      if (!fits_(form, place)) continue;
      if (form.is_blocker()) {
        blocked = true;
      } else {
        forms.push_back(&form);
      }
    }
    if (!forms.empty() || blocked) longest = {true, last, plural, std::move(forms)};
  }

  const TextAnalysis& text_;
  const MatcherTables& tables_;
  const std::vector<WordId>& words_;
  FormTest fits_;
};

std::vector<WordId> words_of(const TextAnalysis& text, const AliasTrie& trie) {
  std::vector<WordId> words;
  words.reserve(text.tokens.size());
  for (const Token& token : text.tokens) words.push_back(trie.word(token.folded));
  return words;
}

bool is_after_dollar(std::string_view text, const Token& token) {
  return token.begin > 0 && text[token.begin - 1] == '$';
}

/// What closes a code in the brackets that open before the token: "<NVDA.O>", "[GEELY.UL]".
char closing_bracket(std::string_view text, const Token& token) {
  if (token.begin == 0) return 0;
  const char open = text[token.begin - 1];
  return open == '<' ? '>' : open == '[' ? ']' : '\0';
}

bool closes_code(std::string_view rest, char bracket, std::size_t shortest, std::size_t longest) {
  const std::size_t end = rest.substr(0, longest + 1).find(bracket);
  return end != std::string_view::npos && end >= shortest;
}

/// "<NVDA.O>": a Reuters instrument code around the token; "<F.N>" is a token by itself.
bool is_in_instrument_code(std::string_view text, const Token& token) {
  const char bracket = closing_bracket(text, token);
  if (bracket == 0) return false;
  const std::string_view rest = text.substr(token.end);
  if (rest.starts_with(bracket))
    return token.end - token.begin == 3 && text[token.begin + 1] == '.';
  return rest.starts_with('.') && closes_code(rest, bracket, 2, 3);
}

/// "<.DJI>": the code of an index, whatever company it may look like.
bool is_in_index_code(std::string_view text, const Token& token) {
  return token.begin >= 2 && text.substr(token.begin - 2, 2) == "<." &&
         closes_code(text.substr(token.end), '>', 0, 0);
}

bool is_in_code(std::string_view text, const Token& token) {
  return is_in_instrument_code(text, token) || is_in_index_code(text, token);
}

bool is_after_exchange(const TextAnalysis& text, std::size_t token) {
  return token > 0 && text.tokens[token].before == Separator::colon &&
         is_exchange(text.tokens[token - 1].folded);
}

/// "Harrison Ford", a blocker: "Ford" alone may be him.
bool is_two_capitalized(const TextAnalysis& text, std::size_t first, std::size_t last) {
  return last == first + 1 && text.tokens[first].capitalized && text.tokens[last].capitalized &&
         text.tokens[last].script == TokenScript::word;
}

/// Adds a name or a blocker that begins at `first`; returns its last token.
std::size_t take_name(const TextAnalysis& text, NameScan& scan, std::size_t first,
                      LongestName name) {
  const Cover cover = name.forms.empty() ? Cover::blocked : Cover::named;
  for (std::size_t i = first; i <= name.last; ++i) scan.cover[i] = cover;
  const std::size_t last = name.last;
  if (name.forms.empty()) {
    if (is_two_capitalized(text, first, last)) scan.surnames.push_back(scan.words[last]);
  } else {
    scan.candidates.push_back({first, last, name.plural, std::move(name.forms)});
  }
  return last;
}

}  // namespace

std::optional<EntityIndex> ticker_at(const TextAnalysis& text, std::size_t token,
                                     const MatcherTables& tables) {
  const Token& found = text.tokens[token];
  if (!found.all_caps || found.end - found.begin > kLongestTicker) return std::nullopt;
  if (!is_after_dollar(text.text, found) && !is_after_exchange(text, token) &&
      !is_in_instrument_code(text.text, found)) {
    return std::nullopt;
  }
  std::string written = written_form(text.text, found);
  written.resize(std::min(written.find('.'), written.size()));
  const auto ticker = tables.tickers.find(written);
  if (ticker == tables.tickers.end()) return std::nullopt;
  return ticker->second;
}

NameScan scan_names(const TextAnalysis& text, const MatcherTables& tables, FormTest fits) {
  NameScan scan;
  scan.words = words_of(text, tables.trie);
  scan.cover.assign(text.tokens.size(), Cover::free);
  const NameWalk walk(text, tables, scan.words, fits);
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (const auto entity = ticker_at(text, i, tables)) {
      scan.cover[i] = Cover::named;
      scan.tickers.push_back({i, *entity});
    } else if (is_in_code(text.text, text.tokens[i])) {
      scan.cover[i] = Cover::blocked;
    } else if (LongestName name = walk.from(i); name.found) {
      i = take_name(text, scan, i, std::move(name));
    }
  }
  return scan;
}

}  // namespace techpolicy
