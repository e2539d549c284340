// Quotes that stand apart from what they quote: "“ would become superior »".
#pragma once

#include <string_view>
#include <vector>

#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// In order, not overlapping. Linear, but for blanks beside quotes.
[[nodiscard]] std::vector<Repair> quote_repairs(std::string_view text);

}  // namespace techpolicy
