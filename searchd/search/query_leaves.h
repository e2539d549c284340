// One word or quoted text of a query as a leaf of the tree, by the field it stands in.
#pragma once

#include <optional>
#include <string_view>

#include "searchd/search/query.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {

/// `field` is nullopt outside of fields. `begin`: where the leaf with its field name begins.
/// `today`: what periods in dates count back from. A text without letters and digits is `nothing`.
/// Throws QueryFault: empty_field_value, bad_date, wildcard_too_short, bad_wildcard,
/// fuzzy_too_short, bad_caps, unsupported_operator.
[[nodiscard]] QueryNode make_leaf(const QueryToken& token, const std::optional<QueryField>& field,
                                  std::size_t begin, DayNumber today);

/// Throws QueryFault "bad_date" where the date `token` goes on in the word after it, as in
/// "date:2025-03 .. 2025-06" or "date:2024 - 2025": the rest would be read as words.
void refuse_split_range(const QueryToken& token, const QueryToken& next);

}  // namespace techpolicy
