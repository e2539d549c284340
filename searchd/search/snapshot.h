// One revision of the index, opened read-only, with what is derived from it. An answer is made from
// one.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "indexer/entities/lexicon.h"
#include "indexer/store/index_store.h"
#include "searchd/search/facet_columns.h"
#include "searchd/search/index_words.h"
#include "searchd/search/name_table.h"
#include "searchd/search/place_cache.h"
#include "searchd/search/posting_cache.h"
#include "searchd/search/roll_up.h"
#include "searchd/search/search_result.h"
#include "searchd/search/story_column.h"
#include "searchd/search/today.h"
#include "searchd/search/value_facts.h"

namespace techpolicy {

class Snapshot;

/// One of a snapshot's databases, for one thread; given back when destroyed.
class DatabaseLease {
 public:
  DatabaseLease(const Snapshot& snapshot, std::size_t index) : snapshot_(snapshot), index_(index) {}
  ~DatabaseLease();
  DatabaseLease(const DatabaseLease&) = delete;
  DatabaseLease& operator=(const DatabaseLease&) = delete;

  [[nodiscard]] Xapian::Database& operator*() const;

 private:
  const Snapshot& snapshot_;
  std::size_t index_;
};

/// Shared by the requests that answer from it. Any number of threads.
class Snapshot : public std::enable_shared_from_this<Snapshot> {
 public:
  /// Opens `databases` readers of one revision. Takes over the lexicon of `previous` (may be null)
  /// where the gazetteer is the same. Throws IndexError.
  [[nodiscard]] static std::shared_ptr<const Snapshot> open(const IndexStore& store,
                                                            unsigned databases,
                                                            const Snapshot* previous,
                                                            Today today = today_utc);

  /// What periods in dates (date:P3W) count back from: the day of the call.
  [[nodiscard]] DayNumber today() const { return today_(); }

  [[nodiscard]] const IndexInfo& info() const { return info_; }
  [[nodiscard]] const FacetColumns& columns() const { return *columns_; }
  [[nodiscard]] const StoryColumn& stories() const { return *stories_; }
  [[nodiscard]] const RollUp& roll_up() const { return *roll_up_; }
  [[nodiscard]] const ValueFacts& value_facts() const { return *value_facts_; }
  [[nodiscard]] const NameTable& names() const { return *names_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] PostingCache& postings() const { return postings_; }
  [[nodiscard]] PlaceCache& places() const { return places_; }
  /// Read when first asked for: patterns and proximity need them, most queries do not.
  [[nodiscard]] const IndexWords& words() const;
  /// Languages whose stems the index holds.
  [[nodiscard]] const std::vector<std::string>& stem_languages() const { return stem_languages_; }

  /// Waits until a database is free.
  [[nodiscard]] DatabaseLease database() const;

  /// For people: the label of an entity or found name, a source's name; else the value.
  [[nodiscard]] std::string label(Facet facet, std::string_view value) const;

 private:
  friend class DatabaseLease;
  Snapshot() = default;
  void open_databases(const IndexStore& store, unsigned count);
  void find_languages();
  void find_source_names();

  IndexInfo info_;
  Today today_;
  mutable std::vector<Xapian::Database> databases_;
  mutable std::vector<std::size_t> free_;
  mutable std::mutex mutex_;
  mutable std::condition_variable freed_;
  std::unique_ptr<const FacetColumns> columns_;
  std::unique_ptr<const StoryColumn> stories_;
  std::unique_ptr<const RollUp> roll_up_;
  std::unique_ptr<const ValueFacts> value_facts_;
  std::unique_ptr<const NameTable> names_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::string lexicon_bytes_;
  mutable PostingCache postings_;
  mutable PlaceCache places_;
  mutable std::once_flag words_read_;
  mutable std::unique_ptr<const IndexWords> words_;
  mutable Xapian::Database words_database_;
  std::vector<std::string> stem_languages_;
  std::map<std::string, std::string, std::less<>> source_names_;
};

}  // namespace techpolicy
