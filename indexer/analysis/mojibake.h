// UTF-8 that was once read as Windows-1252: "â€”" for a dash, "Ã©" for "é".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// The repair of such a character at `begin`, if one begins there: punctuation, Latin letters with
/// marks, a few signs. Anything else stays as it is.
[[nodiscard]] std::optional<Repair> mojibake_at(std::string_view text, std::size_t begin);

}  // namespace techpolicy
