// URLs of articles: which count, and the host in them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace techpolicy {

/// The URL without surrounding spaces where it is an absolute http or https one with a host and no
/// character that URLs cannot hold; "//host/path" is read as https. Else nullopt.
[[nodiscard]] std::optional<std::string> article_url(std::string_view text);

/// Host in lower case, without "www.", user and port: "sample.example". `url` as article_url()
/// gives it.
[[nodiscard]] std::string host_of(std::string_view url);

/// Path without query and fragment: "/2026/04/17/chips".
[[nodiscard]] std::string_view path_of(std::string_view url);

}  // namespace techpolicy
