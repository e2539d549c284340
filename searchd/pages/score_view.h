// What the score of a hit is made of, in words: "Score 6.3 = 4.1 for chips in the title + ...".
#pragma once

#include <string>

#include "searchd/search/score_parts.h"

namespace techpolicy {

[[nodiscard]] std::string score_in_words(double score, const ScoreParts& parts);

}  // namespace techpolicy
