// Filters and exact facet counts over the in-memory columns.
#pragma once

#include <string>
#include <vector>

#include "searchd/search/matching.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// The documents of a query and what its filters leave of them.
class FilteredMatches {
 public:
  /// Resolves the values of the request's filters. Throws BadRequest naming the parameter.
  FilteredMatches(const SearchRequest& request, const Snapshot& snapshot, Matching& matching,
                  const Clause& clause);

  [[nodiscard]] const DocumentSet& documents() const { return documents_; }
  /// Entities that the filters want.
  [[nodiscard]] std::vector<EntityKey> entities_asked() const;
  /// Documents that dates of query or filters leave out only for want of a full date.
  [[nodiscard]] std::uint64_t undated_excluded() const { return undated_excluded_; }

  /// What the filters leave of other documents.
  [[nodiscard]] DocumentSet filtered(DocumentSet documents) const;

  static constexpr std::size_t kAllValues = static_cast<std::size_t>(-1);
  /// Values of a facet with a count, at most `most` of them, and all chosen and excluded ones; by
  /// count then value.
  [[nodiscard]] FacetResult count(Facet facet, std::size_t most = kAllValues) const;
  /// All values within documents() themselves, whatever is chosen of the facet.
  [[nodiscard]] FacetResult count_within(Facet facet) const;
  /// Documents of the index that name the value, or a descendant of it where children count for
  /// their parents.
  [[nodiscard]] DocumentSet naming(Facet facet, const std::string& value) const;

  /// Articles (or stories) that name a value, and those mainly about it; by ordinal of RollUp.
  struct Counts {
    std::vector<std::uint32_t> articles;
    std::vector<std::uint32_t> about;
  };
  [[nodiscard]] Counts count_values(Facet facet, const DocumentSet& documents) const;
  /// The search asks for articles that name the value, or are about it.
  [[nodiscard]] bool is_chosen(Facet facet, const std::string& value) const;

 private:
  void resolve_filters();
  void keep_new(DocumentSet& documents) const;
  [[nodiscard]] DocumentSet apply_filters(DocumentSet documents, const Facet* skipped) const;
  void keep_about(DocumentSet& documents, Facet facet) const;
  void count_once(Facet facet, const DocumentSet& documents, Counts& counts) const;
  [[nodiscard]] FacetResult count_in(Facet facet, const DocumentSet& documents,
                                     std::size_t most) const;

  const SearchRequest& request_;
  const Snapshot& snapshot_;
  Matching& matching_;
  std::array<FacetFilter, kFacetCount> filters_;  ///< Values as ids.
  DocumentSet within_dates_;
  DocumentSet documents_;
  std::uint64_t undated_excluded_ = 0;
};

}  // namespace techpolicy
