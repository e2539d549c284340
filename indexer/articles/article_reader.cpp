#include "indexer/articles/article_reader.h"

#include <array>

#include "indexer/articles/ascii.h"
#include "indexer/articles/readers.h"

namespace techpolicy {
namespace {

constexpr std::array kReaders = {
    ReaderRow{".txt", read_text_file},          ReaderRow{".md", read_markdown_file},
    ReaderRow{".markdown", read_markdown_file}, ReaderRow{".jsonl", read_json_lines},
    ReaderRow{".ndjson", read_json_lines},      ReaderRow{".jsonl.gz", read_json_lines},
    ReaderRow{".ndjson.gz", read_json_lines},   ReaderRow{".html", read_html_file},
    ReaderRow{".htm", read_html_file},
};

}  // namespace

std::span<const ReaderRow> readers() { return kReaders; }

ReadFunction reader_for(std::string_view file_name) {
  if (file_name == "-") return read_json_lines;
  const std::string lower = ascii_lower(file_name);
  for (const ReaderRow& row : kReaders) {
    if (lower.ends_with(row.suffix)) return row.read;
  }
  return nullptr;
}

}  // namespace techpolicy
