// The records of a WARC file, one after the other (ISO 28500).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/articles/byte_source.h"

namespace techpolicy {

struct WarcRecord {
  std::size_t number = 0;  ///< 1-based, counting all records.
  std::string type;        ///< "response", "request", "warcinfo", ...
  std::string content_type;
  std::string target_uri;
  std::uint64_t size = 0;  ///< Bytes of its block.
  std::string fault;       ///< Why it cannot be read; it has then no block.
};

/// Reads forward once, in bounded memory. Where a record is damaged, reading goes on at the next
/// one that can be found: the next gzip member, or the next line that begins a record.
class WarcRecords {
 public:
  /// `source` must outlive the records.
  explicit WarcRecords(ByteSource& source) : source_(source) {}

  /// The next record; what is left of the block before is passed over. nullopt at the end; ask the
  /// source for a fault then.
  [[nodiscard]] std::optional<WarcRecord> next();

  /// More of the current record's block, up to `max_bytes`; short where the block ends, or the
  /// input does or is damaged: then is_cut() and nothing is left of the block.
  [[nodiscard]] std::string read_block(std::size_t max_bytes);
  [[nodiscard]] bool is_cut() const { return cut_; }

 private:
  [[nodiscard]] bool fill();
  [[nodiscard]] std::optional<std::string> read_line();
  [[nodiscard]] bool find_version_line(bool& untold);
  [[nodiscard]] bool skip_block();
  void read_head(WarcRecord& record);

  ByteSource& source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t left_ = 0;  ///< Of the current block.
  std::size_t number_ = 0;
  bool cut_ = false;
  bool damage_told_ = false;  ///< The damage that reading stands at is that of a record handed out.
  bool pending_ = false;      ///< The line that begins a record has been read.
};

}  // namespace techpolicy
