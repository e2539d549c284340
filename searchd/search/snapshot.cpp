#include "searchd/search/snapshot.h"

#include <utility>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/errors.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"

namespace techpolicy {

DatabaseLease::~DatabaseLease() {
  {
    const std::lock_guard lock(snapshot_.mutex_);
    snapshot_.free_.push_back(index_);
  }
  snapshot_.freed_.notify_one();
}

Xapian::Database& DatabaseLease::operator*() const { return snapshot_.databases_[index_]; }

std::shared_ptr<const Snapshot> Snapshot::open(const IndexStore& store, unsigned databases,
                                               const Snapshot* previous, Today today) {
  const std::shared_ptr<Snapshot> snapshot(new Snapshot);
  snapshot->today_ = std::move(today);
  try {
    snapshot->open_databases(store, databases);
    const Xapian::Database& database = snapshot->databases_.front();
    snapshot->columns_ = std::make_unique<const FacetColumns>(database);
    snapshot->stories_ = std::make_unique<const StoryColumn>(database);
    const LexiconBytes bytes{database.get_metadata(kGazetteerKey), database.get_metadata(kWordsKey),
                             "", ""};
    snapshot->lexicon_bytes_ = bytes.gazetteer + bytes.words;
    if (previous != nullptr && previous->lexicon_bytes_ == snapshot->lexicon_bytes_) {
      snapshot->lexicon_ = previous->lexicon_;
    } else {
      snapshot->lexicon_ = Lexicon::from_bytes(bytes);
    }
    snapshot->roll_up_ =
        std::make_unique<const RollUp>(snapshot->lexicon_->gazetteer(), *snapshot->columns_);
    snapshot->value_facts_ = std::make_unique<const ValueFacts>(*snapshot->columns_);
    snapshot->names_ = std::make_unique<const NameTable>(
        snapshot->lexicon_->gazetteer(), *snapshot->columns_,
        [&](Facet facet, const std::string& value) { return snapshot->label(facet, value); });
    snapshot->find_languages();
    snapshot->find_source_names();
  } catch (const Xapian::Error& error) {
    throw IndexError("The index cannot be opened (" + error.get_msg() + "); run `indexer check`.");
  }
  return snapshot;
}

/// A commit may come between two openings: then they are all opened again.
void Snapshot::open_databases(const IndexStore& store, unsigned count) {
  constexpr int kMostTries = 20;
  for (int attempt = 0; attempt < kMostTries; ++attempt) {
    databases_.clear();
    for (unsigned i = 0; i < count; ++i) databases_.push_back(store.open());
    const IndexState state = read_state(databases_.front());
    bool same = true;
    for (const Xapian::Database& database : databases_)
      same = same && read_state(database).revision == state.revision;
    if (!same) continue;
    words_database_ = store.open();
    if (read_state(words_database_).revision != state.revision) continue;
    info_ = {state.revision, state.sequence, databases_.front().get_doccount(), state.updated_at};
    for (std::size_t i = 0; i < databases_.size(); ++i) free_.push_back(i);
    return;
  }
  throw IndexError(
      "The index changes faster than it can be opened; wait until the indexer is done.");
}

void Snapshot::find_languages() {
  const Xapian::Database& database = databases_.front();
  const auto has_terms = [&](const std::string& prefix) {
    return database.allterms_begin(prefix) != database.allterms_end(prefix);
  };
  for (const std::string_view language : kStemLanguages) {
    if (has_terms(stem_term(Field::title, language, "")) ||
        has_terms(stem_term(Field::body, language, ""))) {
      stem_languages_.emplace_back(language);
    }
  }
}

void Snapshot::find_source_names() {
  Xapian::Database& database = databases_.front();
  for (std::uint32_t i = 0; i < columns_->distinct(Facet::source); ++i) {
    const std::string& id = columns_->value(Facet::source, i);
    const std::string term = facet_term(Facet::source, id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) continue;
    source_names_[id] =
        parse_stored_article(database.get_document(*posting).get_data()).source_name;
  }
}

DatabaseLease Snapshot::database() const {
  std::unique_lock lock(mutex_);
  freed_.wait(lock, [this] { return !free_.empty(); });
  const std::size_t index = free_.back();
  free_.pop_back();
  return {*this, index};
}

const IndexWords& Snapshot::words() const {
  std::call_once(words_read_,
                 [this] { words_ = std::make_unique<const IndexWords>(words_database_); });
  return *words_;
}

std::string Snapshot::label(Facet facet, std::string_view value) const {
  if (facet == Facet::source) {
    const auto name = source_names_.find(value);
    return name == source_names_.end() || name->second.empty() ? std::string(value) : name->second;
  }
  if (facet_row(facet).kind == FacetKind::entity) {
    const Entity* entity = lexicon_->gazetteer().find({facet, std::string(value)});
    if (entity != nullptr) return entity->label;
    const auto ordinal = columns_->ordinal(facet, std::string(value));
    if (ordinal && !columns_->label(facet, *ordinal).empty()) {
      return columns_->label(facet, *ordinal);
    }
  }
  return std::string(value);
}

}  // namespace techpolicy
