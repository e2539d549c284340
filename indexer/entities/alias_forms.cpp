// Forms of an alias that need not be typed into the gazetteer.
#include "indexer/entities/alias_forms.h"

#include <algorithm>

namespace techpolicy {
namespace {

// Shorter ones coincide with words and other names too often.
constexpr std::size_t kShortestCompact = 7;
constexpr std::size_t kShortestSecondWord = 3;

}  // namespace

TextAnalysis alias_tokens(std::string_view alias_text) {
  static const Analyzer analyzer(std::make_shared<Vocabulary>());
  return analyzer.analyze_query(alias_text);
}

bool has_capital(std::string_view text, const Token& token) {
  if (token.script != TokenScript::word) return false;
  if (token.capitalized || token.all_caps) return true;
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  return std::ranges::any_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<std::string> compact_form(const Alias& alias, const TextAnalysis& tokens,
                                        const Vocabulary& words) {
  if (tokens.tokens.size() != 2 || alias.letter_case == AliasCase::exact) return std::nullopt;
  const Token& first = tokens.tokens[0];
  const Token& second = tokens.tokens[1];
  const bool two_words = first.script == TokenScript::word && second.script == TokenScript::word &&
                         second.before == Separator::space;
  if (!two_words || second.folded.size() < kShortestSecondWord) return std::nullopt;
  if (!has_capital(tokens.text, first)) return std::nullopt;
  std::string joined = first.folded + second.folded;
  if (joined.size() < kShortestCompact || words.is_word(joined)) return std::nullopt;
  return joined;
}

}  // namespace techpolicy
