// Character references of HTML left in a text, however often their ampersand was escaped.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unicode/umachine.h>

namespace techpolicy {

struct ReadCharacter {
  UChar32 code_point = 0;
  std::size_t end = 0;  ///< Behind what it was read from.
};

/// `text[begin]` is '&': the character referred to. "&amp;" alone is '&'; nullopt for an ampersand
/// that is one. Looks at most 100 bytes ahead.
[[nodiscard]] std::optional<ReadCharacter> entity_at(std::string_view text, std::size_t begin);

}  // namespace techpolicy
