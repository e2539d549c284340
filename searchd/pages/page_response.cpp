#include "searchd/pages/page_response.h"

#include <cstdint>
#include <string_view>

namespace techpolicy {
namespace {

constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// FNV-1a over the page: the same page, the same tag. Nothing else needs to go into it.
std::string entity_tag(std::string_view html) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : html) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return "W/\"" + std::to_string(hash) + "\"";
}

}  // namespace

HttpResponse page_response(const HttpRequest& request, std::string html, int status) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.set_header("Content-Security-Policy", kContentSecurityPolicy);
  response.set_header("Referrer-Policy", "same-origin");
  response.set_header("Cache-Control", "no-cache");
  response.set_header("Vary", "X-Fragment");
  if (status == 200) {
    const std::string tag = entity_tag(html);
    response.set_header("ETag", tag);
    if (request.header("If-None-Match").find(tag) != std::string_view::npos) {
      response.status = 304;
      return response;
    }
  }
  response.body = std::move(html);
  return response;
}

bool wants_results_only(const HttpRequest& request) {
  return request.header("X-Fragment") == "results";
}

bool wants_rows_only(const HttpRequest& request) { return request.header("X-Fragment") == "rows"; }

}  // namespace techpolicy
