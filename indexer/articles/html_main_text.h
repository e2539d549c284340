// The text of an HTML page without what stands around it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/articles/html_boilerplate.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/plain_paragraphs.h"

namespace techpolicy {

/// The text of the main element (itemprop=articleBody, <article>, <main>, role=main, else the
/// element with the most running text directly in it), of it what keep_story() keeps: paragraphs
/// with a blank line between them, "- " before list items. `given` is the text that the page gives
/// elsewhere, mostly empty. Empty where the page has no text.
[[nodiscard]] MarkupText main_text(const HtmlTree& tree, const HtmlMarks& marks,
                                   std::string_view title, std::string_view given);

/// All text of a tree, in paragraphs: for pieces of HTML.
[[nodiscard]] MarkupText text_of(const HtmlTree& tree);

}  // namespace techpolicy
