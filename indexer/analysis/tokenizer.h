// Cuts a text into tokens, without knowing any word.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

enum class ParagraphBreaks {
  blank_lines,  ///< Single line breaks stand inside paragraphs.
  line_breaks,  ///< Every line is a paragraph.
};

/// Blank lines where the text has any between text, or is one paragraph in hard-wrapped lines; else
/// every line break.
[[nodiscard]] ParagraphBreaks paragraph_breaks(std::string_view text);

/// Tokens with offsets into `text`, separators, case and sentence starts; no positions yet.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, ParagraphBreaks breaks);

/// Sets what a token's letters say of it (capitalized, all_caps, has_lower, has_digit).
void set_letter_case(Token& token, std::string_view text);

}  // namespace techpolicy
