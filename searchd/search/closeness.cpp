#include "searchd/search/closeness.h"

#include <algorithm>

namespace techpolicy {
namespace {

/// In the order of the text; of overlapping places the first and longest.
void keep_outermost(std::vector<WordPlace>& places) {
  std::sort(places.begin(), places.end(), [](const WordPlace& a, const WordPlace& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.first_word < b.first_word;
  });
  std::size_t kept = 0;
  for (const WordPlace& place : places) {
    if (kept > 0 && place.span.begin <= places[kept - 1].span.end) continue;
    places[kept++] = place;
  }
  places.resize(kept);
}

}  // namespace

void gather_closeness(std::vector<WordPlace> places, std::span<const float> weights, float factor,
                      const RankingParameters& parameters, std::span<float> gathered) {
  keep_outermost(places);
  const auto add = [&](std::size_t left, std::size_t right, float distance) {
    const float order = left < right ? 1.0F : parameters.other_order;
    const float near = factor * order / (distance * distance);
    gathered[left] += weights[right] * near;
    gathered[right] += weights[left] * near;
  };
  for (std::size_t i = 0; i < places.size(); ++i) {
    const WordPlace& place = places[i];
    for (std::size_t word = place.first_word; word < place.last_word; ++word) {
      add(word, word + 1, 1.0F);
    }
    if (i == 0) continue;
    const WordPlace& before = places[i - 1];
    const std::uint32_t distance = place.span.begin - before.span.end;
    if (before.last_word == place.first_word || distance > parameters.window) continue;
    add(before.last_word, place.first_word, static_cast<float>(distance));
  }
}

float closeness(std::span<const float> gathered, std::span<const float> weights, float length,
                const RankingParameters& parameters) {
  const float half = parameters.closeness_saturation *
                     (1 - parameters.closeness_length + parameters.closeness_length * length);
  float sum = 0;
  for (std::size_t word = 0; word < weights.size(); ++word) {
    if (gathered[word] > 0) sum += weights[word] * gathered[word] / (gathered[word] + half);
  }
  return parameters.closeness * sum;
}

}  // namespace techpolicy
