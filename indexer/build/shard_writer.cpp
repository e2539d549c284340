#include "indexer/build/shard_writer.h"

#include <utility>

#include "indexer/build/document.h"
#include "indexer/schema/terms.h"

namespace techpolicy {

// Not synchronised: a shard that was not finished is thrown away. (DB_DANGEROUS is no faster, and
// hides a full disk behind an error of its own.)
ShardWriter::ShardWriter(std::filesystem::path directory, std::shared_ptr<const Lexicon> lexicon,
                         const WriteLimits& limits, Progress& progress)
    : directory_(std::move(directory)),
      lexicon_(std::move(lexicon)),
      limits_(limits),
      progress_(progress),
      database_(directory_.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC),
      queue_(limits.queue_bytes),
      thread_([this] { run(); }) {}

ShardWriter::~ShardWriter() {
  queue_.cancel();
  if (thread_.joinable()) thread_.join();
}

bool ShardWriter::put(NumberedArticle&& article) {
  const std::size_t bytes = article.bytes + kBytesOfAnyArticle;
  return queue_.push(std::move(article), bytes);
}

void ShardWriter::finish() {
  queue_.close();
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

void ShardWriter::run() {
  try {
    write_all();
  } catch (...) {
    failure_ = std::current_exception();
    queue_.cancel();
  }
}

void ShardWriter::write_all() {
  Stemmer stemmer;
  std::size_t documents = 0;
  std::size_t bytes = 0;
  while (auto numbered = queue_.pop()) {
    const auto analyzed = analyze_article(std::move(numbered->article), *lexicon_);
    const Xapian::Document document =
        build_document(*analyzed, lexicon_->gazetteer(), numbered->identity, stemmer);
    if (numbered->again) {
      database_.replace_document(id_term(numbered->identity.id), document);
    } else {
      database_.add_document(document);
    }
    bytes += numbered->bytes;
    if (++documents == limits_.commit_documents || bytes >= limits_.commit_bytes) {
      database_.commit();
      documents = bytes = 0;
    }
    progress_.article_done(numbered->bytes);
  }
  database_.commit();
}

}  // namespace techpolicy
