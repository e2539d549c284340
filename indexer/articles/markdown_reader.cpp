// Markdown: one article a file, its metadata in front matter.
#include <utility>
#include <variant>

#include "indexer/articles/charset.h"
#include "indexer/articles/front_matter.h"
#include "indexer/articles/markdown_text.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/whole_file.h"

namespace techpolicy {
namespace {

/// In UTF-16 a text takes up to twice the bytes that it has in UTF-8.
constexpr std::size_t kMaxFileBytes = 2 * kMaxArticleBytes;

}  // namespace

void read_markdown_file(const InputFile& file, const RecordSink& sink) {
  auto bytes = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&bytes)) return sink(std::move(*rejected));
  const std::string text = decode_text(std::get<std::string>(bytes), {});
  RecordFields fields;
  const std::string_view body = read_front_matter(text, fields);
  MarkdownText markdown = markdown_text(body, fields.first(RecordKey::title));
  fields.add("title", std::move(markdown.title));
  fields.set_text(std::move(markdown.body));
  sink(dated_by_path(make_record(std::move(fields), {file, 0}), file));
}

}  // namespace techpolicy
