// Cuts words that lost the space between them: "DeepSeekplanned", "the948Nvidia", "processorsthe".
//
// A word is cut only where it is neither a word nor a name itself and every part is one. Names that
// are also ordinary words are cut off only where the article has them unglued as well; ordinary
// words only where the article has the whole once.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

struct GlueCuts {
  std::vector<std::size_t> places;  ///< Inner byte offsets, rising, relative to the token's begin.
  bool doubtful = false;            ///< The parts are to be found, but the word stays whole.
};

/// For each token where to cut it; nowhere for nearly all. Linear in the text.
[[nodiscard]] std::vector<GlueCuts> glued_word_cuts(std::string_view text,
                                                    const std::vector<Token>& tokens,
                                                    const Vocabulary& vocabulary);

}  // namespace techpolicy
