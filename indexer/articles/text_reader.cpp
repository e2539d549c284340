// Plain text: nothing in it says what its title is, so all of it is text.
#include <utility>
#include <variant>

#include "indexer/articles/charset.h"
#include "indexer/articles/dates.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/whole_file.h"

namespace techpolicy {
namespace {

/// In UTF-16 a text takes up to twice the bytes that it has in UTF-8.
constexpr std::size_t kMaxFileBytes = 2 * kMaxArticleBytes;

}  // namespace

void read_text_file(const InputFile& file, const RecordSink& sink) {
  auto bytes = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&bytes)) return sink(std::move(*rejected));
  RecordFields fields;
  fields.set_text({decode_text(std::get<std::string>(bytes), {})});
  sink(dated_by_path(make_record(std::move(fields), {file, 0}), file));
}

}  // namespace techpolicy
