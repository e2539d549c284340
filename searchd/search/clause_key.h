// What a clause asks for as a text, to know it again.
#pragma once

#include <string>

#include "searchd/search/clause.h"

namespace techpolicy {

/// Equal for clauses that match the same by their form, wherever they stand in a query. Begins with
/// a byte that no term begins with.
[[nodiscard]] std::string clause_key(const Clause& clause);

}  // namespace techpolicy
