#include "searchd/search/facet_counting.h"

#include <algorithm>

#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

Clause value_clause(Facet facet, const std::string& value) {
  Clause clause;
  clause.kind = ClauseKind::term;
  clause.term = facet_term(facet, value);
  return clause;
}

}  // namespace

FilteredMatches::FilteredMatches(const SearchRequest& request, const Snapshot& snapshot,
                                 Matching& matching, DocumentSet text_matches)
    : request_(request), snapshot_(snapshot), matching_(matching), filters_(request.filters) {
  for (const FacetRow& row : kFacets) {
    FacetFilter& filter = filters_[static_cast<std::size_t>(row.facet)];
    for (auto* values : {&filter.any, &filter.none}) {
      for (std::string& value : *values) {
        value = resolve_facet_value(snapshot, row.facet, value, std::string(row.name));
      }
    }
  }
  const FacetColumns& columns = snapshot.columns();
  if (request.since) {
    std::erase_if(text_matches,
                  [&](std::uint32_t d) { return columns.sequence(d) <= *request.since; });
  }
  if (request.from || request.to) {
    const DocumentSet filtered = apply_filters(text_matches, nullptr);
    undated_excluded_ = static_cast<std::uint64_t>(
        std::count_if(filtered.begin(), filtered.end(), [&](std::uint32_t d) {
          return !columns.is_within(d, request.from, request.to) &&
                 columns.may_be_within(d, request.from, request.to);
        }));
    std::erase_if(text_matches,
                  [&](std::uint32_t d) { return !columns.is_within(d, request.from, request.to); });
  }
  within_dates_ = std::move(text_matches);
  documents_ = apply_filters(within_dates_, nullptr);
}

DocumentSet FilteredMatches::apply_filters(DocumentSet documents, const Facet* skipped) const {
  for (const FacetRow& row : kFacets) {
    const FacetFilter& filter = filters_[static_cast<std::size_t>(row.facet)];
    const bool chooses = !filter.any.empty() && (skipped == nullptr || *skipped != row.facet);
    DocumentSet any;
    for (std::size_t i = 0; chooses && i < filter.any.size(); ++i) {
      const DocumentSet one = matching_.matches(value_clause(row.facet, filter.any[i]));
      any = i == 0 ? one : (filter.all ? intersect(any, one) : unite(any, one));
    }
    if (chooses) documents = intersect(documents, any);
    for (const std::string& value : filter.none) {
      documents = subtract(documents, matching_.matches(value_clause(row.facet, value)));
    }
  }
  return documents;
}

FacetResult FilteredMatches::count(Facet facet) const {
  const FacetFilter& filter = filters_[static_cast<std::size_t>(facet)];
  FacetResult result;
  result.facet = facet;
  result.conjunctive = filter.all;
  const bool beside = !filter.any.empty() && !filter.all;
  const DocumentSet widened = beside ? apply_filters(within_dates_, &facet) : DocumentSet{};
  const DocumentSet& documents = beside ? widened : documents_;
  const FacetColumns& columns = snapshot_.columns();
  std::vector<std::uint32_t> counts(columns.distinct(facet), 0);
  for (const std::uint32_t document : documents) {
    for (const std::uint32_t value : columns.values(facet, document)) ++counts[value];
  }
  std::vector<std::string> absent = filter.any;
  absent.insert(absent.end(), filter.none.begin(), filter.none.end());
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    const std::string& value = columns.value(facet, ordinal);
    const bool chosen = contains(filter.any, value);
    const bool excluded = contains(filter.none, value);
    if (counts[ordinal] > 0) ++result.distinct;
    if (counts[ordinal] == 0 && !chosen && !excluded) continue;
    std::erase(absent, value);
    result.values.push_back({value, "", counts[ordinal], chosen, excluded});
  }
  for (const std::string& value : absent) {
    if (!contains(filter.any, value) && !contains(filter.none, value)) continue;
    result.values.push_back(
        {value, "", 0, contains(filter.any, value), contains(filter.none, value)});
  }
  std::sort(result.values.begin(), result.values.end(),
            [](const FacetCount& a, const FacetCount& b) {
              return a.count != b.count ? a.count > b.count : a.value < b.value;
            });
  return result;
}

}  // namespace techpolicy
