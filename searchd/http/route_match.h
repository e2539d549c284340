// Which route answers a path, and how a query string is taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

/// The decoded {...} parts where `path` (still encoded) has the shape of `pattern`; else nullopt.
[[nodiscard]] std::optional<std::vector<std::string>> match_route(std::string_view pattern,
                                                                  std::string_view path);

/// Percent-decoding; `plus_is_space` as in query strings. nullopt: a broken escape, NUL or invalid UTF-8.
[[nodiscard]] std::optional<std::string> url_decode(std::string_view text, bool plus_is_space);

/// Names and values in order. nullopt where url_decode() gives it.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> parse_query_string(
    std::string_view query);

/// gzip at a low level: fast, and most of the gain.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace techpolicy
