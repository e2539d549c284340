// The shards of one `build`, and their merging into one database.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/build/intake.h"
#include "indexer/build/shard_writer.h"
#include "indexer/entities/lexicon.h"
#include "indexer/store/index_store.h"

namespace techpolicy {

/// An article goes to the shard that its id says, so that articles of one id stay in order, and the
/// numbers of documents do not depend on which thread was faster.
class ShardSet : public ArticleReceiver {
 public:
  ShardSet(const std::filesystem::path& work, std::shared_ptr<const Lexicon> lexicon, unsigned jobs,
           const WriteLimits& limits, Progress& progress);

  [[nodiscard]] bool take_article(NumberedArticle&& numbered) override;
  [[nodiscard]] bool take_file(ReadFile&& file) override;

  /// Nothing more comes. Returns when all shards are complete; throws what went wrong.
  void finish();

  /// Writes the metadata, closes the shards, merges them into a new database and finds its stories.
  /// After finish().
  void merge(const std::filesystem::path& target, const IndexState& state);

 private:
  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<std::unique_ptr<ShardWriter>> shards_;
  std::vector<ReadFile> files_;
};

/// Opens a finished database, counts it and checks every block. Throws IndexError where anything is
/// wrong.
void verify_database(const std::filesystem::path& database, std::uint64_t documents);

}  // namespace techpolicy
