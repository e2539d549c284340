#include "searchd/search/snapshot.h"

#include <algorithm>
#include <utility>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/errors.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

constexpr int kTries = 5;

/// Indexes built anew in an emptied directory count revisions from the start: hence the UUID.
bool same_revision(const Xapian::Database& a, const Xapian::Database& b) {
  return read_state(a).revision == read_state(b).revision && a.get_uuid() == b.get_uuid();
}

std::vector<Xapian::Database> open_databases(const IndexStore& store, std::size_t count) {
  for (int attempt = 0; attempt < kTries; ++attempt) {
    std::vector<Xapian::Database> databases;
    databases.reserve(count);
    for (std::size_t i = 0; i < count; ++i) databases.push_back(store.open());
    // Opened in order: where first and last are equal, so are all between.
    if (same_revision(databases.front(), databases.back())) return databases;
  }
  throw IndexError("the index in " + store.directory().string() +
                   " changes too fast to be opened; it is tried again");
}

IndexInfo read_info(const Xapian::Database& database) {
  const IndexState state = read_state(database);
  return {state.revision, state.sequence, database.get_doccount(), state.updated_at};
}

std::vector<std::string> stem_languages_of(const FacetColumns& columns) {
  std::vector<std::string> languages;
  for (const std::string& lang : columns.facet(Facet::lang).values()) {
    languages.emplace_back(stem_language(lang));
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

std::string read_source_name(const Xapian::Database& database, std::string_view id) {
  const std::string term = facet_term(Facet::source, id);
  const Xapian::PostingIterator first = database.postlist_begin(term);
  if (first == database.postlist_end(term)) return {};
  return parse_stored_article(database.get_document(*first).get_data()).source_name;
}

}  // namespace

struct Snapshot::Parts {
  std::vector<Xapian::Database> databases;
  Xapian::Database names_database;
  std::string gazetteer_bytes;
  std::shared_ptr<const Lexicon> lexicon;
};

std::shared_ptr<const Snapshot> Snapshot::open(const IndexStore& store, unsigned databases,
                                               const std::shared_ptr<const Snapshot>& previous) {
  Parts parts;
  parts.databases = open_databases(store, std::size_t{std::max(databases, 1U)} + 1);
  parts.names_database = std::move(parts.databases.back());
  parts.databases.pop_back();
  const Xapian::Database& database = parts.databases.front();
  parts.gazetteer_bytes = database.get_metadata(kGazetteerKey);
  const std::string words = database.get_metadata(kWordsKey);
  const bool same_lexicon = previous && previous->gazetteer_bytes_ == parts.gazetteer_bytes &&
                            previous->lexicon_->word_bytes() == words;
  parts.lexicon =
      same_lexicon ? previous->lexicon_ : Lexicon::from_bytes(parts.gazetteer_bytes, words);
  return std::shared_ptr<const Snapshot>(new Snapshot(std::move(parts)));
}

Snapshot::Snapshot(Parts parts)
    : info_(read_info(parts.databases.front())),
      columns_(parts.databases.front()),
      gazetteer_bytes_(std::move(parts.gazetteer_bytes)),
      lexicon_(std::move(parts.lexicon)),
      stem_languages_(stem_languages_of(columns_)),
      pool_(std::move(parts.databases)),
      names_database_(std::move(parts.names_database)) {}

std::string Snapshot::source_name(std::string_view id) const {
  // Ids come from requests too: without this, unknown ones would fill the cache.
  if (!columns_.facet(Facet::source).ordinal(id)) return std::string(id);
  const std::lock_guard lock(names_mutex_);
  const auto found = names_.find(std::string(id));
  if (found != names_.end()) return found->second;
  std::string name = read_source_name(names_database_, id);
  if (name.empty()) name = id;
  return names_.emplace(id, std::move(name)).first->second;
}

std::string Snapshot::label(Facet facet, std::string_view value) const {
  if (facet == Facet::source) return source_name(value);
  if (facet_row(facet).kind == FacetKind::entity) {
    const Entity* const entity = lexicon_->gazetteer().find({facet, std::string(value)});
    if (entity != nullptr) return entity->label;
  }
  return std::string(value);
}

}  // namespace techpolicy
