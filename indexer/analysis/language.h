// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace techpolicy {

/// BCP 47 code by CLD2, "und" where it is not sure. `text` must be valid UTF-8.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace techpolicy
