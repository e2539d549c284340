// The live database opened for changes. All that changes between two commits, counters and file
// ledger included, enters the index together or not at all.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <xapian.h>

#include "indexer/build/intake.h"
#include "indexer/build/story_keeper.h"
#include "indexer/entities/lexicon.h"
#include "indexer/store/index_store.h"

namespace techpolicy {

/// Unix seconds.
using UnixClock = std::function<std::uint64_t()>;

/// Writes what every new database holds besides documents.
void write_metadata(Xapian::WritableDatabase& database, const Lexicon& lexicon,
                    const IndexState& state);

/// Under the writer's lock. Belongs to one thread at a time. After an error nothing may be done
/// with it but to destroy it; what was not committed is then lost, what was is whole.
class LiveDatabase {
 public:
  /// Throws IndexError where there is no index or of another schema version.
  LiveDatabase(const IndexStore& store, UnixClock clock);

  /// `may_exist`: an article of this id may be in the database, and is then replaced.
  void put(const Xapian::Document& document, const DocumentIdentity& identity, bool may_exist);
  /// False where no article has the id.
  [[nodiscard]] bool remove(const std::string& id);
  void note_file(const ReadFile& file);
  /// The file will be read again, and is no longer known where it is gone.
  void forget_file(const std::string& name);
  /// Keeps gazetteer and word list where they differ from those kept. False where they do not.
  bool put_lexicon(const Lexicon& lexicon);

  /// Articles, or files read, that wait for a commit.
  [[nodiscard]] bool has_changes() const { return has_changes_; }
  /// Returns when it is durable.
  void commit();

  [[nodiscard]] std::uint64_t documents() const { return database_.get_doccount(); }
  [[nodiscard]] const IndexState& state() const { return state_; }

 private:
  void begin();

  Xapian::WritableDatabase database_;
  StoryKeeper stories_;
  UnixClock clock_;
  IndexState state_;
  bool in_transaction_ = false;
  bool has_changes_ = false;
};

}  // namespace techpolicy
