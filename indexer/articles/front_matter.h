// The metadata block at the head of a Markdown file, between two lines of "---".
#pragma once

#include <string_view>

#include "indexer/articles/record_fields.h"

namespace techpolicy {

/// Adds what the block says to `fields` and returns the text behind it; the whole text where there
/// is no block or it is never closed.
///
/// Reads the part of YAML that front matter is written in: `key: value`, quoted strings, comments,
/// lists as `[a, b]` and as lines of `- a`, "name" in lists of maps, and text blocks (`|`, `>`).
/// Other lines are passed over.
[[nodiscard]] std::string_view read_front_matter(std::string_view text, RecordFields& fields);

}  // namespace techpolicy
