#include "indexer/articles/charset.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>
#include <utility>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {
namespace {

struct Utf8Census {
  std::size_t valid = 0;    ///< Sequences of two and more bytes.
  std::size_t invalid = 0;  ///< Broken sequences.
};

bool is_ascii_block(const std::uint8_t* bytes) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes, sizeof block);
  return (block & 0x8080808080808080U) == 0;
}

Utf8Census census(std::string_view bytes) {
  Utf8Census result;
  const auto* text = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  std::int64_t i = 0;
  while (i < size) {
    if (size - i >= 8 && is_ascii_block(text + i)) {
      i += 8;
      continue;
    }
    UChar32 code_point = 0;
    const std::int64_t start = i;
    U8_NEXT(text, i, size, code_point);
    if (code_point < 0) {
      ++result.invalid;
    } else if (i - start > 1) {
      ++result.valid;
    }
  }
  return result;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array<ByteOrderMark, 3> kByteOrderMarks = {{
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
}};

/// Names that HTML gives another meaning than ICU: browsers read them so, and pages are made for
/// that. A declared UTF-16 cannot be true where the declaration itself could be read.
constexpr std::array<std::pair<std::string_view, const char*>, 11> kWebNames = {{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// ICU's name for a declared character set; empty where there is none.
std::string known_charset(std::string_view declared) {
  std::string name(declared);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [web_name, charset] : kWebNames) {
    if (name == web_name) return charset;
  }
  if (name.empty()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? name : std::string{};
}

/// What cannot be converted becomes U+FFFD.
std::string convert(std::string_view bytes, const char* charset) {
  const auto size = static_cast<std::int32_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_convert("UTF-8", charset, nullptr, 0, bytes.data(), size, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) return {};
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", charset, text.data(), length + 1, bytes.data(), size, &status);
  text.resize(static_cast<std::size_t>(length));
  return U_SUCCESS(status) ? text : std::string{};
}

/// Whether bytes beyond ASCII mostly stand side by side: in Western languages an accent or a quote
/// stands alone between letters. The markup around does not count.
bool has_runs_beyond_ascii(std::string_view bytes) {
  constexpr std::size_t kLeast = 16;
  std::size_t high = 0;
  std::size_t beside = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] >= 0) continue;
    ++high;
    const bool in_run = (i > 0 && bytes[i - 1] < 0) || (i + 1 < bytes.size() && bytes[i + 1] < 0);
    beside += in_run ? 1U : 0U;
  }
  return beside >= kLeast && beside * 3 >= high * 2;
}

/// By the looks, for languages that are not Western.
std::optional<std::string> detected_charset(std::string_view bytes) {
  if (!has_runs_beyond_ascii(bytes)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return std::nullopt;
  ucsdet_enableInputFilter(detector.get(), bytes.find('<') != std::string_view::npos);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  return U_SUCCESS(status) ? std::optional<std::string>(name) : std::nullopt;
}

bool is_utf8_name(std::string_view charset) { return charset == "UTF-8" || charset == "utf-8"; }

bool reads_as_utf8(const Utf8Census& found, std::string_view charset) {
  if (found.invalid == 0) return found.valid > 0 || charset.empty() || is_utf8_name(charset);
  // Other encodings hold a valid sequence by chance now and then, but not most of the time.
  const std::size_t tolerated = is_utf8_name(charset) ? found.valid : found.valid / 4;
  return found.invalid <= tolerated;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) { return census(bytes).invalid == 0; }

std::string decode_text(std::string_view bytes, std::string_view declared) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    return clean_utf8(is_utf8_name(mark.charset) ? std::string(bytes)
                                                 : convert(bytes, mark.charset));
  }
  const std::string charset = known_charset(declared);
  if (reads_as_utf8(census(bytes), charset)) return clean_utf8(bytes);
  // A page that says UTF-8 and holds next to none says nothing.
  if (!charset.empty() && !is_utf8_name(charset)) {
    return clean_utf8(convert(bytes, charset.c_str()));
  }
  return clean_utf8(convert(bytes, detected_charset(bytes).value_or("windows-1252").c_str()));
}

}  // namespace techpolicy
