// Revalidation: answers are never served stale, but an unchanged one costs neither a search nor its
// bytes.
#include "searchd/api/revised_answer.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace techpolicy {
namespace {

/// FNV-1a, 64 bits: stable across builds, unlike std::hash.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return value;
}

void set_headers(HttpResponse& response, std::uint64_t revision, std::string tag) {
  response.set_header("ETag", std::move(tag));
  response.set_header("Cache-Control", "no-cache");
  response.set_header("X-Index-Revision", std::to_string(revision));
}

/// Whether a list of entity tags names one; W/ does not count. Quotes end a tag, so no tag hides in
/// another.
bool names_tag(std::string_view list, std::string_view tag) {
  tag.remove_prefix(tag.starts_with("W/") ? 2 : 0);
  return list.find(tag) != std::string_view::npos;
}

}  // namespace

std::string entity_tag(std::uint64_t revision, std::string_view canonical_request) {
  std::array<char, 48> tag{};
  std::snprintf(tag.data(), tag.size(), "W/\"%" PRIu64 "-%016" PRIx64 "\"", revision,
                hash(canonical_request));
  return tag.data();
}

std::optional<HttpResponse> not_modified(const HttpRequest& request, std::uint64_t revision,
                                         std::string_view canonical_request) {
  std::string tag = entity_tag(revision, canonical_request);
  if (!names_tag(request.header("If-None-Match"), tag)) return std::nullopt;
  HttpResponse response;
  response.status = 304;
  response.set_header("Vary", "Accept-Encoding");
  set_headers(response, revision, std::move(tag));
  return response;
}

HttpResponse revised_answer(std::string body, std::uint64_t revision,
                            std::string_view canonical_request) {
  HttpResponse response;
  response.content_type = "application/json";
  response.body = std::move(body);
  set_headers(response, revision, entity_tag(revision, canonical_request));
  return response;
}

}  // namespace techpolicy
