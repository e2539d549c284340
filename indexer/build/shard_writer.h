// One preparing thread of `build` with a database of its own: articles in, shard out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <thread>
#include <xapian.h>

#include "indexer/build/bounded_queue.h"
#include "indexer/build/intake.h"
#include "indexer/build/progress.h"
#include "indexer/build/write_limits.h"
#include "indexer/entities/lexicon.h"

namespace techpolicy {

class ShardWriter {
 public:
  ShardWriter(std::filesystem::path directory, std::shared_ptr<const Lexicon> lexicon,
              const WriteLimits& limits, Progress& progress);
  /// Drops what still waits.
  ~ShardWriter();
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;

  /// Waits for room. False when the shard has failed; finish() says why.
  [[nodiscard]] bool put(NumberedArticle&& article);

  /// Nothing more comes. Returns when all is committed; throws what went wrong.
  void finish();

  /// The finished database, for metadata.
  [[nodiscard]] Xapian::WritableDatabase& database() { return database_; }
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }

 private:
  void run();
  void write_all();

  std::filesystem::path directory_;
  std::shared_ptr<const Lexicon> lexicon_;
  const WriteLimits limits_;
  Progress& progress_;
  Xapian::WritableDatabase database_;
  BoundedQueue<NumberedArticle> queue_;
  std::exception_ptr failure_;
  std::thread thread_;  ///< Last: it uses all the others.
};

}  // namespace techpolicy
