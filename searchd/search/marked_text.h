// Stored text as displayed: repairs applied, matches and mentions marked, snippets chosen.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "indexer/schema/stored_article.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Bytes [begin, end) of an original text.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Bytes [begin, end) as displayed: repairs applied, white space as single spaces. `matches` rise and do not
/// overlap. Mentions are set only where `with_entities`.
[[nodiscard]] MarkedText mark_text(const StoredText& text, std::uint32_t begin, std::uint32_t end,
                                   std::span<const ByteRange> matches, bool with_entities);

/// Sentences with the most matches, each cut to a window where long; the start of the text where nothing matches.
[[nodiscard]] std::vector<MarkedText> make_snippets(const StoredArticle& article,
                                                    std::span<const ByteRange> matches,
                                                    std::size_t at_most);

/// The title; where there is none, the first sentence cut at a word (second: true).
[[nodiscard]] std::pair<MarkedText, bool> display_title(const StoredArticle& article,
                                                        std::span<const ByteRange> title_matches,
                                                        std::span<const ByteRange> body_matches);

}  // namespace techpolicy
