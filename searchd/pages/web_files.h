// The files of web/, compiled in by techpolicy_embed() of searchd/embed.cmake.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace techpolicy {

/// Name within web/ and bytes of every file there, by name. Constant; lives as long as the program.
[[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> web_files();

/// The bytes of one file. Throws std::logic_error where there is none.
[[nodiscard]] std::string_view web_file(std::string_view name);

}  // namespace techpolicy
