// One found article in a list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Runs of text with "match" and "words"; neighbours of a kind are joined.
[[nodiscard]] std::vector<View> marked_runs(const MarkedText& text);

/// "date", "iso", "source", "language", "machine_translated" and "original_url" of an article.
void add_meta(View& view, const std::optional<PartialDate>& published, const std::string& source,
              const std::string& lang, std::optional<bool> machine_translated,
              const std::string& url);

/// Links of its entities add them to the search that was `asked`.
[[nodiscard]] View hit_view(const Hit& hit, const SearchRequest& asked);

}  // namespace techpolicy
