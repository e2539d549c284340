#include "searchd/search/article_stream.h"

#include <algorithm>
#include <tuple>

#include "indexer/schema/errors.h"
#include "searchd/search/article_view.h"
#include "searchd/search/marked_text.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {
namespace {

constexpr int kMostTries = 3;

StreamedArticle streamed(StoredArticle article, const Snapshot& snapshot) {
  StreamedArticle streamed;
  MarkedText title;
  std::tie(title, streamed.title_derived) = display_title(article, {}, {});
  for (const TextRun& run : title) streamed.title += run.text;
  streamed.entities = entities_of(article, snapshot);
  streamed.article = std::move(article);
  return streamed;
}

}  // namespace

ArticleStream::ArticleStream(std::shared_ptr<const Snapshot> snapshot, Clause clause,
                             std::vector<EntityKey> entities, std::vector<Ranked> articles,
                             NewestSnapshot newest)
    : snapshot_(std::move(snapshot)),
      reading_(snapshot_),
      clause_(std::move(clause)),
      entities_(std::move(entities)),
      articles_(std::move(articles)),
      newest_(std::move(newest)),
      index_(snapshot_->info()) {}

std::vector<StreamedArticle> ArticleStream::next(std::size_t most) {
  const std::size_t count = std::min(most, articles_.size() - done_);
  for (int attempt = 1;; ++attempt) {
    try {
      std::vector<StreamedArticle> articles = read(*reading_, count);
      done_ += count;
      return articles;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kMostTries) throw IndexError("the index keeps changing");
      reading_ = newest_();
    } catch (const Xapian::DatabaseError& error) {
      throw IndexError("the index cannot be read (" + error.get_msg() + ")");
    }
  }
}

std::vector<StreamedArticle> ArticleStream::read(const Snapshot& from, std::size_t count) const {
  std::vector<StreamedArticle> articles;
  articles.reserve(count);
  const DatabaseLease database = from.database();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t document = articles_[done_ + i].document;
    // A newer state keeps document and sequence of what did not change.
    const bool same = &from == snapshot_.get() || (document < from.columns().documents_end() &&
                                                   from.columns().sequence(document) ==
                                                       snapshot_->columns().sequence(document));
    if (!same) throw IndexError("articles of this export were changed or removed meanwhile");
    articles.push_back(
        streamed(parse_stored_article((*database).get_document(document).get_data()), *snapshot_));
  }
  return articles;
}

}  // namespace techpolicy
