#include "indexer/build/retagging.h"

#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>
#include <xapian.h>

#include "indexer/build/bounded_queue.h"
#include "indexer/build/document.h"
#include "indexer/build/write_limits.h"
#include "indexer/schema/slots.h"

namespace techpolicy {
namespace {

struct Replacement {
  Xapian::Document document;
  DocumentIdentity identity;
};

/// Terms, positions, values and data. Those of the data come first: where mentions changed, they
/// are what differs.
bool same_document(const Xapian::Document& a, const Xapian::Document& b) {
  return a.get_data() == b.get_data() && a.serialise() == b.serialise();
}

class Retagging {
 public:
  Retagging(const IndexStore& store, std::shared_ptr<const Lexicon> lexicon, unsigned jobs,
            const std::atomic<bool>& stop, Progress& progress)
      : store_(store),
        lexicon_(std::move(lexicon)),
        jobs_(jobs),
        stop_(stop),
        progress_(progress),
        replacements_(WriteLimits{}.queue_bytes * jobs),
        working_(jobs) {}

  RetagCounts run(LiveDatabase& live) {
    const Xapian::Database database = store_.open();
    documents_.assign(database.postlist_begin(""), database.postlist_end(""));
    progress_.begin(documents_.size());
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < jobs_; ++i) threads.emplace_back([this] { prepare(); });
    try {
      write(live);
    } catch (...) {
      fail();
    }
    for (std::thread& thread : threads) thread.join();
    progress_.end();
    if (failure_) std::rethrow_exception(failure_);
    counts_.unchanged = unchanged_;
    counts_.stopped = counts_.unchanged + counts_.replaced < documents_.size();
    return counts_;
  }

 private:
  /// Documents in turn, whichever thread is free; with a database of its own.
  void prepare() {
    try {
      const Xapian::Database database = store_.open();
      Stemmer stemmer;
      for (std::size_t i = next_++; i < documents_.size() && !stop_ && !failed_; i = next_++) {
        make_again(database.get_document(documents_[i]), stemmer);
      }
    } catch (...) {
      fail();
    }
    if (--working_ == 0) replacements_.close();
  }

  void make_again(const Xapian::Document& old, Stemmer& stemmer) {
    const std::string data = old.get_data();
    const StoredArticle stored = parse_stored_article(data);
    const DocumentIdentity identity{stored.id, stored.content_hash, stored.sequence, stored.added,
                                    old.get_value(static_cast<Xapian::valueno>(Slot::file))};
    const auto analyzed = analyze_article(article_of(stored), *lexicon_);
    Xapian::Document fresh = build_document(*analyzed, lexicon_->gazetteer(), identity, stemmer);
    progress_.article_done(1);
    // A document does not know its story before it is in the index.
    constexpr auto kStory = static_cast<Xapian::valueno>(Slot::story);
    fresh.add_value(kStory, old.get_value(kStory));
    if (same_document(old, fresh)) {
      ++unchanged_;
    } else {
      fresh.add_value(kStory, "");
      static_cast<void>(replacements_.push({std::move(fresh), identity}, data.size()));
    }
  }

  void write(LiveDatabase& live) {
    while (const auto replacement = replacements_.pop()) {
      live.put(replacement->document, replacement->identity, true);
      ++counts_.replaced;
    }
  }

  /// Keeps the first failure and ends the work.
  void fail() {
    const std::lock_guard guard(failure_mutex_);
    if (!failure_) failure_ = std::current_exception();
    failed_ = true;
    replacements_.cancel();
  }

  const IndexStore& store_;
  std::shared_ptr<const Lexicon> lexicon_;
  const unsigned jobs_;
  const std::atomic<bool>& stop_;
  Progress& progress_;
  std::vector<Xapian::docid> documents_;
  std::atomic<std::size_t> next_{0};
  BoundedQueue<Replacement> replacements_;
  std::atomic<unsigned> working_;
  std::atomic<std::uint64_t> unchanged_{0};
  std::atomic<bool> failed_{false};
  std::mutex failure_mutex_;
  std::exception_ptr failure_;
  RetagCounts counts_;
};

}  // namespace

Article article_of(const StoredArticle& stored) {
  Article article;
  article.id = stored.id;
  article.url = stored.url;
  article.title = stored.title.text;
  article.text = stored.body.text;
  article.headings.emplace();
  for (const StoredParagraph& paragraph : stored.paragraphs) {
    if (paragraph.kind != ParagraphKind::heading) continue;
    article.headings->push_back({paragraph.begin, paragraph.end});
  }
  article.published = stored.published;
  article.source = stored.source_name;
  article.authors = stored.authors;
  article.lang = stored.lang;
  article.tags = stored.tags;
  article.machine_translated = stored.machine_translated;
  article.origin = stored.origin;
  return article;
}

RetagCounts retag_documents(const IndexStore& store, const std::shared_ptr<const Lexicon>& lexicon,
                            unsigned jobs, LiveDatabase& live, const std::atomic<bool>& stop,
                            Progress& progress) {
  return Retagging(store, lexicon, jobs, stop, progress).run(live);
}

}  // namespace techpolicy
