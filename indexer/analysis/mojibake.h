// UTF-8 that was read as Windows-1252 or Latin-1, once or several times: "â€”" for a dash, "Ã©" or
// "ÃƒÂ©" for "é", "ä¸­" for "中".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/analysis/html_entities.h"

namespace techpolicy {

/// The character that was meant at `begin`, where what stands there is one read wrongly; also where
/// a byte of it was lost on the way. Characters may stand as HTML entities. `before` is the
/// character in front of it, as it was meant (0 at the start). Looks a bounded number of bytes
/// ahead.
[[nodiscard]] std::optional<ReadCharacter> misread_character_at(std::string_view text,
                                                                std::size_t begin, UChar32 before);

/// The byte (0x80 or more) that Windows-1252, or Latin-1 where that has nothing, shows as `c`.
[[nodiscard]] std::optional<unsigned> byte_shown_as(UChar32 c);

/// What Windows-1252 shows for a control character of Latin-1 (0x80 to 0x9F); itself where it has
/// nothing.
[[nodiscard]] UChar32 shown_instead_of_control(UChar32 c);

}  // namespace techpolicy
