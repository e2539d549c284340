// Requests to answers over the live index. The door to all of searchd/search; knows nothing of
// HTTP.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/store/index_store.h"
#include "searchd/search/article_stream.h"
#include "searchd/search/companions.h"
#include "searchd/search/document_sets.h"
#include "searchd/search/entity_result.h"
#include "searchd/search/facet_values.h"
#include "searchd/search/outstanding.h"
#include "searchd/search/related_articles.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"
#include "searchd/search/sentences.h"
#include "searchd/search/timeline.h"
#include "searchd/search/today.h"

namespace techpolicy {

class MatchedArticles;
class Snapshot;

/// Answers from one snapshot each; a request that meets a changed database runs again on the
/// newest, at most 3 times. Any number of threads may call at once. Throws BadRequest and
/// IndexError.
class Searcher {
 public:
  /// Opens the index if it is there; else answers throw IndexError until it is. A thread of its own
  /// looks for new revisions every `poll` milliseconds. `readers`: requests that may run at once.
  /// Periods in dates (date:P3W) count back from `today`.
  Searcher(IndexStore store, unsigned readers, unsigned poll_milliseconds = 200,
           Today today = today_utc);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  [[nodiscard]] SearchResult search(const SearchRequest& request) const;
  [[nodiscard]] FacetValuesResult facet_values(const SearchRequest& request,
                                               const FacetValuesRequest& facet) const;
  [[nodiscard]] TimelineResult timeline(const TimelineRequest& request) const;
  /// nullopt: no such entity.
  [[nodiscard]] std::optional<CompanionsResult> companions(const CompanionsRequest& request) const;
  [[nodiscard]] SentencesResult sentences(const SentencesRequest& request) const;
  /// All articles of a search. The stream must not outlive the searcher.
  [[nodiscard]] std::unique_ptr<ArticleStream> stream(const SearchRequest& request) const;
  /// All articles in which sentences() would look, for sentences_of_article().
  [[nodiscard]] std::unique_ptr<ArticleStream> stream_sentences(
      const SentencesRequest& request) const;
  [[nodiscard]] OutstandingResult outstanding(const OutstandingRequest& request) const;
  /// nullopt: no such article. `q` empty: no matches marked.
  [[nodiscard]] std::optional<ArticleView> article(std::string_view id,
                                                   const SearchRequest& request) const;
  /// nullopt: no such article.
  [[nodiscard]] std::optional<RelatedArticles> related(std::string_view id, RelatedKind kind,
                                                       unsigned limit) const;
  [[nodiscard]] IndexStatistics statistics() const;

  [[nodiscard]] EntityList entities(const EntityListRequest& request) const;
  /// With at most `newest` of the newest articles that name it. nullopt: no such entity.
  [[nodiscard]] std::optional<EntityDetails> entity(const EntityKey& key, unsigned newest) const;
  /// The entity of a type that was meant by what is no id; nullopt where none is near.
  [[nodiscard]] std::optional<EntityRef> nearest_entity(Facet type, const std::string& typed) const;
  [[nodiscard]] Suggestions suggest(const SuggestRequest& request) const;

  /// The state that an answer would be made from now; nullopt without an index.
  [[nodiscard]] std::optional<IndexInfo> index_info() const;
  /// Why there is no index; empty when there is.
  [[nodiscard]] std::string index_problem() const;

  /// The day, where an answer may depend on it because q counts back from it (date:P3W); else
  /// empty.
  [[nodiscard]] std::string day_of(const SearchRequest& request) const;

  /// Label of a facet value: entity label, source name, language name stays the code.
  [[nodiscard]] std::string label(Facet facet, std::string_view value) const;

 private:
  class Watcher;
  [[nodiscard]] std::unique_ptr<ArticleStream> stream_of(MatchedArticles& matched,
                                                         const DocumentSet& documents,
                                                         std::vector<EntityKey> entities,
                                                         const SearchRequest& request,
                                                         const Snapshot& snapshot) const;

  std::unique_ptr<Watcher> watcher_;
  Today today_;
};

}  // namespace techpolicy
