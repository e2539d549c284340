// Saved web pages: one article a file.
#include <algorithm>
#include <utility>
#include <variant>

#include "indexer/articles/ascii.h"
#include "indexer/articles/charset.h"
#include "indexer/articles/html_boilerplate.h"
#include "indexer/articles/html_main_text.h"
#include "indexer/articles/html_metadata.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/whole_file.h"

namespace techpolicy {
namespace {

/// Pages carry images and scripts in them: the text is a small part.
constexpr std::size_t kMaxFileBytes = std::size_t{16} * 1024 * 1024;

/// A declaration stands early, as in HTML's own rule (1,024 bytes) with some room for real pages.
constexpr std::size_t kDeclarationBytes = 4096;

/// The character set in <meta charset="..."> or "text/html; charset=..."; empty where none.
std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kDeclarationBytes));
  constexpr std::string_view kKey = "charset=";
  const std::size_t key = head.find(kKey);
  if (key == std::string::npos) return {};
  std::string_view value = std::string_view(head).substr(key + kKey.size());
  value.remove_prefix(std::min(value.find_first_not_of("\"' "), value.size()));
  return std::string(value.substr(0, value.find_first_of("\"'>;/ \t\r\n")));
}

}  // namespace

void read_html_file(const InputFile& file, const RecordSink& sink) {
  auto bytes = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&bytes)) return sink(std::move(*rejected));
  const std::string& page = std::get<std::string>(bytes);
  const HtmlTree tree = parse_html(decode_text(page, declared_charset(page)));
  const HtmlMarks marks = mark_boilerplate(tree);
  RecordFields fields;
  const std::string given_text = read_html_metadata(tree, marks, fields);
  std::string text = main_text(tree, marks, fields.first(RecordKey::title));
  // Pages that scripts fill have next to no text of their own.
  if (text.size() * 4 < given_text.size()) text = given_text;
  fields.set_text(std::move(text));
  sink(dated_by_path(make_record(std::move(fields), {file, 0}), file));
}

}  // namespace techpolicy
