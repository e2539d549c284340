// Sentences in another language than the article's: quotations, titles, left-overs.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// Sentences whose little words are those of another language, neighbours joined, in order. Only
/// languages that have stems are told apart; where it is not plain a sentence is the article's.
[[nodiscard]] std::vector<LanguageSpan> foreign_sentences(const std::vector<Token>& tokens,
                                                          std::string_view article_language);

}  // namespace techpolicy
