// A page's text as the blocks that a reader sees: paragraphs, headings, list items, table rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/articles/html_boilerplate.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/plain_paragraphs.h"

namespace techpolicy {

enum class BlockKind { paragraph, heading, item, preformatted };

/// One run of text between two breaks; never blank. Bytes count what a reader sees, no spaces.
struct TextBlock {
  std::size_t node = 0;  ///< The block element around it.
  BlockKind kind = BlockKind::paragraph;
  bool begins_item = false;    ///< The first block of a list item.
  std::string text;            ///< Single spaces; line breaks where the page has them.
  std::size_t bytes = 0;       ///< Of `text`.
  std::size_t links = 0;       ///< Of these, in links.
  std::size_t emphasised = 0;  ///< Of these, in <em> or <i> and not in links.
};

/// The blocks of the subtree of `root`, in order. With `marks`, what they leave out is left out,
/// and so are lists of links and lone links; without, only what is never text (scripts). Linear.
[[nodiscard]] std::vector<TextBlock> text_blocks(const HtmlTree& tree, const HtmlMarks* marks,
                                                 std::size_t root);

/// For each node the nearest block element around it, itself included.
[[nodiscard]] std::vector<std::size_t> block_elements(const HtmlTree& tree);

/// The blocks with a blank line between them, and "- " before list items.
[[nodiscard]] MarkupText joined_blocks(const std::vector<TextBlock>& blocks);

}  // namespace techpolicy
