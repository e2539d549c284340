// What was found by looking at places, kept for the next requests of a revision: a page alone asks
// for the same query several times (hits, timeline, peaks, what stands out), and so does who turns
// pages.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "indexer/schema/fields.h"
#include "searchd/search/clause.h"
#include "searchd/search/document_sets.h"
#include "searchd/search/posting_cache.h"

namespace techpolicy {

/// Where a clause stands, in some documents.
struct PlacedPostings {
  DocumentSet looked_at;  ///< Other documents may hold it too.
  Postings found;
};

/// What is known from two looks at different documents.
[[nodiscard]] std::shared_ptr<const PlacedPostings> joined(const PlacedPostings& a,
                                                           const PlacedPostings& b);

/// The same text for clauses that stand at the same places of a field, and for no others.
[[nodiscard]] std::string place_key(const Clause& clause, Field field);

/// Any number of threads may ask at once.
class PlaceCache {
 public:
  /// What is known of all of `documents`, and maybe of more; null where that is not the case.
  [[nodiscard]] std::shared_ptr<const PlacedPostings> find(const std::string& key,
                                                           const DocumentSet& documents) const;
  void keep(const std::string& key, std::shared_ptr<const PlacedPostings> placed);

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const PlacedPostings>> placed_;
  std::size_t bytes_ = 0;
};

}  // namespace techpolicy
