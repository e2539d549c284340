// Joins words that a blank fell into: "H ave", "compa ny", "Nvi dia".
//
// Only where a part is no word by itself and the whole is a word or a name.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// Replaces such tokens by their whole; the parts go on as compounds. Returns the blanks, in order,
/// as repairs of `text`. Linear.
[[nodiscard]] std::vector<Repair> join_split_words(std::string_view text,
                                                   const Vocabulary& vocabulary,
                                                   std::vector<Token>& tokens,
                                                   std::vector<Compound>& compounds);

}  // namespace techpolicy
