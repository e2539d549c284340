// The facts of an index in numbers.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "indexer/schema/facets.h"
#include "indexer/schema/partial_date.h"
#include "indexer/store/index_store.h"

namespace techpolicy {

struct IndexStats {
  IndexState state;
  std::uint64_t documents = 0;
  std::uint64_t dated = 0;
  std::optional<PartialDate> first_date;
  std::optional<PartialDate> last_date;
  std::array<std::uint64_t, kFacetCount> distinct{};  ///< Values of each facet.
  std::map<std::string, std::uint64_t> languages;     ///< Articles by language.
  std::uint64_t bytes = 0;                            ///< Of the live database on disk.
};

/// Throws IndexError where there is no index.
[[nodiscard]] IndexStats read_stats(const IndexStore& store);

/// Lines for people; the first says the number of documents.
[[nodiscard]] std::string stats_text(const IndexStats& stats);
/// One JSON object in the Stats form of the API, with more beside it.
[[nodiscard]] std::string stats_json(const IndexStats& stats);

}  // namespace techpolicy
