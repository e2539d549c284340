// Who wrote a page, as its reader sees it.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/articles/html_tree.h"

namespace techpolicy {

/// The name in a byline near the headline: an element that is called author or byline and holds two
/// to four capitalised words, or a line "By Jane Roe". Empty where there is none; `heading` is the
/// node of the headline.
[[nodiscard]] std::string byline_near(const HtmlTree& tree, std::size_t heading);

}  // namespace techpolicy
