// A query said in the words of the page, so that a reader sees how it was understood.
#pragma once

#include <string>

#include "searchd/search/query.h"

namespace techpolicy {

/// "“chips” in any form, and not the phrase “export controls”".
[[nodiscard]] std::string query_in_words(const QueryNode& query);

}  // namespace techpolicy
