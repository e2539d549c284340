// PDF through poppler's `pdftotext`, in a process of its own: files of anybody's making, read by a
// large program written in C++.
#include <array>
#include <string>
#include <utility>
#include <variant>

#include "indexer/articles/ascii.h"
#include "indexer/articles/limited_child.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/whole_file.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{128} * 1024 * 1024;
/// The text of an article, with its signs escaped.
constexpr ChildLimits kLimits{20, std::size_t{1024} * 1024 * 1024, 3 * kMaxArticleBytes};

/// What `-htmlmeta` writes for signs of HTML, in the title and from some version on in the text.
std::string unescaped(std::string_view html) {
  constexpr std::array<std::pair<std::string_view, char>, 4> kSigns = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
  std::string text;
  while (!html.empty()) {
    std::size_t size = 1;
    char sign = html.front();
    for (const auto& [escaped, plain] : kSigns) {
      if (!html.starts_with(escaped)) continue;
      size = escaped.size();
      sign = plain;
    }
    text += sign;
    html.remove_prefix(size);
  }
  return text;
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open);
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin + open.size());
  return text.substr(0, text.rfind(close));
}

/// Most titles in PDF files are names of the files that they were made of.
bool is_title(std::string_view title) {
  const std::string lower = ascii_lower(title);
  for (const char* ending : {".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".ppt", ".pptx"}) {
    if (lower.ends_with(ending)) return false;
  }
  return title.find(' ') != std::string_view::npos && !lower.starts_with("microsoft word") &&
         !lower.starts_with("untitled");
}

constexpr std::string_view kNoText =
    "its pages hold no text, as those of a scan; let a program read the letters (OCR) and save it "
    "again";

RejectedRecord reject_pdf(const InputFile& file, const ChildResult& result,
                          std::string_view bytes) {
  const RecordPlace place{file, 0};
  switch (result.end) {
    case ChildResult::End::not_installed:
      return reject(place, "no-pdf-reader",
                    "PDF is read by pdftotext, which is not installed (package poppler-utils)");
    case ChildResult::End::too_slow:
      return reject(place, "too-slow",
                    "pdftotext took over " + std::to_string(kLimits.seconds) +
                        " seconds; convert it by hand");
    case ChildResult::End::too_much_output:
      return reject(place, "too-large",
                    "the text has over " + std::to_string(kMaxArticleBytes) + " bytes; split it");
    case ChildResult::End::exited:
      if (bytes.find("/Encrypt") != std::string_view::npos) {
        return reject(place, "encrypted", "the file is locked with a password; unlock it");
      }
      [[fallthrough]];
    case ChildResult::End::died:
      break;
  }
  return reject(place, "damaged-pdf", "pdftotext cannot read it; fetch the file again");
}

}  // namespace

void read_pdf_file(const InputFile& file, const RecordSink& sink) {
  auto whole = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&whole)) return sink(std::move(*rejected));
  const std::string& bytes = std::get<std::string>(whole);
  // What is cut can often be read in part, and nothing would say that the rest is missing.
  if (bytes.find("%%EOF") == std::string::npos) {
    return sink(reject({file, 0}, "damaged-pdf", "the file has no end; fetch it again"));
  }
  const ChildResult result = run_limited(
      {"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-htmlmeta", "-", "-"},
      bytes, kLimits);
  if (result.end != ChildResult::End::exited || result.exit_code != 0) {
    return sink(reject_pdf(file, result, bytes));
  }
  RecordFields fields;
  const std::string_view html = result.output;
  const std::size_t body = std::min(html.find("<pre>"), html.size());
  const std::string title = unescaped(between(html.substr(0, body), "<title>", "</title>"));
  if (is_title(title)) fields.add("title", title);
  fields.set_text({unescaped(between(html.substr(body), "<pre>", "</pre>"))});
  sink(dated_by_path(make_record(std::move(fields), {file, 0, kNoText}), file));
}

}  // namespace techpolicy
