// Reading of paths and query strings. Broken encoding is told, never repaired: a guess would search
// for something else than was asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

enum class PlusSign { is_plus, is_space };  ///< "+" in a path, "+" in a query string.

/// nullopt where a '%' is not followed by two hexadecimal digits or the result is not valid UTF-8.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, PlusSign plus);

[[nodiscard]] bool is_utf8(std::string_view text);

/// The decoded segments of a path ("/a/b%20c" gives "a", "b c"; "/" gives one empty segment).
/// nullopt where one is malformed. An encoded slash stays inside its segment.
[[nodiscard]] std::optional<std::vector<std::string>> split_path(std::string_view path);

struct QueryString {
  std::vector<std::pair<std::string, std::string>> parameters;
  std::string malformed;  ///< Name of the first parameter that is malformed ("?" where its name
                          ///< is); or empty.
};

/// `text` without its "?". Empty pieces ("&&") are skipped; a piece without "=" has an empty value.
[[nodiscard]] QueryString split_query_string(std::string_view text);

}  // namespace techpolicy
