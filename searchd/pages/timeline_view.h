// When the articles of a search appeared: a strip of bars, each a link, and the same as a table.
#pragma once

#include <optional>

#include "searchd/pages/page_options.h"
#include "searchd/pages/view.h"
#include "searchd/search/search_request.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// Sets "timeline". Nothing where there are fewer than two bars to compare. Links keep the search
/// that was `asked` and set its dates. `chart`: absent where the page offers no choice.
void add_timeline(View& page, const SearchRequest& asked, const TimelineResult& timeline,
                  std::optional<ChartOf> chart);

/// Sets "ticks": years or months below the bars.
void add_axis(View& view, const TimelineResult& timeline);

}  // namespace techpolicy
