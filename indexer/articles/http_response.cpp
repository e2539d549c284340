#include "indexer/articles/http_response.h"

#include <algorithm>
#include <brotli/decode.h>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>
#include <vector>
#include <zlib.h>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

constexpr std::size_t kInflateStep = std::size_t{64} * 1024;

/// Cuts the first line off, without its line end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view parameter(std::string_view value, std::string_view name) {
  const std::string lower = ascii_lower(value);
  const std::size_t at = lower.find(std::string(name) + '=');
  if (at == std::string::npos) return {};
  value.remove_prefix(at + name.size() + 1);
  value = value.substr(0, value.find(';'));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  return ascii_trim(value.substr(0, value.find_first_of("\"'")));
}

/// The size that begins a chunk ("1f;name=value"); nullopt where there is none.
std::optional<std::size_t> chunk_size(std::string_view line) {
  line = ascii_trim(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc{} || end != line.data() + line.size()) return std::nullopt;
  return size;
}

DecodedBody failed(std::string reason, std::string detail) {
  return {{}, std::move(reason), std::move(detail)};
}

DecodedBody without_chunks(std::string_view body) {
  DecodedBody decoded;
  std::string_view rest = body;
  for (bool first = true;; first = false) {
    const std::optional<std::size_t> size = chunk_size(take_line(rest));
    if (!size && first) return {std::string(body), {}, {}};
    if (!size || *size > rest.size()) {
      return failed("damaged-http", "the chunked body is cut or damaged; crawl the page again");
    }
    if (*size == 0) return decoded;
    decoded.bytes += rest.substr(0, *size);
    rest.remove_prefix(*size);
    take_line(rest);
  }
}

/// `window`: as zlib's inflateInit2() takes it.
DecodedBody inflated(std::string_view body, int window, std::size_t max_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return failed("damaged-http", "out of memory");
  std::string input(body);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  DecodedBody decoded;
  int status = Z_OK;
  while (status == Z_OK && decoded.bytes.size() <= max_bytes) {
    const std::size_t size = decoded.bytes.size();
    decoded.bytes.resize(size + kInflateStep);
    stream.next_out = reinterpret_cast<Bytef*>(decoded.bytes.data() + size);
    stream.avail_out = static_cast<uInt>(kInflateStep);
    status = inflate(&stream, Z_NO_FLUSH);
    decoded.bytes.resize(size + kInflateStep - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status == Z_STREAM_END || decoded.bytes.size() > max_bytes) return decoded;
  return failed("damaged-http", "the packed body is cut or damaged; crawl the page again");
}

DecodedBody without_brotli(std::string_view body, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!decoder) return failed("damaged-http", "out of memory");
  const auto* next = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t left = body.size();
  DecodedBody decoded;
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && decoded.bytes.size() <= max_bytes) {
    std::size_t room = 0;  // The decoder hands over its own buffer.
    result = BrotliDecoderDecompressStream(decoder.get(), &left, &next, &room, nullptr, nullptr);
    for (std::size_t size = 1; size > 0;) {
      size = 0;  // All there is.
      const std::uint8_t* const bytes = BrotliDecoderTakeOutput(decoder.get(), &size);
      decoded.bytes.append(reinterpret_cast<const char*>(bytes), size);
    }
  }
  if (result == BROTLI_DECODER_RESULT_SUCCESS || decoded.bytes.size() > max_bytes) return decoded;
  return failed("damaged-http", "the packed body is cut or damaged; crawl the page again");
}

DecodedBody without_coding(std::string_view coding, std::string_view body, std::size_t max_bytes) {
  constexpr int kGzipWindow = 15 + 16;
  constexpr int kRawWindow = -15;
  if (coding.empty() || coding == "identity") return {std::string(body), {}, {}};
  if (coding == "gzip" || coding == "x-gzip") {
    if (!body.starts_with("\x1f\x8b")) return {std::string(body), {}, {}};
    return inflated(body, kGzipWindow, max_bytes);
  }
  if (coding == "deflate") {
    if (ascii_trim(body).starts_with('<')) return {std::string(body), {}, {}};
    DecodedBody decoded = inflated(body, MAX_WBITS, max_bytes);
    return decoded.reason.empty() ? decoded : inflated(body, kRawWindow, max_bytes);
  }
  // Brotli has no mark at its start, but pages have.
  if (ascii_trim(body).starts_with('<')) return {std::string(body), {}, {}};
  if (coding == "br") return without_brotli(body, max_bytes);
  return failed("unknown-coding", "the body is packed as \"" + std::string(coding) +
                                      "\", which is not read; crawl without it");
}

}  // namespace

std::string_view RecordedResponse::header(std::string_view name) const {
  std::string_view rest = head;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || ascii_lower(ascii_trim(line.substr(0, colon))) != name) {
      continue;
    }
    return ascii_trim(line.substr(colon + 1));
  }
  return {};
}

std::string RecordedResponse::media_type() const {
  const std::string_view value = header("content-type");
  return ascii_lower(ascii_trim(value.substr(0, value.find(';'))));
}

std::string RecordedResponse::charset() const {
  return std::string(parameter(header("content-type"), "charset"));
}

RecordedResponse parse_http_response(std::string_view bytes) {
  RecordedResponse response;
  std::string_view rest = bytes;
  const std::string_view status_line = take_line(rest);
  response.body_begin = bytes.size();
  const std::size_t space = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || space == std::string_view::npos) return response;
  const std::string_view code = status_line.substr(space + 1, 3);
  std::from_chars(code.data(), code.data() + code.size(), response.status);
  const std::size_t head_begin = bytes.size() - rest.size();
  std::size_t head_end = bytes.size();
  while (!rest.empty()) {
    head_end = bytes.size() - rest.size();
    if (!take_line(rest).empty()) continue;
    response.body_begin = bytes.size() - rest.size();
    break;
  }
  response.head = bytes.substr(head_begin, head_end - head_begin);
  return response;
}

DecodedBody decode_body(const RecordedResponse& response, std::string_view body,
                        std::size_t max_bytes) {
  DecodedBody decoded{std::string(body), {}, {}};
  if (ascii_lower(response.header("transfer-encoding")).find("chunked") != std::string::npos) {
    decoded = without_chunks(body);
  }
  // The coding applied last is named last.
  std::string codings = ascii_lower(response.header("content-encoding"));
  while (decoded.reason.empty() && !codings.empty()) {
    const std::size_t comma = codings.rfind(',');
    const std::size_t begin = comma == std::string::npos ? 0 : comma + 1;
    const std::string coding(ascii_trim(std::string_view(codings).substr(begin)));
    codings.resize(comma == std::string::npos ? 0 : comma);
    decoded = without_coding(coding, decoded.bytes, max_bytes);
  }
  if (decoded.bytes.size() > max_bytes) {
    return failed("too-large", "the page has over " + std::to_string(max_bytes) + " bytes");
  }
  return decoded;
}

}  // namespace techpolicy
