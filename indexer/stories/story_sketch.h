// What is kept of an article's text in order to tell whether another text tells the same story.
//
// A text that was translated again, or edited, keeps its names, its numbers and most of its words,
// but few runs of words. So the sketch is of sets: of words cut to their beginnings, in which names
// and numbers weigh more; no order, no endings, no frequent short words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// Rows of a MinHash signature: the share of equal rows estimates the overlap (intersection by
/// union) of two weighted sets, with a standard error of at most 0.045.
inline constexpr std::size_t kSketchRows = 128;
/// Of names and numbers the smallest hashes are kept: a sample that is comparable between texts.
inline constexpr std::size_t kMostSketchNames = 24;

struct StorySketch {
  std::uint64_t text = 0;      ///< Of the words in order: equal texts are equal here. 0: no words.
  std::uint32_t words = 0;     ///< Tokens.
  std::uint32_t features = 0;  ///< Different words, names and numbers.
  std::uint32_t name_count = 0;
  std::array<std::uint8_t, kSketchRows> rows{};
  std::array<std::uint32_t, kMostSketchNames> name_hashes{};

  /// Hashes of names and numbers, rising.
  [[nodiscard]] std::span<const std::uint32_t> names() const {
    return std::span(name_hashes).first(name_count);
  }
  friend bool operator==(const StorySketch&, const StorySketch&) = default;
};

/// Whether one of StorySketch::names() is of a number.
[[nodiscard]] bool is_number_hash(std::uint32_t hash);

/// The sketch of an article. The title counts only where the body is too short to speak for itself:
/// copies have other headlines. Depends on nothing but the tokens and the word list.
[[nodiscard]] StorySketch make_story_sketch(const TextAnalysis& title, const TextAnalysis& body,
                                            const Vocabulary& vocabulary);

/// The bytes of Slot::sketch; empty for a text without words.
[[nodiscard]] std::string pack_sketch(const StorySketch& sketch);
/// Damaged or empty bytes give a sketch without words.
[[nodiscard]] StorySketch unpack_sketch(std::string_view bytes);

}  // namespace techpolicy
