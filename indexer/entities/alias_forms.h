// How an alias of the gazetteer stands in a text as tokens, besides as it is written.
//
// The vocabulary that cuts glued words and the trie that finds names must agree on these.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// The tokens of an alias, read as a query is: nothing is cut.
[[nodiscard]] TextAnalysis alias_tokens(std::string_view alias_text);

/// A token that may be written in two cases and has a capital in this alias ("Nvidia", "iPhone").
[[nodiscard]] bool has_capital(std::string_view text, const Token& token);

/// "huggingface" of "Hugging Face": two words of a name written as one. Nothing where the alias has
/// not two words, is short, or gives an ordinary word.
[[nodiscard]] std::optional<std::string> compact_form(const Alias& alias,
                                                      const TextAnalysis& tokens,
                                                      const Vocabulary& words);

}  // namespace techpolicy
