// What is legal in a gazetteer and yet most likely a mistake.
#pragma once

#include <string>
#include <vector>

#include "indexer/entities/lexicon.h"

namespace techpolicy {

/// One line a finding, in the order of the entities: one-word aliases that are ordinary words of
/// English and would count wherever the word stands, capital or not. Topics are words by nature and
/// not looked at.
[[nodiscard]] std::vector<std::string> lint(const Lexicon& lexicon);

}  // namespace techpolicy
