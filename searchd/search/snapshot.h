// One revision of the index, opened: everything that an answer is made from.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <xapian.h>

#include "indexer/entities/lexicon.h"
#include "indexer/store/index_store.h"
#include "searchd/search/database_pool.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/posting_cache.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// Immutable but for its caches; any number of threads may use it. What reads the database throws
/// Xapian::DatabaseModifiedError once the index has moved on by two commits.
class Snapshot {
 public:
  /// Opens the newest revision for `databases` leases at once. The lexicon of `previous` (may be
  /// nullptr) is shared where the index keeps the same one. Throws IndexError and Xapian::Error.
  [[nodiscard]] static std::shared_ptr<const Snapshot> open(
      const IndexStore& store, unsigned databases, const std::shared_ptr<const Snapshot>& previous);

  [[nodiscard]] const IndexInfo& info() const { return info_; }
  [[nodiscard]] const FacetColumns& columns() const { return columns_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] PostingCache& postings() const { return postings_; }
  /// Languages whose stems the index holds, sorted.
  [[nodiscard]] const std::vector<std::string>& stem_languages() const { return stem_languages_; }

  /// Waits until a database is free; see DatabasePool.
  [[nodiscard]] DatabaseLease database() const { return pool_.take(); }

  /// The name an article of the source gives it; the id where there is none.
  [[nodiscard]] std::string source_name(std::string_view id) const;
  /// Entity label or source name; else the value itself. May be called while holding a lease.
  [[nodiscard]] std::string label(Facet facet, std::string_view value) const;

 private:
  struct Parts;
  explicit Snapshot(Parts parts);

  IndexInfo info_;
  FacetColumns columns_;
  std::string gazetteer_bytes_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<std::string> stem_languages_;
  mutable PostingCache postings_;
  mutable DatabasePool pool_;
  mutable std::mutex names_mutex_;
  Xapian::Database names_database_;  ///< Not of the pool: its lease might never come.
  mutable std::unordered_map<std::string, std::string> names_;
};

}  // namespace techpolicy
