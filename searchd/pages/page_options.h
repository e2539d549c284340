// Parameters of a page alone: how it shows a search, not what is searched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/schema/partial_date.h"
#include "searchd/search/search_request.h"

namespace techpolicy {

/// Bars as high as the articles are many, or as their share of all articles is great.
enum class ChartOf { articles, share };

/// What a search gave when somebody cited it.
struct CitedSearch {
  std::uint64_t total = 0;
  std::uint64_t sequence = 0;  ///< Of the newest article then.
  PartialDate on;

  /// "33.126.2026-11-24", the value of `cited`.
  [[nodiscard]] std::string parameter() const;
};

struct PageOptions {
  ChartOf chart = ChartOf::articles;
  std::optional<CitedSearch> cited;
};

/// Takes `chart` and `cited` out of the parameters; values that cannot be read count as absent.
[[nodiscard]] PageOptions take_page_options(Parameters& parameters);

}  // namespace techpolicy
