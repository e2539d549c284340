// gzip by zlib, chosen by Accept-Encoding.
#include "searchd/http/content_coding.h"

#include <algorithm>
#include <new>
#include <optional>
#include <zlib.h>

namespace techpolicy {
namespace {

constexpr std::size_t kSmallestBody = 1024;
constexpr int kLevel = 3;
constexpr int kGzipWindow = 15 + 16;  // zlib: + 16 asks for the gzip wrapper
constexpr int kMemoryLevel = 8;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Whether the parameters of a coding (";q=0.5") leave it above 0.
bool is_wanted(std::string_view parameters) {
  const auto equals = parameters.find("q=");
  if (equals == std::string_view::npos) return trim(parameters).empty();
  const auto value = trim(parameters.substr(equals + 2));
  const bool number = !value.empty() && value.find_first_not_of("0123456789.") == value.npos;
  return number && value.find_first_not_of("0.") != std::string_view::npos;
}

bool is_text(std::string_view content_type) {
  const auto holds = [content_type](std::string_view part) {
    return content_type.find(part) != std::string_view::npos;
  };
  return content_type.starts_with("text/") || holds("json") || holds("javascript") || holds("xml");
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> any;
  while (!accept_encoding.empty()) {
    const auto comma = std::min(accept_encoding.find(','), accept_encoding.size());
    const std::string_view item = accept_encoding.substr(0, comma);
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const auto semicolon = std::min(item.find(';'), item.size());
    const auto coding = trim(item.substr(0, semicolon));
    const bool wanted = is_wanted(item.substr(std::min(semicolon + 1, item.size())));
    if (coding == "gzip" || coding == "x-gzip") return wanted;
    if (coding == "*") any = wanted;
  }
  return any.value_or(false);
}

std::string gzip(std::string_view bytes, PackingEffort effort) {
  z_stream stream{};
  const int level = effort == PackingEffort::smallest ? Z_BEST_COMPRESSION : kLevel;
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write to its input; its interface is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

void encode_content(const HttpRequest& request, HttpResponse& response) {
  if (!is_text(response.content_type) || !response.header("Content-Encoding").empty()) return;
  response.set_header("Vary", "Accept-Encoding");
  if (response.body.size() < kSmallestBody || !accepts_gzip(request.header("Accept-Encoding")))
    return;
  response.body = gzip(response.body);
  response.set_header("Content-Encoding", "gzip");
}

}  // namespace techpolicy
