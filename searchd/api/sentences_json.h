// Sentences in which a search matches: a page of JSON, and lines of a download.
#pragma once

#include <string>

#include "searchd/api/json_values.h"
#include "searchd/search/sentences.h"

namespace techpolicy {

/// A sentence around its first match. Plain text.
struct KeywordInContext {
  std::string left;
  std::string match;
  std::string right;
};
[[nodiscard]] KeywordInContext keyword_in_context(const MarkedText& sentence);

[[nodiscard]] Json sentences_json(const SentencesRequest& asked, const SentencesResult& result);

[[nodiscard]] std::string sentences_csv_head();
[[nodiscard]] std::string sentence_csv(const SentenceHit& sentence);

/// The sentence in quotes and, in parentheses, source, title, date, address: to be pasted into a
/// text. Ends in an empty line.
[[nodiscard]] std::string sentence_txt(const SentenceHit& sentence);

}  // namespace techpolicy
