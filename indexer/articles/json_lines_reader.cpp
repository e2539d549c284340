// JSON Lines: one object a line, so that one bad line costs one article.
#include <utility>
#include <variant>

#include "indexer/articles/ascii.h"
#include "indexer/articles/byte_source.h"
#include "indexer/articles/json_record.h"
#include "indexer/articles/line_reader.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"

namespace techpolicy {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// Reads one line; false where the file as a whole is not JSON Lines.
bool read_line(std::string_view text, const RecordPlace& place, bool first,
               const RecordSink& sink) {
  auto parsed = parse_json_record(text);
  if (auto* fields = std::get_if<RecordFields>(&parsed)) {
    sink(make_record(std::move(*fields), place));
    return true;
  }
  JsonFault& fault = std::get<JsonFault>(parsed);
  // One value written over many lines would else give a reject for each of them.
  const bool spread =
      first && fault.unfinished && (fault.reason == "json-array" || text.size() == 1);
  if (spread) fault.detail += "; nothing of this file was read";
  sink(reject(place, std::move(fault.reason), fault.detail));
  return !spread;
}

}  // namespace

void read_json_lines(const InputFile& file, const RecordSink& sink) {
  ByteSource source(file);
  LineReader lines(source, kMaxLineBytes);
  bool first = true;
  bool any = false;
  std::size_t last_line = 0;
  while (const auto line = lines.next()) {
    const RecordPlace place{file, last_line = line->number, kNoNamedText};
    any = true;
    // The damage is in this very line: what stands in it is not the whole record.
    if (!line->complete && source.failed()) {
      --last_line;
      break;
    }
    if (line->too_long) {
      sink(reject(
          place, "too-large",
          "a line over " + std::to_string(kMaxLineBytes) + " bytes; write one object a line"));
      first = false;
      continue;
    }
    std::string_view text = line->text;
    if (line->number == 1 && text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
    text = ascii_trim(text);
    if (text.empty()) continue;
    if (!read_line(text, place, first, sink)) return;
    first = false;
  }
  if (source.failed()) {
    sink(reject({file, any ? last_line + 1 : 0}, source.reason(), source.detail()));
  } else if (first) {
    sink(reject({file, 0}, "no-text", "the file holds no records"));
  }
}

}  // namespace techpolicy
