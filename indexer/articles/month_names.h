// Months by their names in the languages that articles come in.
#pragma once

#include <optional>
#include <string_view>

namespace techpolicy {

/// 1 to 12 for a full name or a usual short form in English, German, French, Spanish, Italian,
/// Portuguese, Dutch or Russian; `name` folded by fold().
[[nodiscard]] std::optional<unsigned> month_of_name(std::string_view name);

}  // namespace techpolicy
