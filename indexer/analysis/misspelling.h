// Tells a slip of the pen from lost spaces: "attendence" is no "at tendence".
#pragma once

#include <string_view>

#include "indexer/analysis/vocabulary.h"

namespace techpolicy {

/// Whether one letter more, less or other, or two neighbours changed about, make an ordinary word
/// of an unknown one in small ASCII letters. Short ones are near to some word by chance: false.
/// Looks up some 54 words for each letter.
[[nodiscard]] bool is_misspelling(std::string_view folded, const Vocabulary& vocabulary);

}  // namespace techpolicy
