// What the score of a hit is made of, for people to read.
#pragma once

#include <string>
#include <vector>

namespace techpolicy {

/// What one word, phrase, name or pattern of the query adds, by the field that it stands in.
struct WordScore {
  std::string text;  ///< As typed, phrases in quotes; a name as "company:nvidia".
  double title = 0;
  double lead = 0;
  double body = 0;
};

/// The sum of all is the score, up to rounding.
struct ScoreParts {
  std::vector<WordScore>
      words;             ///< In the order of the query; what the article lacks is not there.
  double closeness = 0;  ///< Words of the query near each other.
  double feedback = 0;   ///< Words that the best articles share.
  double salience = 0;   ///< Being about an entity that is asked for.
  double recency = 0;    ///< What age takes: 0 or less.

  [[nodiscard]] double total() const {
    double sum = closeness + feedback + salience + recency;
    for (const WordScore& word : words) sum += word.title + word.lead + word.body;
    return sum;
  }
};

}  // namespace techpolicy
