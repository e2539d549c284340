// How near each other the words of a query stand in a text.
//
// After Büttcher, Clarke and Lushman (Term proximity scoring for ad-hoc retrieval on very large
// text collections, SIGIR 2006): two neighbouring places of different words add to both words by
// the inverse square of their distance. New here: order counts, and a name is its words side by
// side.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searchd/search/ranking_parameters.h"
#include "searchd/search/spans.h"

namespace techpolicy {

/// A place of words of a query: of one, or of a name that stands for several neighbouring ones.
struct WordPlace {
  std::size_t first_word = 0;  ///< Index into the words of the query.
  std::size_t last_word = 0;   ///< Included.
  Span span;
};

/// Adds to `gathered`, beside `weights` (the weight of each word of the query), what the places of
/// one text add to each word. Neighbours are places that follow each other with no place of a word
/// of the query between them; places inside others are left out. Their distance counts from the end
/// of one to the beginning of the other; beyond the window it adds nothing.
void gather_closeness(std::vector<WordPlace> places, std::span<const float> weights, float factor,
                      const RankingParameters& parameters, std::span<float> gathered);

/// The closeness of one article, from what was gathered in all its texts. `length` is that of its
/// body beside the average.
[[nodiscard]] float closeness(std::span<const float> gathered, std::span<const float> weights,
                              float length, const RankingParameters& parameters);

}  // namespace techpolicy
