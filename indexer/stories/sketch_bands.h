// Bands of a MinHash signature: texts that agree in one are worth comparing.
//
// Locality-sensitive hashing (Broder 1997; Indyk and Motwani 1998): with 32 bands of 4 rows, texts
// with an overlap of 0.6 meet with a chance of 0.99, of 0.42 with 0.63, and of 0.05, as texts that
// have nothing in common, with 0.0002.
#pragma once

#include <cstring>

#include "indexer/stories/story_sketch.h"

namespace techpolicy {

inline constexpr std::size_t kBandRows = 4;
inline constexpr std::size_t kBands = kSketchRows / kBandRows;
/// A key that more different texts of some weeks share is of a form that is filled in again and
/// again: it brings none together. To compare them all would cost the square of their number.
inline constexpr std::size_t kCrowd = 256;

[[nodiscard]] inline std::uint32_t band_key(const StorySketch& sketch, std::size_t band) {
  std::uint32_t key = 0;
  std::memcpy(&key, sketch.rows.data() + band * kBandRows, kBandRows);
  return key;
}

}  // namespace techpolicy
