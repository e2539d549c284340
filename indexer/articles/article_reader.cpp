#include "indexer/articles/article_reader.h"

#include <array>
#include <utility>

#include "indexer/articles/ascii.h"
#include "indexer/articles/readers.h"

namespace techpolicy {
namespace {

constexpr std::array kReaders = {
    ReaderRow{".txt", read_text_file},          ReaderRow{".md", read_markdown_file},
    ReaderRow{".markdown", read_markdown_file}, ReaderRow{".jsonl", read_json_lines},
    ReaderRow{".ndjson", read_json_lines},      ReaderRow{".html", read_html_file},
    ReaderRow{".htm", read_html_file},          ReaderRow{".csv", read_csv_file},
    ReaderRow{".tsv", read_csv_file},           ReaderRow{".xml", read_feed_file},
    ReaderRow{".rss", read_feed_file},          ReaderRow{".atom", read_feed_file},
    ReaderRow{".rdf", read_feed_file},          ReaderRow{".warc", read_warc_file},
    ReaderRow{".pdf", read_pdf_file},           ReaderRow{".zip", read_archive_file},
    ReaderRow{".tar", read_archive_file},       ReaderRow{".tgz", read_archive_file},
    ReaderRow{".tar.bz2", read_archive_file},   ReaderRow{".tar.xz", read_archive_file},
    ReaderRow{".tar.zst", read_archive_file},   ReaderRow{".bz2", read_packed_file},
    ReaderRow{".xz", read_packed_file},         ReaderRow{".zst", read_packed_file},
};

constexpr std::string_view kGzipSuffix = ".gz";

/// What to do with files of other formats that people have.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kAdvice = {{
    {".gz", "name it after what is packed in it, as .jsonl.gz"},
    {".json", "JSON is read one object a line, from .jsonl; `jq -c '.[]'` makes lines of a list"},
    {".xls", "save it as .csv"},
    {".xlsx", "save it as .csv"},
}};

}  // namespace

std::span<const ReaderRow> readers() { return kReaders; }

std::string unknown_format_detail(std::string_view file_name) {
  const std::string name = ascii_lower(file_name.substr(file_name.rfind('/') + 1));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) {
    return "its name has no ending that tells what is in it; name it .txt, .html, .jsonl, ...";
  }
  const std::string ending = name.substr(dot);
  const std::string refusal = "no reader for names ending in " + ending + ": ";
  for (const auto& [known, advice] : kAdvice) {
    if (known == ending) return refusal + std::string(advice);
  }
  return refusal + "save it as .txt, .html or .pdf; `indexer --help` lists what is read";
}

std::string known_endings() {
  std::string endings;
  for (const ReaderRow& row : kReaders) {
    if (!endings.empty()) endings += ' ';
    endings += row.suffix;
  }
  return endings;
}

ReadFunction reader_for(std::string_view file_name) {
  if (file_name == "-") return read_json_lines;
  const std::string lower = ascii_lower(file_name);
  for (const ReaderRow& row : kReaders) {
    if (lower.ends_with(row.suffix)) return row.read;
  }
  if (!lower.ends_with(kGzipSuffix)) return nullptr;
  return reader_for(lower.substr(0, lower.size() - kGzipSuffix.size()));
}

}  // namespace techpolicy
