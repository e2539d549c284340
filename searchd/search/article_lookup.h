// Which document holds an article.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <xapian.h>

namespace techpolicy {

/// nullopt where no article has the id.
[[nodiscard]] std::optional<std::uint32_t> document_of(const Xapian::Database& database,
                                                       std::string_view id);

}  // namespace techpolicy
