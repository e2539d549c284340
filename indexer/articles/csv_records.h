// Records of a CSV file: rows whose quoted values may hold line ends and delimiters.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {

enum class CsvFault {
  none,
  stray_quote,  ///< A quote closes a value and the value goes on, in the row's first line.
  broken_row,   ///< The same further down, or a quote that is never closed.
  too_long,     ///< Over the limit, with all quotes closed.
};

struct CsvRecord {
  /// Without the line end; valid until the next call of next(). Of a faulty row its first line,
  /// empty where that is over the limit.
  std::string_view bytes;
  std::size_t line = 0;  ///< 1-based, of its start.
  CsvFault fault = CsvFault::none;
  bool complete = true;  ///< False where the input ended without a line end.
};

/// Cuts a stream of bytes into records, in bounded memory. Belongs to one thread.
///
/// After a row that cannot be read, reading goes on in the line behind its first one, so that a
/// quote too many costs a row and not the rest of the file. That looks at bytes again; an input
/// made to be looked at again and again is given up (`gave_up()`).
class CsvRecords {
 public:
  /// Fills the front of a buffer; 0 at the end.
  using Read = std::function<std::size_t(std::span<char>)>;

  /// `delimiters`: the characters that may stand behind a quoted value.
  CsvRecords(Read read, std::size_t max_record_bytes, std::string delimiters);

  void set_delimiter(char delimiter) { delimiters_ = delimiter; }

  [[nodiscard]] std::optional<CsvRecord> next();
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  enum class State { value_begins, plain, quoted, quote_in_quoted };

  struct Scan {
    std::size_t end = 0;    ///< Bytes of the record, or up to the fault.
    std::size_t lines = 0;  ///< Line ends in them.
    CsvFault fault = CsvFault::none;
  };

  [[nodiscard]] Scan scan();
  [[nodiscard]] State step(State state, char c, bool& stray) const;
  [[nodiscard]] bool read_more();
  [[nodiscard]] std::string_view take(std::size_t size, std::size_t lines);
  [[nodiscard]] std::string_view take_line();
  void skip_line();

  Read read_;
  std::size_t max_record_bytes_;
  std::string delimiters_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< Of the record that is being read.
  std::size_t line_ = 1;   ///< Of the same.
  std::size_t looked_at_again_ = 0;
  bool gave_up_ = false;
};

enum class CsvQuotes { enclose, literal };

/// The values of a record. With CsvQuotes::literal a quote is a character as any other.
[[nodiscard]] std::vector<std::string> csv_values(std::string_view record, char delimiter,
                                                  CsvQuotes quotes);

}  // namespace techpolicy
