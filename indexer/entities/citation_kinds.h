// How each kind of citation is written: one row a kind.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {

/// A citation as read: its normal form, and its last token.
struct ReadCitation {
  std::string label;
  std::size_t last_token = 0;  ///< Included.
};

/// The citation that begins with a token.
[[nodiscard]] std::optional<ReadCitation> read_citation(const TextAnalysis& text,
                                                        std::size_t first);

}  // namespace techpolicy
