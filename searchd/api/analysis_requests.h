// The parameters of the resources that say what a result is as a whole (timeline and its like),
// beside those of the search itself, and the one spelling of such a request.
#pragma once

#include <string>

#include "searchd/search/outstanding.h"
#include "searchd/search/search_request.h"
#include "searchd/search/timeline.h"

namespace techpolicy {

/// Throws BadRequest naming every faulty parameter.
[[nodiscard]] TimelineRequest parse_timeline(const Parameters& parameters);
[[nodiscard]] OutstandingRequest parse_significant(const Parameters& parameters);

/// Without "?"; what is default is left out.
[[nodiscard]] std::string timeline_query(const TimelineRequest& request);
[[nodiscard]] std::string significant_query(const OutstandingRequest& request);

}  // namespace techpolicy
