// The page of results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searchd/pages/page_options.h"
#include "searchd/pages/peaks_view.h"
#include "searchd/pages/ways_out.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/outstanding.h"
#include "searchd/search/search_result.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// The whole page, or only filters and results, which the script puts into the page at hand.
enum class PagePart { whole, results };

/// The facets that the page counts.
[[nodiscard]] const std::vector<Facet>& page_facets();

/// A request that could not be answered as it was made, and why.
struct FaultyRequest {
  const Parameters& parameters;
  const BadRequest& error;
};

/// The parameters with the query repaired; nullopt where something else is wrong, or there is no
/// repair.
[[nodiscard]] std::optional<Parameters> repaired_parameters(const FaultyRequest& faulty);

/// Everything that the page shows.
struct SearchPageContent {
  SearchRequest asked;  ///< As it was made: all links come from it.
  SearchResult result;
  TimelineResult timeline = {};
  OutstandingResult outstanding = {};  ///< Of overview_request().
  std::vector<ExplainedPeak> peaks = {};
  std::vector<WayOut> ways = {};  ///< Of find_ways_out().
  PageOptions options = {};
  std::string origin = {};                    ///< Of the site; see request_origin().
  std::vector<std::string> ignored = {};      ///< Names of parameters that were not understood.
  const FaultyRequest* instead_of = nullptr;  ///< `asked` is the repaired form of this.
};

[[nodiscard]] std::string render_search_page(const SearchPageContent& content, PagePart part);

/// The same page for a request with faults: the query stays in its box, the faults say what to do.
[[nodiscard]] std::string render_faulty_search(const Parameters& parameters,
                                               const BadRequest& error, PagePart part);

}  // namespace techpolicy
