// The date in the line that stands at the top of an article.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/schema/partial_date.h"

namespace techpolicy {

/// Looks at the first lines of a text for a line that is a date and little else ("Brussels, 17
/// April 2026", "Published on 17 April 2026", "By Jane Roe | April 17, 2026 | 5 min read") and for
/// a place and a date that open a paragraph ("BRUSSELS, April 17, 2026 (Agency) - ...").
///
/// nullopt where there is none, where it has no year ("WASHINGTON, April 3 -"), where it is in a
/// sentence ("On April 17, 2026, the court ..."), or says when a text was changed ("Updated ...").
[[nodiscard]] std::optional<PartialDate> date_at_top(std::string_view text);

}  // namespace techpolicy
