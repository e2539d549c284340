// The sentences in which a search matches, over the whole result: keyword in context.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "searchd/search/clause.h"
#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

class Snapshot;

inline constexpr std::size_t kMaxEntitiesOfSentence = 5;
/// Articles that one page looks through; a page may be short for that, and the cursor goes on.
inline constexpr std::size_t kArticlesOfPage = 2000;

struct SentencesRequest {
  SearchRequest search;  ///< Its `cursor` is one of these pages, its `page` does not matter.
  std::vector<EntityKey> entities;  ///< Only sentences that name each of these.
};

/// A sentence of an article or of its title.
struct SentenceHit {
  Hit article;  ///< Without snippets, entities and score.
  bool in_title = false;
  /// As displayed; what the search matches is marked, of a search without words what names the
  /// entities. Something always is.
  MarkedText text;
};

struct SentencesResult {
  SearchRequest request;               ///< As answered: sort filled in.
  std::uint64_t articles = 0;          ///< Of the search, that name the entities.
  std::vector<SentenceHit> sentences;  ///< In the order of the articles, then of the text.
  std::string next_cursor;             ///< Empty at the end.
  IndexInfo index;
};

/// By their ids, where they were typed by another name. Throws BadRequest (entity).
[[nodiscard]] std::vector<EntityKey> known_entities(std::vector<EntityKey> typed,
                                                    const Snapshot& snapshot);

/// Throws BadRequest for a search without words where no entities are given: nothing could be
/// marked.
void check_markable(const Clause& clause, const std::vector<EntityKey>& entities);

[[nodiscard]] std::vector<SentenceHit> sentences_of_article(const StoredArticle& article,
                                                            const Clause& clause,
                                                            const std::vector<EntityKey>& entities);

/// Throws BadRequest, also where nothing could be marked.
[[nodiscard]] SentencesResult find_sentences(const SentencesRequest& request,
                                             const Snapshot& snapshot, Xapian::Database& database);

}  // namespace techpolicy
