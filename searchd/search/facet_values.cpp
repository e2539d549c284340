#include "searchd/search/facet_values.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searchd/search/name_table.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {
namespace {

/// Keeps the values that a name begins with: of entities any name, of others the label or value.
void keep_fitting(std::vector<FacetCount>& values, Facet facet, const std::string& typed,
                  const Snapshot& snapshot) {
  std::set<std::string> fitting;
  for (const NamedThing& thing : snapshot.names().find(typed)) {
    if (thing.key.type == facet) fitting.insert(thing.key.id);
  }
  const std::string prefix = NameTable::normal_form(typed);
  const auto has_word = [&](const std::string& name) {
    return (" " + NameTable::normal_form(name)).find(" " + prefix) != std::string::npos;
  };
  const bool of_entities = facet_row(facet).kind == FacetKind::entity;
  std::erase_if(values, [&](const FacetCount& value) {
    if (of_entities) return !fitting.contains(value.value);
    return !has_word(value.label) && !has_word(value.value);
  });
}

}  // namespace

FacetValuesResult facet_page(FacetResult all, const FacetValuesRequest& asked,
                             const Snapshot& snapshot) {
  FacetValuesResult result{std::move(all), snapshot.info()};
  std::vector<FacetCount>& values = result.facet.values;
  for (FacetCount& value : values) value.label = snapshot.label(asked.facet, value.value);
  if (!NameTable::normal_form(asked.prefix).empty()) {
    keep_fitting(values, asked.facet, asked.prefix, snapshot);
    result.facet.distinct = static_cast<std::uint64_t>(std::count_if(
        values.begin(), values.end(), [](const FacetCount& value) { return value.count > 0; }));
  }
  if (asked.sort_by_label) {
    std::sort(values.begin(), values.end(), [](const FacetCount& a, const FacetCount& b) {
      return std::pair(fold(a.label), a.value) < std::pair(fold(b.label), b.value);
    });
  }
  const std::size_t begin = std::min(values.size(), std::size_t{asked.page - 1} * asked.per_page);
  const std::size_t end = std::min(values.size(), begin + asked.per_page);
  values = std::vector<FacetCount>(values.begin() + static_cast<std::ptrdiff_t>(begin),
                                   values.begin() + static_cast<std::ptrdiff_t>(end));
  return result;
}

}  // namespace techpolicy
