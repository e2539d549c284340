// The words, names and numbers of a text by which stories are compared, as hashes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

struct StoryFeatures {
  std::vector<std::uint64_t> words;  ///< These and the others sorted, each once.
  std::vector<std::uint64_t> names;
  std::vector<std::uint64_t> numbers;
};

/// Adds those of a text. sort_features() when all texts are in.
void add_story_features(const TextAnalysis& text, const Vocabulary& vocabulary,
                        StoryFeatures& features);
void sort_features(StoryFeatures& features);

/// A hash that depends on every bit of what is hashed (FNV-1a, then the finalizer of splitmix64).
[[nodiscard]] std::uint64_t story_hash(std::string_view bytes, std::uint64_t seed);

}  // namespace techpolicy
