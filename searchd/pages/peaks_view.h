// Why much was written at a time: what stands out in a peak, and the article that began it.
#pragma once

#include <optional>
#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/searcher.h"
#include "searchd/search/spikes.h"

namespace techpolicy {

struct ExplainedPeak {
  Spike spike;
  SearchRequest within;       ///< The search, narrowed to its bars.
  OutstandingResult reasons;  ///< Of the articles within, against all others.
  std::optional<Hit> first;   ///< The oldest of them.
};

[[nodiscard]] std::vector<Spike> spikes_of(const TimelineResult& timeline);

/// The strongest peaks of a timeline; none where its bars are dates of entry.
[[nodiscard]] std::vector<ExplainedPeak> explain_peaks(const Searcher& searcher,
                                                       const SearchRequest& asked,
                                                       const TimelineResult& timeline);

/// Sets "peaks".
void add_peaks(View& page, const TimelineResult& timeline, const std::vector<ExplainedPeak>& peaks);

}  // namespace techpolicy
