// Which parts of a page are its furniture: navigation, cookie notices, links to other articles,
// comments.
#pragma once

#include <vector>

#include "indexer/articles/html_tree.h"

namespace techpolicy {

/// What extraction knows of each node of a tree, by index.
struct HtmlMarks {
  std::vector<bool> left_out;      ///< Furniture or invisible, or inside of such.
  std::vector<std::size_t> text;   ///< Bytes of text in it that are not left out, without spaces.
  std::vector<std::size_t> links;  ///< Of these, bytes in links.
};

/// What counts as furniture.
enum class Strictness {
  names,     ///< Elements, roles, what is invisible, comments, and words in class and id.
  elements,  ///< The same without the words, for pages that give their story such names.
};

/// Linear.
[[nodiscard]] HtmlMarks mark_boilerplate(const HtmlTree& tree, Strictness strictness);

/// True for elements whose content is never text of a page: scripts, styles, controls.
[[nodiscard]] bool is_silent_element(const HtmlNode& node);

/// True for <article>, <main> and what is marked as one by role or itemprop.
[[nodiscard]] bool is_story_element(const HtmlNode& node);

/// True where a list of words, as of class, holds a word; ASCII case does not count.
[[nodiscard]] bool has_word(std::string_view words, std::string_view word);

}  // namespace techpolicy
