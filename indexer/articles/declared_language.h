// The language that an article itself states.
#pragma once

#include <string>
#include <string_view>

namespace techpolicy {

/// The primary BCP 47 subtag of what metadata say: "en" for "en_US", "EN-gb", "eng" and "English".
/// Empty where it is no known language.
[[nodiscard]] std::string language_code(std::string_view declared);

}  // namespace techpolicy
