#include "searchd/search/index_statistics.h"

#include <algorithm>

namespace techpolicy {

IndexStatistics index_statistics(const Snapshot& snapshot) {
  const FacetColumns& columns = snapshot.columns();
  IndexStatistics statistics;
  statistics.index = snapshot.info();
  statistics.undated = columns.undated();
  if (columns.newest_day() != kUndated) {
    statistics.first_date = date_of_day(columns.oldest_day());
    statistics.last_date = date_of_day(columns.newest_day());
  }
  for (const FacetRow& row : kFacets)
    statistics.distinct.emplace_back(row.facet, columns.distinct(row.facet));
  for (std::uint32_t i = 0; i < columns.distinct(Facet::lang); ++i) {
    statistics.languages.emplace_back(columns.value(Facet::lang, i),
                                      columns.articles(Facet::lang, i));
  }
  std::sort(statistics.languages.begin(), statistics.languages.end(),
            [](const auto& a, const auto& b) {
              return a.second != b.second ? a.second > b.second : a.first < b.first;
            });
  return statistics;
}

}  // namespace techpolicy
