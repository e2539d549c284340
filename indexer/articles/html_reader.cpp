// Saved web pages: one article a file.
#include <utility>
#include <variant>

#include "indexer/articles/html_page.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/whole_file.h"

namespace techpolicy {
namespace {

/// Pages carry images and scripts in them: the text is a small part.
constexpr std::size_t kMaxFileBytes = std::size_t{16} * 1024 * 1024;

}  // namespace

void read_html_file(const InputFile& file, const RecordSink& sink) {
  auto bytes = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&bytes)) return sink(std::move(*rejected));
  RecordFields fields;
  const RecordPlace place{file, 0, kNoPageText};
  const PageReading reading = read_html_page(decode_html(std::get<std::string>(bytes)), fields);
  sink(dated_by_path(make_record(std::move(fields), place), file));
  if (reading == PageReading::up_to_depth) sink(reject(place, "too-deep", kTooDeep));
}

}  // namespace techpolicy
