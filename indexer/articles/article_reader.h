// From files to articles: which reader reads which file, and the walk over folders.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/articles/article.h"

namespace techpolicy {

/// A text over this many bytes is rejected ("too-large"), not cut.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{2} * 1024 * 1024;
/// A line of a JSON Lines file over this many bytes is rejected and skipped; the next line goes on.
inline constexpr std::size_t kMaxLineBytes = std::size_t{16} * 1024 * 1024;

class ArchiveEntry;

/// One file to read.
struct InputFile {
  std::filesystem::path path;  ///< To open it; "-" is standard input (JSON Lines).
  std::string name;            ///< Path below INPUT, INPUT's own name included, '/' between parts.
  /// Of a file inside an archive: where its bytes come from, once. Its path and name are then those
  /// of the archive with its path in the archive behind them.
  ArchiveEntry* entry = nullptr;
};

using RecordSink = std::function<void(Record&&)>;

/// Reads one file and hands over each record, in order. Never throws on content: faults are
/// RejectedRecords, and what stands behind a fault is still read where the format allows.
using ReadFunction = void (*)(const InputFile& file, const RecordSink& sink);

struct ReaderRow {
  std::string_view suffix;  ///< ".tar.gz"; compared without case. The first row that fits is used.
  ReadFunction read;
};

/// The formats, one row a file name ending.
[[nodiscard]] std::span<const ReaderRow> readers();

/// For people: that no reader reads a file of this name, and what to make of it.
[[nodiscard]] std::string unknown_format_detail(std::string_view file_name);

/// The endings of all that is read, with spaces between.
[[nodiscard]] std::string known_endings();

/// The reader for a file name, a ".gz" behind it or not: all readers unpack gzip. nullptr where no
/// row fits.
[[nodiscard]] ReadFunction reader_for(std::string_view file_name);

/// INPUT's own name, with which the names of its files begin: of "." and "corpus/.." that of the
/// folder they mean.
[[nodiscard]] std::string input_name(const std::filesystem::path& input);

/// The files below the inputs, sorted by name; each once, however often it is reached. Hidden files
/// are left out, and the folders that browsers save beside a page ("Page_files" of "Page.html").
/// Files that no reader reads, directory loops, missing or unreadable inputs are handed to
/// `rejected` (reasons "unknown-format", "loop", "missing", "unreadable").
[[nodiscard]] std::vector<InputFile> find_input_files(std::span<const std::string> inputs,
                                                      const RecordSink& rejected);

}  // namespace techpolicy
