#include "indexer/build/live_database.h"

#include <algorithm>
#include <utility>

#include "indexer/schema/terms.h"
#include "indexer/store/file_ledger.h"

namespace techpolicy {

void write_metadata(Xapian::WritableDatabase& database, const Lexicon& lexicon,
                    const IndexState& state) {
  const LexiconBytes bytes = lexicon.bytes();
  database.set_metadata(kGazetteerKey, bytes.gazetteer);
  database.set_metadata(kWordsKey, bytes.words);
  database.set_metadata(kListedWordsKey, bytes.listed);
  database.set_metadata(kGlossaryKey, bytes.glossary);
  write_state(database, state);
}

LiveDatabase::LiveDatabase(const IndexStore& store, UnixClock clock)
    : database_(store.live_directory().string(), Xapian::DB_OPEN),
      stories_(database_),
      clock_(std::move(clock)),
      state_(read_state(database_)) {}

// Without a transaction Xapian would commit by itself: at 10,000 documents and when the object goes
// away.
void LiveDatabase::begin() {
  if (in_transaction_) return;
  database_.begin_transaction();
  in_transaction_ = true;
}

void LiveDatabase::put(const Xapian::Document& document, const DocumentIdentity& identity,
                       bool may_exist) {
  begin();
  stories_.prepare();
  const Xapian::docid id = may_exist ? database_.replace_document(id_term(identity.id), document)
                                     : database_.add_document(document);
  stories_.put(id, document);
  state_.sequence = std::max(state_.sequence, identity.sequence);
  has_changes_ = true;
}

bool LiveDatabase::remove(const std::string& id) {
  const std::string term = id_term(id);
  const auto posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) return false;
  const Xapian::docid document = *posting;
  begin();
  stories_.prepare();
  database_.delete_document(document);
  stories_.remove(document);
  has_changes_ = true;
  return true;
}

void LiveDatabase::note_file(const ReadFile& file) {
  begin();
  set_ledger_entry(database_, file.name, file.entry);
  // A new time alone is no reason for a commit; it goes with the next one.
  has_changes_ |= file.was_read;
}

void LiveDatabase::forget_file(const std::string& name) {
  begin();
  erase_ledger_entry(database_, name);
  has_changes_ = true;
}

bool LiveDatabase::put_lexicon(const Lexicon& lexicon) {
  bool changed = false;
  const auto put = [&](const char* key, const std::string& bytes) {
    if (database_.get_metadata(key) == bytes) return;
    begin();
    database_.set_metadata(key, bytes);
    changed = has_changes_ = true;
  };
  const LexiconBytes bytes = lexicon.bytes();
  put(kGazetteerKey, bytes.gazetteer);
  put(kWordsKey, bytes.words);
  put(kListedWordsKey, bytes.listed);
  put(kGlossaryKey, bytes.glossary);
  return changed;
}

void LiveDatabase::commit() {
  begin();
  stories_.write();
  ++state_.revision;
  state_.updated_at = clock_();
  write_state(database_, state_);
  database_.commit_transaction();
  in_transaction_ = has_changes_ = false;
}

}  // namespace techpolicy
