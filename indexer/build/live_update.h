// The work of `add`: any number of threads prepare documents, one writes them into the live
// database in the order of the input.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <vector>
#include <xapian.h>

#include "indexer/build/bounded_queue.h"
#include "indexer/build/intake.h"
#include "indexer/build/live_database.h"
#include "indexer/build/progress.h"
#include "indexer/build/write_limits.h"
#include "indexer/entities/lexicon.h"

namespace techpolicy {

/// Called after each durable commit with the number of documents in the index.
using CommitListener = std::function<void(std::uint64_t documents)>;

class LiveUpdate : public ArticleReceiver {
 public:
  /// `database` must outlive this and is used by its writing thread only, until finish() returns.
  /// The listener is called on that thread.
  LiveUpdate(LiveDatabase& database, std::shared_ptr<const Lexicon> lexicon, unsigned jobs,
             const WriteLimits& limits, CommitListener committed, Progress& progress);
  /// Drops what still waits.
  ~LiveUpdate() override;
  LiveUpdate(const LiveUpdate&) = delete;
  LiveUpdate& operator=(const LiveUpdate&) = delete;

  [[nodiscard]] bool take_article(NumberedArticle&& numbered) override;
  [[nodiscard]] bool take_file(ReadFile&& file) override;

  /// Nothing more comes. Returns when all is committed; throws what went wrong.
  void finish();

 private:
  using Preparation = std::packaged_task<Xapian::Document(Stemmer&)>;

  /// One thing to write: a document that is being prepared, or a file that is done.
  struct Step {
    std::future<Xapian::Document> document;
    DocumentIdentity identity;
    bool may_exist = false;
    std::size_t bytes = 0;
    std::optional<ReadFile> file;
  };

  void prepare();
  void write();
  void write_all();
  void commit();
  void stop_threads();

  LiveDatabase& database_;
  std::shared_ptr<const Lexicon> lexicon_;
  const WriteLimits limits_;
  CommitListener committed_;
  Progress& progress_;
  BoundedQueue<Step> steps_;  ///< In the order of the input.
  BoundedQueue<Preparation> preparations_;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;  ///< Last: they use all the others.
};

}  // namespace techpolicy
