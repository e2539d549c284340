// Places inside longer names: "New York Mercantile Exchange" and "Bank of Canada" are no places,
// "Chicago 4 Houston 3" are teams.
#pragma once

#include "indexer/entities/name_scan.h"

namespace techpolicy {

/// Removes from a scan the places that are part of a longer name or of a table of results, and
/// labels of addresses ("Twitter: @someone") and credits ("AP Photo"); their tokens
/// become free. Demonyms and countries with an acronym ("United States") stay, since they are used
/// as adjectives. Notes in `surnames` which names have an unknown first name before them.
void settle_longer_names(const TextAnalysis& text, const MatcherTables& tables, NameScan& scan);

}  // namespace techpolicy
