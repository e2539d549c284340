#include "searchd/http/request_origin.h"

namespace techpolicy {

std::string request_origin(const HttpRequest& request) {
  const std::string_view host = request.header("Host");
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
  if (host.empty() || host.find_first_not_of(kAllowed) != std::string_view::npos) return {};
  const bool secure = request.header("X-Forwarded-Proto") == "https";
  return (secure ? "https://" : "http://") + std::string(host);
}

}  // namespace techpolicy
