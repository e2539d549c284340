// CSV and TSV: a row of names, then one record a row.
#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indexer/articles/ascii.h"
#include "indexer/articles/byte_source.h"
#include "indexer/articles/charset.h"
#include "indexer/articles/csv_records.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"

namespace techpolicy {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";
/// Spreadsheets write UTF-16 only by hand ("Unicode text"); such a file is read as a whole.
constexpr std::size_t kMaxUtf16Bytes = std::size_t{64} * 1024 * 1024;

/// The bytes of a file as they are, or as UTF-8 where a byte order mark says UTF-16.
class CsvBytes {
 public:
  explicit CsvBytes(ByteSource& source) : source_(source) {
    head_.resize(3);
    while (size_ < head_.size()) {
      const std::size_t got = source_.read(std::span<char>(head_).subspan(size_));
      if (got == 0) break;
      size_ += got;
    }
    head_.resize(size_);
    if (head_ == "\xEF\xBB\xBF") head_.clear();
    if (head_.starts_with("\xFF\xFE") || head_.starts_with("\xFE\xFF")) read_utf16();
  }

  [[nodiscard]] bool too_large() const { return too_large_; }

  std::size_t read(std::span<char> buffer) {
    if (begin_ == head_.size()) return source_.read(buffer);
    const std::size_t size = std::min(buffer.size(), head_.size() - begin_);
    std::copy_n(head_.begin() + static_cast<std::ptrdiff_t>(begin_), size, buffer.begin());
    begin_ += size;
    return size;
  }

 private:
  void read_utf16() {
    for (std::size_t got = size_; got > 0 && head_.size() <= kMaxUtf16Bytes; size_ += got) {
      head_.resize(size_ + std::max<std::size_t>(size_, 4096));
      got = source_.read(std::span<char>(head_).subspan(size_));
      head_.resize(size_ + got);
    }
    too_large_ = head_.size() > kMaxUtf16Bytes;
    head_ = decode_text(head_, {});
  }

  ByteSource& source_;
  std::string head_;  ///< What was read ahead.
  std::size_t size_ = 0;
  std::size_t begin_ = 0;
  bool too_large_ = false;
};

/// What the columns mean.
struct CsvHeader {
  char delimiter = ',';
  std::vector<std::optional<RecordFields::Name>> columns;
  std::size_t known = 0;
  bool has_text = false;
};

CsvHeader header_by(std::string_view row, char delimiter) {
  CsvHeader header;
  header.delimiter = delimiter;
  for (const std::string& value : csv_values(row, delimiter, CsvQuotes::enclose)) {
    header.columns.push_back(RecordFields::find(ascii_trim(value)));
    if (!header.columns.back()) continue;
    ++header.known;
    header.has_text |= kRecordNames[*header.columns.back()].key == RecordKey::text;
  }
  return header;
}

/// By the delimiter that gives the most names that mean something.
CsvHeader header_of(std::string_view row) {
  CsvHeader best;
  for (const char delimiter : kDelimiters) {
    CsvHeader header = header_by(row, delimiter);
    if (best.columns.empty() || header.known > best.known ||
        (header.known == best.known && header.columns.size() > best.columns.size())) {
      best = std::move(header);
    }
  }
  return best;
}

/// An empty line, or the one in which spreadsheets name the delimiter ("sep=;").
bool is_no_record(const CsvRecord& record) {
  const std::string_view row = ascii_trim(record.bytes);
  const bool names_delimiter = record.line == 1 && row.starts_with("sep=") && row.size() <= 5;
  return record.fault == CsvFault::none && (row.empty() || names_delimiter);
}

std::string_view without_line_end(std::string_view row) {
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

/// Of a value whose quotes were read literally: those around it are still no part of it.
void strip_quotes(std::string& value) {
  if (value.size() < 2 || value.front() != '"' || value.back() != '"') return;
  value = value.substr(1, value.size() - 2);
}

class CsvReader {
 public:
  CsvReader(const InputFile& file, const RecordSink& sink)
      : file_(file),
        sink_(sink),
        source_(file),
        bytes_(source_),
        records_([this](std::span<char> buffer) { return bytes_.read(buffer); }, kMaxLineBytes,
                 std::string(kDelimiters)) {}

  void read() {
    if (bytes_.too_large()) {
      return fault(0, "too-large", "over 64 MiB of UTF-16; convert it (iconv -t UTF-8)");
    }
    bool named = false;
    bool any = false;
    std::size_t line = 1;
    while (const auto record = records_.next()) {
      line = record->line;
      // A row that the input broke off in is not the whole record.
      if (source_.failed() && (!record->complete || record->fault == CsvFault::broken_row)) break;
      if (is_no_record(*record)) continue;
      if (!named) {
        if (!read_header(*record)) return;
        named = true;
      } else {
        read_row(*record);
        any = true;
      }
    }
    if (source_.failed()) {
      fault(named ? line : 0, source_.reason(), source_.detail());
    } else if (records_.gave_up()) {
      fault(line, "invalid-csv", "quotes without an end throughout; the rest was not read");
    } else if (!any) {
      fault(0, "no-text", "the file holds no records");
    }
  }

 private:
  void fault(std::size_t line, std::string reason, std::string_view detail) {
    sink_(reject({file_, line}, std::move(reason), detail));
  }

  bool read_header(const CsvRecord& record) {
    if (record.fault == CsvFault::none) header_ = header_of(decode_text(record.bytes, {}));
    if (header_.has_text) {
      records_.set_delimiter(header_.delimiter);
      return true;
    }
    fault(0, "no-header",
          "the first row names no column of text; name the columns, and one of them \"text\", "
          "\"body\", \"content\" or \"maintext\"; nothing of this file was read");
    return false;
  }

  void read_row(const CsvRecord& record) {
    switch (record.fault) {
      case CsvFault::none:
        return read_values(record, CsvQuotes::enclose);
      case CsvFault::stray_quote:
        return read_values(record, CsvQuotes::literal);
      case CsvFault::broken_row:
        return fault(record.line, "invalid-csv",
                     "a quoted value without an end; write quotes inside it twice (\"\")");
      case CsvFault::too_long:
        return fault(record.line, "too-large",
                     "a row over " + std::to_string(kMaxLineBytes) + " bytes; split it");
    }
  }

  void read_values(const CsvRecord& record, CsvQuotes quotes) {
    const std::string row = decode_text(without_line_end(record.bytes), {});
    std::vector<std::string> values = csv_values(row, header_.delimiter, quotes);
    // Spreadsheets put delimiters behind the last column.
    while (values.size() > header_.columns.size() && ascii_trim(values.back()).empty()) {
      values.pop_back();
    }
    if (values.size() != header_.columns.size()) {
      return fault(record.line, quotes == CsvQuotes::enclose ? "wrong-columns" : "invalid-csv",
                   std::to_string(values.size()) + " values where the first row names " +
                       std::to_string(header_.columns.size()) +
                       " columns; enclose values in quotes, and write quotes inside twice (\"\")");
    }
    if (quotes == CsvQuotes::literal) std::for_each(values.begin(), values.end(), strip_quotes);
    RecordFields fields;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (header_.columns[i]) fields.add(*header_.columns[i], std::move(values[i]));
    }
    sink_(make_record(std::move(fields), {file_, record.line, kNoNamedText}));
  }

  const InputFile& file_;
  const RecordSink& sink_;
  ByteSource source_;
  CsvBytes bytes_;
  CsvRecords records_;
  CsvHeader header_;
};

}  // namespace

void read_csv_file(const InputFile& file, const RecordSink& sink) { CsvReader(file, sink).read(); }

}  // namespace techpolicy
