// A table of the static files, made once: no path of a request ever reaches the file system.
#include "searchd/pages/static_files.h"

#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "searchd/http/content_coding.h"
#include "searchd/pages/web_files.h"

namespace techpolicy {
namespace {

struct StaticRow {
  std::string_view name;
  std::string_view extension;
  std::string_view content_type;
};
constexpr std::array kRows = {
    StaticRow{"style", ".css", "text/css; charset=utf-8"},
    StaticRow{"app", ".js", "text/javascript; charset=utf-8"},
    StaticRow{"favicon", ".svg", "image/svg+xml"},
};

/// Files of web/ that are served as one, in this order.
constexpr std::array kStyleParts = {"style.css", "charts.css", "pages.css", "screens.css"};

struct StaticFile {
  std::string source;     ///< "style.css"
  std::string published;  ///< "style.1f2e3d4c.css"
  std::string_view content_type;
  std::string bytes;
  std::string compressed;
};

/// FNV-1a: tells versions apart, guards nothing.
std::string content_name(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string name;
  for (int shift = 28; shift >= 0; shift -= 4) name += kHex[(hash >> shift) & 15U];
  return name;
}

/// Comments, indentation and spaces beside signs are for who reads the source. Texts in quotes have
/// single spaces and none of these signs.
std::string compact_style(std::string_view css) {
  std::string text = ";";
  for (std::size_t at = 0; at < css.size(); ++at) {
    const bool behind_sign = std::string_view(" {};,").find(text.back()) != std::string_view::npos;
    if (css.substr(at, 2) == "/*") {
      at = css.find("*/", at) + 1;
    } else if (css[at] == ' ' || css[at] == '\n') {
      if (!behind_sign) text += ' ';
    } else {
      if (text.back() == ' ' && (css[at] == '{' || css[at] == '}')) text.pop_back();
      text += css[at];
    }
  }
  return text.substr(1);
}

std::string bytes_of(const StaticRow& row, const std::string& source) {
  if (row.extension != ".css") return std::string(web_file(source));
  std::string style;
  for (const char* const part : kStyleParts) style += web_file(part);
  return compact_style(style);
}

const std::vector<StaticFile>& files() {
  static const std::vector<StaticFile> table = [] {
    std::vector<StaticFile> made;
    for (const StaticRow& row : kRows) {
      const std::string source = std::string(row.name) + std::string(row.extension);
      const std::string bytes = bytes_of(row, source);
      const std::string published =
          std::string(row.name) + "." + content_name(bytes) + std::string(row.extension);
      made.push_back(
          {source, published, row.content_type, bytes, gzip(bytes, PackingEffort::smallest)});
    }
    return made;
  }();
  return table;
}

}  // namespace

std::string static_address(std::string_view file) {
  for (const StaticFile& known : files()) {
    if (known.source == file) return "/static/" + known.published;
  }
  throw std::logic_error("no static file " + std::string(file));
}

HttpResponse static_response(const HttpRequest& request) {
  HttpResponse response;
  for (const StaticFile& file : files()) {
    if (request.captures.empty() || file.published != request.captures.front()) continue;
    response.content_type = file.content_type;
    response.set_header("Cache-Control", "public, max-age=31536000, immutable");
    if (accepts_gzip(request.header("Accept-Encoding"))) {
      response.body = file.compressed;
      response.set_header("Content-Encoding", "gzip");
      response.set_header("Vary", "Accept-Encoding");
    } else {
      response.body = file.bytes;
    }
    return response;
  }
  response.status = 404;
  return response;
}

}  // namespace techpolicy
