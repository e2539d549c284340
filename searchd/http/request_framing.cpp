// Strict reading of a request head (RFC 9112): each rule that fails has its own status and
// sentence.
#include "searchd/http/request_framing.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <strings.h>

namespace techpolicy {
namespace {

constexpr std::size_t kLongestMethod = 32;
constexpr std::size_t kLongestHeaderName = 256;
constexpr std::size_t kVersionAndSpaces = 40;  // what a request line holds beside method and target

struct Refusal {
  int status;
  const char* detail;
};
using Verdict = std::optional<Refusal>;

bool is_token_character(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && ::strncasecmp(a.data(), b.data(), a.size()) == 0;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The path and query of a target in origin, absolute or asterisk form; empty where it is none of
/// them.
std::string_view origin_form(std::string_view target) {
  if (target.starts_with('/') || target == "*") return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto path = target.find('/', scheme.size());
    return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
  }
  return {};
}

bool may_stand_in_target(char c) {
  return !is_control(c) && c != ' ' && c != '#' && static_cast<unsigned char>(c) < 0x80;
}

/// "HTTP/" and two digits with a dot between.
bool is_version(std::string_view text) {
  const auto digit = [text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  return text.size() == 8 && text.starts_with("HTTP/") && digit(5) && text[6] == '.' && digit(7);
}

Verdict read_version(std::string_view version, RequestHead& head) {
  head.takes_chunks = version == "HTTP/1.1";
  head.keep_alive = head.takes_chunks;
  if (head.takes_chunks || version == "HTTP/1.0") return std::nullopt;
  if (is_version(version)) return Refusal{505, "Only HTTP/1.1 and HTTP/1.0 are spoken here."};
  return Refusal{400, "The request line does not end in an HTTP version."};
}

Verdict read_request_line(std::string_view line, const FramingLimits& limits, RequestHead& head) {
  const auto first = line.find(' ');
  const auto second = first == std::string_view::npos ? first : line.find(' ', first + 1);
  head.method = line.substr(0, first);
  if (!is_token(head.method)) return Refusal{400, "The request line does not begin with a method."};
  if (head.method.size() > kLongestMethod) return Refusal{501, "No such method."};
  if (second == std::string_view::npos) {
    return Refusal{400, "The request line is not METHOD TARGET VERSION."};
  }
  const auto target = line.substr(first + 1, second - first - 1);
  head.target = origin_form(target.substr(0, limits.target));
  if (target.size() > limits.target) {
    return Refusal{414, "The URL is longer than 24 KiB. Shorten the query or drop filters."};
  }
  if (head.target.empty() || !std::ranges::all_of(target, may_stand_in_target)) {
    return Refusal{400,
                   "The request target is not a path; other characters must be percent-encoded."};
  }
  return read_version(line.substr(second + 1), head);
}

/// What the headers said about framing; each may be said once.
struct FramingHeaders {
  unsigned hosts = 0;
  unsigned lengths = 0;
};

Verdict read_length(std::string_view value, RequestHead& head) {
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), head.body_length);
  const bool digits = !value.empty() && value.find_first_not_of("0123456789") == value.npos;
  if (!digits) return Refusal{400, "Content-Length is not a number."};
  if (error != std::errc{}) return Refusal{413, "The body is larger than 64 KiB."};
  return std::nullopt;
}

void read_connection(std::string_view value, RequestHead& head) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    if (same_name(trim(value.substr(0, comma)), "close")) head.keep_alive = false;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

bool is_host(std::string_view value) {
  return value.find_first_of(" \t<>\"'{}|\\^`/?#@,") == std::string_view::npos;
}

Verdict read_header(std::string_view name, std::string_view value, RequestHead& head,
                    FramingHeaders& seen) {
  if (same_name(name, "Content-Length")) {
    if (++seen.lengths > 1) return Refusal{400, "Content-Length is given twice."};
    return read_length(value, head);
  }
  if (same_name(name, "Transfer-Encoding")) {
    return Refusal{411, "Transfer-Encoding is not taken; send Content-Length."};
  }
  if (same_name(name, "Content-Encoding")) return Refusal{415, "Send the body without encoding."};
  if (same_name(name, "Host")) {
    if (++seen.hosts > 1 || !is_host(value)) return Refusal{400, "Host is not one host name."};
  }
  if (same_name(name, "Expect")) {
    if (!same_name(value, "100-continue"))
      return Refusal{417, "Only 100-continue can be expected."};
    head.expects_continue = true;
  }
  if (same_name(name, "Connection")) read_connection(value, head);
  return std::nullopt;
}

Verdict read_header_line(std::string_view line, RequestHead& head, FramingHeaders& seen) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return Refusal{400, "A header line is not NAME: VALUE."};
  }
  if (colon > kLongestHeaderName) return Refusal{431, "A header name is longer than 256 bytes."};
  const auto value = trim(line.substr(colon + 1));
  if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; })) {
    return Refusal{400, "A header value holds control characters."};
  }
  const auto name = line.substr(0, colon);
  head.headers.emplace_back(name, value);
  return read_header(name, value, head, seen);
}

