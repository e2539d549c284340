// Which blocks of the main element are the article's: what a label, a caption or a sign-up looks
// like when no class says so.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/articles/html_blocks.h"
#include "indexer/articles/html_tree.h"

namespace techpolicy {

/// Running text: long enough, not mostly links, with the end of a sentence in it.
[[nodiscard]] bool is_prose(const TextBlock& block);

/// Takes away what stands before the first running text (bylines, captions, the title once more)
/// and behind the last (biographies, sign-ups, sources), and lines in between that lead elsewhere
/// ("Related: ...") or say nothing ("Advertisement"). Headings between paragraphs stay. Blocks
/// without any running text are left as they are.
void keep_story(const HtmlTree& tree, std::string_view title, std::vector<TextBlock>& blocks);

/// With the text that the page gives elsewhere (JSON-LD), where both agree for the most part: takes
/// away blocks that it has not.
void keep_what_is_given(std::string_view given, std::vector<TextBlock>& blocks);

}  // namespace techpolicy
