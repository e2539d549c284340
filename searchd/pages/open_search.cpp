#include "searchd/pages/open_search.h"

#include <string>
#include <string_view>

#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

/// The origin as the client sees it. A proxy in front says when that is https.
std::string origin(const HttpRequest& request) {
  const std::string_view host = request.header("Host");
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
  if (host.empty() || host.find_first_not_of(kAllowed) != std::string_view::npos) return {};
  const bool secure = request.header("X-Forwarded-Proto") == "https";
  return (secure ? "https://" : "http://") + std::string(host);
}

}  // namespace

HttpResponse open_search_response(const HttpRequest& request) {
  HttpResponse response;
  response.content_type = "application/opensearchdescription+xml; charset=utf-8";
  response.body = render_template("opensearch", View().text("origin", origin(request)));
  return response;
}

}  // namespace techpolicy