/// `lines`: the header lines, each with its CRLF.
Verdict read_headers(std::string_view lines, bool host_needed, const FramingLimits& limits,
                     RequestHead& head) {
  FramingHeaders seen;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    if (head.headers.size() == limits.headers) return Refusal{431, "More than 100 header lines."};
    if (auto refusal = read_header_line(lines.substr(0, end), head, seen)) return refusal;
    lines.remove_prefix(end + 2);
  }
  if (host_needed && seen.hosts == 0) return Refusal{400, "HTTP/1.1 needs a Host header."};
  if (head.body_length > limits.body) return Refusal{413, "The body is larger than 64 KiB."};
  return std::nullopt;
}

Verdict judge_unended_line(std::string_view bytes, const FramingLimits& limits, RequestHead& head) {
  if (bytes.find('\n') != std::string_view::npos) return Refusal{400, "Lines end in CR LF."};
  if (bytes.size() <= limits.target + kVersionAndSpaces) return std::nullopt;
  const auto space = bytes.find(' ');
  if (space != std::string_view::npos)
    head.target = origin_form(bytes.substr(space + 1, limits.target));
  return Refusal{414, "The URL is longer than 24 KiB. Shorten the query or drop filters."};
}

FramedRequest refuse(const Refusal& refusal, RequestHead head) {
  FramedRequest framed{FramingState::refused, refusal.status, refusal.detail, std::move(head), 0};
  framed.head.keep_alive = false;
  return framed;
}

}  // namespace

FramedRequest frame_request(std::string_view bytes, const FramingLimits& limits) {
  FramedRequest framed;
  std::size_t begin = 0;  // RFC 9112, 2.2: empty lines before a request are skipped
  while (begin < 4 && bytes.substr(begin).starts_with("\r\n")) begin += 2;
  const std::string_view request = bytes.substr(begin);

  const auto line_end = request.find("\r\n");
  if (line_end == std::string_view::npos) {
    if (auto refusal = judge_unended_line(request, limits, framed.head)) {
      return refuse(*refusal, std::move(framed.head));
    }
    return framed;
  }
  const auto line = request.substr(0, line_end);
  if (auto refusal = read_request_line(line, limits, framed.head)) {
    return refuse(*refusal, std::move(framed.head));
  }
  const auto head_end = request.find("\r\n\r\n", line_end);
  if (std::min(head_end, request.size()) > limits.head) {
    return refuse({431, "The head of the request is larger than 32 KiB."}, std::move(framed.head));
  }
  if (head_end == std::string_view::npos) return framed;
  const auto lines = request.substr(line_end + 2, head_end - line_end);
  if (auto refusal = read_headers(lines, line.ends_with("1.1"), limits, framed.head)) {
    return refuse(*refusal, std::move(framed.head));
  }
  framed.length = begin + head_end + 4 + framed.head.body_length;
  if (bytes.size() >= framed.length) framed.state = FramingState::complete;
  return framed;
}

}  // namespace techpolicy
