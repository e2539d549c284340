// Finds where an unknown word of English lost a space: "processorsthe", "thisRegulation", "in2024".
//
// Glue between function words and others is cut for all to see. Between two other words it may as
// well be a compound that no list has ("lifecycle"): such a cut is doubtful.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/analysis/vocabulary.h"

namespace techpolicy {

struct LostSpace {
  std::size_t cut = 0;  ///< Byte offset of the second part.
  bool doubtful = false;
};

/// `written` is ASCII and `folded` its small letters; neither a word nor a name. `sentence_start`:
/// a capital proves nothing.
[[nodiscard]] std::optional<LostSpace> find_lost_space(std::string_view written,
                                                       std::string_view folded, bool sentence_start,
                                                       const Vocabulary& vocabulary);

/// "tobe", "ofa": two of the commonest words, glued so often that a list which has them is no
/// proof.
[[nodiscard]] bool is_common_pair(std::string_view folded);

}  // namespace techpolicy
