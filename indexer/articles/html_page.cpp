#include "indexer/articles/html_page.h"

#include <algorithm>
#include <utility>

#include "indexer/articles/ascii.h"
#include "indexer/articles/charset.h"
#include "indexer/articles/html_boilerplate.h"
#include "indexer/articles/html_main_text.h"
#include "indexer/articles/html_metadata.h"
#include "indexer/articles/html_tree.h"

namespace techpolicy {
namespace {

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

/// Some pages give their text in JSON-LD as HTML.
std::string given_text(const std::string& text) {
  const bool is_html = text.find("</") != std::string::npos || text.find("<p") != std::string::npos;
  return is_html ? text_of(parse_html(text).tree).text : text;
}

/// The best of some ways to find it, each tried where the ones before found too little.
MarkupText story_text(const HtmlTree& tree, const HtmlMarks& marks, const std::string& title,
                      const std::string& given) {
  MarkupText story = main_text(tree, marks, title, given);
  if (story.text.size() * 3 < marks.text[0] - marks.links[0]) {
    // Much running text and little of it found: the names may lie.
    const HtmlMarks lax = mark_boilerplate(tree, Strictness::elements);
    MarkupText more = main_text(tree, lax, title, given);
    if (more.text.size() > story.text.size() * 2) story = std::move(more);
  }
  // Pages that scripts fill have next to no text of their own.
  if (story.text.size() * 4 < given.size()) return {given};
  return story.text.empty() ? text_of(tree) : story;
}

}  // namespace

PageReading read_html_page(std::string_view page, RecordFields& fields) {
  const ParsedHtml parsed = parse_html(page);
  const HtmlTree& tree = parsed.tree;
  const HtmlMarks marks = mark_boilerplate(tree, Strictness::names);
  const std::string given = given_text(read_html_metadata(tree, marks, fields));
  fields.set_text(story_text(tree, marks, fields.first(RecordKey::title), given));
  return parsed.whole ? PageReading::whole : PageReading::up_to_depth;
}

std::string decode_html(std::string_view bytes, std::string_view charset) {
  return decode_text(bytes, charset.empty() ? declared_charset(bytes) : std::string(charset));
}

}  // namespace techpolicy
