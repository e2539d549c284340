#include "indexer/articles/urls.h"

#include <algorithm>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

/// What stands between "//" and the path; `url` has a scheme.
std::string_view authority_of(std::string_view url) {
  const std::size_t begin = url.find("//");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = url.substr(begin + 2);
  return rest.substr(0, rest.find_first_of("/?#\\"));
}

bool is_url_byte(char c) {
  return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>' && c != '\x7f';
}

}  // namespace

std::optional<std::string> article_url(std::string_view text) {
  std::string url(ascii_trim(text));
  if (url.starts_with("//")) url.insert(0, "https:");
  const std::string scheme = ascii_lower(std::string_view(url).substr(0, 8));
  if (!scheme.starts_with("http://") && scheme != "https://") return std::nullopt;
  if (!std::all_of(url.begin(), url.end(), is_url_byte)) return std::nullopt;
  return host_of(url).empty() ? std::nullopt : std::optional<std::string>(std::move(url));
}

std::string host_of(std::string_view url) {
  std::string_view authority = authority_of(url);
  const std::size_t user_end = authority.rfind('@');
  if (user_end != std::string_view::npos) authority.remove_prefix(user_end + 1);
  const std::size_t port = authority.rfind(':');
  if (port != std::string_view::npos && authority.find(']', port) == std::string_view::npos) {
    authority = authority.substr(0, port);
  }
  std::string host = ascii_lower(authority);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

std::string_view path_of(std::string_view url) {
  const std::string_view authority = authority_of(url);
  if (authority.empty()) return {};
  const auto end = static_cast<std::size_t>(authority.data() + authority.size() - url.data());
  const std::string_view rest = url.substr(end);
  return rest.substr(0, rest.find_first_of("?#"));
}

}  // namespace techpolicy
