// The first page: the box, what is in here, and ways in.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/search_result.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// The request whose answer the page shows beside the box: the newest articles, the values that
/// most articles name.
[[nodiscard]] SearchRequest start_request();

[[nodiscard]] std::string render_start_page(const IndexStatistics& statistics,
                                            const SearchResult& newest,
                                            const TimelineResult& timeline);

}  // namespace techpolicy
