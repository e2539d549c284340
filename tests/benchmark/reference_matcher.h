// Another matcher to race against: one file of free functions, compiled from where it lies.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/entities/gazetteer.h"

namespace techpolicy::benchmark {

/// False where the benchmark was built without -DTECHPOLICY_REFERENCE_MATCHER=FILE.
[[nodiscard]] bool has_reference_matcher();

/// Gives it the gazetteer and the word list, through files in `folder`, which becomes the working
/// directory.
void load_reference_matcher(const Gazetteer& gazetteer, const std::string& words,
                            const std::filesystem::path& folder);

/// The tokens of a text, glued words cut: how many.
[[nodiscard]] std::size_t reference_tokens(const std::string& text);

/// Tokens and mentions: how many mentions.
[[nodiscard]] std::size_t reference_mentions(const std::string& text);

}  // namespace techpolicy::benchmark
