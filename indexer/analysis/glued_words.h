// Cuts words that lost the space between them: "DeepSeekplanned", "the948Nvidia", "processorsthe".
//
// A word is cut only where it is neither a word nor a name itself and every part is one. Names that
// are also ordinary words are cut off only where the article has them unglued as well.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// For each token the inner byte offsets (rising, relative to its begin) at which to cut it; empty
/// for nearly all. Linear in the text.
[[nodiscard]] std::vector<std::vector<std::size_t>> glued_word_cuts(
    std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary);

}  // namespace techpolicy
