// How a phrase that somebody is typing goes on in the articles: "export c" to "export controls".
#pragma once

#include <cstddef>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Phrases that begin as typed, of two words or more, the last of which may be unfinished: those
/// that stand in most of the articles read, folded, at most `limit`. Reads at most 48 articles,
/// spread evenly over all that hold the finished words; a phrase must stand in two of them.
[[nodiscard]] std::vector<std::string> phrases_beginning(const std::string& typed,
                                                         std::size_t limit,
                                                         const Snapshot& snapshot,
                                                         Xapian::Database& database);

}  // namespace techpolicy
