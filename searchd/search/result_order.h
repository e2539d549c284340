// The order of results and the cursor that continues it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/search_request.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

struct Ranked {
  std::uint32_t document = 0;
  float score = 0;
  std::uint32_t folded = 0;  ///< Copies that it stands for.
};

/// Strict order of two results: by the sort's key, then newer first, then by id. Borrows the
/// columns.
class ResultOrder {
 public:
  ResultOrder(Sort sort, const FacetColumns& columns) : sort_(sort), columns_(columns) {}
  [[nodiscard]] bool operator()(const Ranked& a, const Ranked& b) const;

 private:
  Sort sort_;
  const FacetColumns& columns_;
};

/// Keeps the best result of each story, which stands for the others.
void fold_stories(std::vector<Ranked>& results, const ResultOrder& before,
                  const StoryColumn& stories);

/// A position behind a result, for the same sort only; opaque to clients.
[[nodiscard]] std::string make_cursor(Sort sort, const Ranked& last, const std::string& id);

/// The result that a cursor stands behind, as it is now. Throws BadRequest (cursor).
[[nodiscard]] Ranked read_cursor(const std::string& cursor, Sort sort, Xapian::Database& database);

}  // namespace techpolicy
