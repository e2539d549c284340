#include "indexer/build/live_update.h"

#include <utility>

#include "indexer/build/document.h"

namespace techpolicy {
namespace {

constexpr std::size_t kFileStepBytes = 256;

}  // namespace

LiveUpdate::LiveUpdate(LiveDatabase& database, std::shared_ptr<const Lexicon> lexicon,
                       unsigned jobs, const WriteLimits& limits, CommitListener committed,
                       Progress& progress)
    : database_(database),
      lexicon_(std::move(lexicon)),
      limits_(limits),
      committed_(std::move(committed)),
      progress_(progress),
      steps_(limits.queue_bytes * jobs),
      preparations_(limits.queue_bytes * jobs) {
  threads_.emplace_back([this] { write(); });
  for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { prepare(); });
}

LiveUpdate::~LiveUpdate() {
  steps_.cancel();
  preparations_.cancel();
  stop_threads();
}

void LiveUpdate::stop_threads() {
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

bool LiveUpdate::take_article(NumberedArticle&& numbered) {
  Step step;
  step.identity = numbered.identity;
  step.may_exist = numbered.known || numbered.again;
  step.bytes = numbered.bytes;
  const std::size_t bytes = numbered.bytes + kBytesOfAnyArticle;
  Preparation preparation([this, numbered = std::move(numbered)](Stemmer& stemmer) mutable {
    const auto analyzed = analyze_article(std::move(numbered.article), *lexicon_);
    return build_document(*analyzed, lexicon_->gazetteer(), numbered.identity, stemmer);
  });
  step.document = preparation.get_future();
  return steps_.push(std::move(step), bytes) && preparations_.push(std::move(preparation), bytes);
}

bool LiveUpdate::take_file(ReadFile&& file) {
  Step step;
  step.file = std::move(file);
  return steps_.push(std::move(step), kFileStepBytes);
}

void LiveUpdate::finish() {
  preparations_.close();
  steps_.close();
  stop_threads();
  if (failure_) std::rethrow_exception(failure_);
}

void LiveUpdate::prepare() {
  Stemmer stemmer;
  while (auto preparation = preparations_.pop()) (*preparation)(stemmer);
}

void LiveUpdate::write() {
  try {
    write_all();
  } catch (...) {
    failure_ = std::current_exception();
    steps_.cancel();
    preparations_.cancel();
  }
}

void LiveUpdate::write_all() {
  std::size_t documents = 0;
  std::size_t bytes = 0;
  while (auto step = steps_.pop()) {
    if (step->file) {
      database_.note_file(*step->file);
      continue;
    }
    database_.put(step->document.get(), step->identity, step->may_exist);
    progress_.article_done(step->bytes);
    bytes += step->bytes;
    if (++documents == limits_.commit_documents || bytes >= limits_.commit_bytes) {
      commit();
      documents = bytes = 0;
    }
  }
  if (database_.has_changes()) commit();
}

void LiveUpdate::commit() {
  database_.commit();
  if (committed_) committed_(database_.documents());
}

}  // namespace techpolicy
