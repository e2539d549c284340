#include "indexer/build/shard_set.h"

#include <sstream>
#include <string>
#include <utility>

#include "indexer/build/live_database.h"
#include "indexer/build/story_keeper.h"
#include "indexer/schema/errors.h"
#include "indexer/store/content_hash.h"

namespace techpolicy {

ShardSet::ShardSet(const std::filesystem::path& work, std::shared_ptr<const Lexicon> lexicon,
                   unsigned jobs, const WriteLimits& limits, Progress& progress)
    : lexicon_(std::move(lexicon)) {
  for (unsigned i = 0; i < jobs; ++i) {
    const auto directory = work / ("shard." + std::to_string(i));
    shards_.push_back(std::make_unique<ShardWriter>(directory, lexicon_, limits, progress));
  }
}

bool ShardSet::take_article(NumberedArticle&& numbered) {
  ContentHasher hasher;
  hasher.add(numbered.identity.id);
  return shards_[hasher.folded() % shards_.size()]->put(std::move(numbered));
}

bool ShardSet::take_file(ReadFile&& file) {
  files_.push_back(std::move(file));
  return true;
}

void ShardSet::finish() {
  for (const auto& shard : shards_) shard->finish();
}

void ShardSet::merge(const std::filesystem::path& target, const IndexState& state) {
  // Of a key in several shards the first is kept; so all metadata stand in the first.
  Xapian::WritableDatabase& first = shards_.front()->database();
  write_metadata(first, *lexicon_, state);
  for (const ReadFile& file : files_) set_ledger_entry(first, file.name, file.entry);
  first.commit();
  std::vector<std::filesystem::path> directories;
  for (const auto& shard : shards_) directories.push_back(shard->directory());
  shards_.clear();

  Xapian::Database all;
  for (const auto& directory : directories) all.add_database(Xapian::Database(directory.string()));
  all.compact(target.string());
  Xapian::WritableDatabase merged(target.string(), Xapian::DB_OPEN);
  StoryKeeper(merged).write_all();
  merged.commit();
}

void verify_database(const std::filesystem::path& database, std::uint64_t documents) {
  std::ostringstream details;
  const std::size_t faults = Xapian::Database::check(database.string(), 0, &details);
  const Xapian::Database opened(database.string());
  static_cast<void>(read_state(opened));
  if (faults == 0 && opened.get_doccount() == documents) return;
  throw IndexError(
      "the new index is not whole (" + std::to_string(faults) + " faults, " +
      std::to_string(opened.get_doccount()) + " of " + std::to_string(documents) +
      " documents) and is not published; check the disk, then build again: " + details.str());
}

}  // namespace techpolicy
