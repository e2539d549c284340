// Text for people: repaired, with matches and mentions marked. Runs of text, never markup.
#pragma once

#include <cstddef>
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

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// The same bytes as rising ranges that do not overlap: what the functions below take as matches.
/// Ranges that only touch stay two.
[[nodiscard]] std::vector<ByteRange> merge_overlapping(std::vector<ByteRange> ranges);

/// Bytes [begin, end) as displayed: repairs applied, white space as single spaces and none at the
/// ends. A repaired run has `original` and stands alone; other neighbours of equal marks are one
/// run. A repair that reaches over `end` is shown whole, one that reaches over `begin` is left out.
[[nodiscard]] MarkedText mark_text(const StoredText& text, std::uint32_t begin, std::uint32_t end,
                                   std::span<const ByteRange> matches, bool with_entities);

/// The sentences with the punctuation that stands at their words: `"Yes," he said.`
[[nodiscard]] std::vector<ByteRange> sentences_of(const StoredText& text);

/// Sentences of the body with most different matches, then first ones; cut to about 240 bytes
/// around their matches. Without matches the beginning. Empty only for a body without visible text.
[[nodiscard]] std::vector<MarkedText> make_snippets(const StoredArticle& article,
                                                    std::span<const ByteRange> matches_in_body,
                                                    std::size_t at_most);

/// The title; else (second: true) the first sentence of the body, cut at a word within 120
/// characters. Without mentions: a title is a link already.
[[nodiscard]] std::pair<MarkedText, bool> display_title(const StoredArticle& article,
                                                        std::span<const ByteRange> title_matches,
                                                        std::span<const ByteRange> body_matches);

}  // namespace techpolicy
