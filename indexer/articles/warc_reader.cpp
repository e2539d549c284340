// Crawls in WARC files: one article a web page.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/articles/ascii.h"
#include "indexer/articles/byte_source.h"
#include "indexer/articles/html_page.h"
#include "indexer/articles/http_response.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/warc_records.h"

namespace techpolicy {
namespace {

/// As for a page that is a file.
constexpr std::size_t kMaxPageBytes = std::size_t{16} * 1024 * 1024;
/// Enough for the head of a response, which says whether the rest is wanted.
constexpr std::size_t kHeadBytes = std::size_t{64} * 1024;

bool is_page(const RecordedResponse& response, std::string_view body) {
  const std::string type = response.media_type();
  if (!type.empty()) return type == "text/html" || type == "application/xhtml+xml";
  const std::string start = ascii_lower(ascii_trim(body.substr(0, 512)));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

class WarcReader {
 public:
  WarcReader(const InputFile& file, const RecordSink& sink)
      : file_(file), sink_(sink), source_(file), records_(source_) {}

  void read() {
    bool any = false;
    bool told = false;  // The damage that reading stands at.
    std::size_t number = 0;
    while (const auto record = records_.next()) {
      number = record->number;
      if (record->fault.empty()) {
        read_record(*record);
        told = records_.is_cut();
      } else {
        told = true;
        tell_damage(number, record->fault);
      }
      any = true;
      if (source_.budget().exceeded()) break;
    }
    tell_end(any, told, number);
  }

 private:
  void fault(std::size_t number, std::string reason, std::string_view detail) {
    sink_(reject({file_, number}, std::move(reason), detail));
  }

  void tell_end(bool any, bool told, std::size_t number) {
    for (const auto& [reason, count] : skipped_) {
      sink_(SkippedRecords{reason, reject({file_, 0}, {}, {}).file, count});
    }
    if (source_.budget().exceeded()) {
      fault(0, UnpackBudget::kReason,
            std::string(UnpackBudget::kDetail) + "; the rest of it was not read");
    } else if (source_.failed()) {
      if (!told) fault(any ? number + 1 : 0, source_.reason(), source_.detail());
    } else if (!any) {
      fault(0, "no-text", "the file holds no records");
    }
  }

  void read_record(const WarcRecord& record) {
    if (record.type != "response") {
      ++skipped_["not-a-response"];
      return;
    }
    std::string block = records_.read_block(kHeadBytes);
    if (records_.is_cut()) return tell_damage(record.number, "the record is cut");
    if (!is_wanted(parse_http_response(block), block)) return;
    block += records_.read_block(kMaxPageBytes);
    if (records_.is_cut()) return tell_damage(record.number, "the record is cut");
    if (block.size() > kMaxPageBytes) {
      return fault(record.number, "too-large",
                   "the page has over " + std::to_string(kMaxPageBytes) + " bytes");
    }
    read_page(record, block);
  }

  /// By the damage of the file where that is behind it.
  void tell_damage(std::size_t number, const std::string& what) {
    if (source_.failed()) return fault(number, source_.reason(), source_.detail());
    fault(number, "damaged-warc", what + "; fetch the file again");
  }

  /// Counts what is not.
  bool is_wanted(const RecordedResponse& head, std::string_view block) {
    if (head.status != 200) {
      ++skipped_["not-a-page"];
    } else if (!is_page(head, block.substr(head.body_begin))) {
      ++skipped_["not-html"];
    } else {
      return true;
    }
    return false;
  }

  void read_page(const WarcRecord& record, std::string_view block) {
    const RecordedResponse response = parse_http_response(block);
    const DecodedBody body =
        decode_body(response, block.substr(response.body_begin), kMaxPageBytes);
    source_.budget().add_unpacked(body.bytes.size());
    if (!body.reason.empty()) return fault(record.number, body.reason, body.detail);
    RecordFields fields;
    const RecordPlace place{file_, record.number, kNoPageText};
    const PageReading reading = read_html_page(decode_html(body.bytes, response.charset()), fields);
    std::string_view address = record.target_uri;
    if (address.starts_with('<') && address.ends_with('>')) {  // As older crawlers write it.
      address = address.substr(1, address.size() - 2);
    }
    fields.add("link", std::string(address));
    sink_(make_record(std::move(fields), place));
    if (reading == PageReading::up_to_depth) sink_(reject(place, "too-deep", kTooDeep));
  }

  const InputFile& file_;
  const RecordSink& sink_;
  ByteSource source_;
  WarcRecords records_;
  std::map<std::string, std::size_t> skipped_;
};

}  // namespace

void read_warc_file(const InputFile& file, const RecordSink& sink) {
  WarcReader(file, sink).read();
}

}  // namespace techpolicy
