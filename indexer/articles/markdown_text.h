// Markdown to plain text.
#pragma once

#include <string>
#include <string_view>

#include "indexer/articles/plain_paragraphs.h"

namespace techpolicy {

struct MarkdownText {
  std::string title;  ///< The known title, else the first heading of level 1; may be empty.
  MarkupText body;    ///< Paragraphs, headings, list items and table rows, a blank line between
                      ///< them; "- " before an item.
};

/// Reads CommonMark with tables and strikethrough. Marks, link targets, images and HTML tags are
/// left out, code and the text in HTML stay; the first heading of level 1 is left out where it is
/// the title. `known_title` is what metadata say, empty where nothing. Both must be valid UTF-8.
/// Never throws.
[[nodiscard]] MarkdownText markdown_text(std::string_view markdown, std::string_view known_title);

}  // namespace techpolicy
