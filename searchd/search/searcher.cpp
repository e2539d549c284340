#include "searchd/search/searcher.h"

#include <algorithm>
#include <chrono>

#include "indexer/schema/errors.h"
#include "indexer/schema/found_names.h"
#include "searchd/search/article_lookup.h"
#include "searchd/search/article_view.h"
#include "searchd/search/entity_directory.h"
#include "searchd/search/explanation.h"
#include "searchd/search/facet_counting.h"
#include "searchd/search/index_statistics.h"
#include "searchd/search/match_places.h"
#include "searchd/search/matched_articles.h"
#include "searchd/search/query_parts.h"
#include "searchd/search/ranking.h"
#include "searchd/search/relaxed_query.h"
#include "searchd/search/result_order.h"
#include "searchd/search/snapshot_watcher.h"
#include "searchd/search/spelling.h"
#include "searchd/search/suggestions.h"

namespace techpolicy {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMostTries = 3;
constexpr std::size_t kSnippets = 3;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// One request's work on one snapshot.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, const Snapshot& snapshot, Xapian::Database& database)
      : request_(request),
        snapshot_(snapshot),
        database_(database),
        matching_(snapshot, database),
        parsed_(parse_query_of(request, snapshot)),
        query_(resolve_query(parsed_, snapshot, request.aliases)),
        filtered_(request, snapshot, matching_, query_.clause),
        ranking_(query_.clause, filtered_.entities_asked(), snapshot, database, matching_) {}

  SearchResult run() {
    const Clock::time_point start = Clock::now();
    describe();
    offer_respelling();
    if (request_.explain || result_.total == 0) {
      result_.explanation = explain(parsed_, query_, filtered_, snapshot_, database_);
    }
    const Sort sort = *result_.request.sort;
    std::vector<Ranked> ranked = rank(sort);
    result_.match_ms = milliseconds_since(start);
    const Clock::time_point facets_start = Clock::now();
    for (const Facet facet : request_.facets) {
      FacetResult& counted =
          result_.facets.emplace_back(filtered_.count(facet, request_.facet_limit));
      for (FacetCount& value : counted.values) value.label = snapshot_.label(facet, value.value);
    }
    result_.facets_ms = milliseconds_since(facets_start);
    const Clock::time_point hits_start = Clock::now();
    take_page(sort, ranked);
    add_relaxed();
    result_.hits_ms = milliseconds_since(hits_start);
    return std::move(result_);
  }

  [[nodiscard]] FacetResult all_values(Facet facet) const { return filtered_.count(facet); }

 private:
  void describe() {
    result_.request = request_;
    if (!result_.request.sort) {
      result_.request.sort = query_.has_words ? Sort::relevance : Sort::newest;
    }
    result_.parsed = print_query(parsed_);
    const QueryNode rest = without_dates(parsed_);
    if (!same_query(rest, parsed_)) result_.without_dates = print_query(rest);
    result_.also = query_.also;
    result_.offered = query_.offered;
    result_.expansions = query_.expansions;
    result_.warnings = query_.warnings;
    result_.total = filtered_.documents().size();
    result_.stories = snapshot_.stories().count(filtered_.documents());
    result_.undated_excluded = filtered_.undated_excluded();
    result_.index = snapshot_.info();
    for (const FacetRow& row : kFacets) {
      for (const std::string& value : request_.filter(row.facet).any) {
        // Entities exist without articles.
        if (row.kind == FacetKind::entity && !is_found_name(row.facet, value)) continue;
        if (snapshot_.columns().ordinal(row.facet, value)) continue;
        result_.warnings.push_back({"unseen_value", "No article has the " + std::string(row.name) +
                                                        " \"" + value + "\"."});
      }
    }
  }

  void offer_respelling() {
    const auto other = respelled(parsed_, query_, snapshot_, matching_, database_);
    if (!other) return;
    constexpr std::size_t kPositionLists = 20'000;  // An offer is worth less than an answer.
    const ResolvedQuery resolved = resolve_query(*other, snapshot_, request_.aliases);
    Matching matching(snapshot_, database_, kPositionLists);
    try {
      const FilteredMatches found(request_, snapshot_, matching, resolved.clause);
      if (found.documents().empty()) return;
      result_.respelling = Respelling{print_query(*other), found.documents().size()};
    } catch (const BadRequest&) {
      // Common words where rare ones stood: too costly to count, and not what was asked for.
    }
  }

  std::vector<Ranked> rank(Sort sort) {
    return ranking_.rank(filtered_.documents(), query_.has_words ? sort : Sort::newest);
  }

  void take_page(Sort sort, std::vector<Ranked>& ranked) {
    const ResultOrder before(sort, snapshot_.columns());
    if (request_.collapse == Collapse::duplicates) {
      fold_stories(ranked, before, snapshot_.stories());
    }
    std::size_t skipped = std::size_t{request_.page - 1} * request_.per_page;
    std::uint64_t rank = skipped;
    if (!request_.cursor.empty()) {
      const Ranked last = read_cursor(request_.cursor, sort, database_);
      const std::size_t all = ranked.size();
      std::erase_if(ranked, [&](const Ranked& one) { return !before(last, one); });
      rank = all - ranked.size();
      skipped = 0;
    }
    const std::size_t end = std::min(ranked.size(), skipped + request_.per_page);
    if (skipped >= end) return;
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end),
                      ranked.end(), before);
    for (std::size_t i = skipped; i < end; ++i) {
      result_.hits.push_back(hit(ranked[i], ++rank));
      if (request_.explain && is_scored())
        result_.hits.back().score_parts = ranking_.parts(ranked[i].document);
    }
    if (end < ranked.size())
      result_.next_cursor = make_cursor(sort, ranked[end - 1], result_.hits.back().id);
  }

  /// Facets and total stay those of the query itself.
  void add_relaxed() {
    const bool first = request_.page == 1 && request_.cursor.empty();
    if (!first || result_.listed() >= request_.per_page) return;
    RelaxedQuery relaxed(query_.clause, snapshot_, database_);
    const auto ranking =
        relaxed.rank(filtered_, request_.per_page - result_.listed(), request_.collapse);
    if (!ranking) return;
    RelaxedHits hits{ranking->words_required, ranking->total, {}};
    for (const Ranked& one : ranking->best) {
      hits.hits.push_back(hit(one, hits.hits.size() + 1));
      hits.hits.back().missing = relaxed.missing(one.document);
      if (request_.explain) hits.hits.back().score_parts = relaxed.parts(one.document);
    }
    result_.relaxed = std::move(hits);
  }

  Hit hit(const Ranked& ranked, std::uint64_t rank) {
    const StoredArticle article =
        parse_stored_article(database_.get_document(ranked.document).get_data());
    Hit hit = make_hit(article, query_.clause, request_.highlight, kSnippets, snapshot_);
    hit.score = static_cast<double>(ranked.score);
    hit.rank = rank;
    hit.story = snapshot_.stories().name(ranked.document);
    hit.duplicates = ranked.folded;
    if (ranked.folded > 0) hit.first = first_of_story(ranked.document, snapshot_, database_);
    return hit;
  }

  [[nodiscard]] bool is_scored() const {
    const Sort sort = result_.request.sort.value_or(Sort::newest);
    return query_.has_words && (sort == Sort::relevance || sort == Sort::lexical);
  }

  const SearchRequest& request_;
  const Snapshot& snapshot_;
  Xapian::Database& database_;
  Matching matching_;
  QueryNode parsed_;
  ResolvedQuery query_;
  FilteredMatches filtered_;
  Ranking ranking_;
  SearchResult result_;
};

}  // namespace

class Searcher::Watcher : public SnapshotWatcher {
 public:
  using SnapshotWatcher::SnapshotWatcher;

  /// Runs `work` on the newest snapshot; again where the database changed underneath.
  template <typename Work>
  auto run(Work work) {
    for (int attempt = 1;; ++attempt) {
      const std::shared_ptr<const Snapshot> snapshot = current();
      try {
        const auto lease = snapshot->database();
        return work(*snapshot, *lease);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == kMostTries)
          throw IndexError("The index keeps changing or is damaged; run `indexer check`.");
        refresh();
      } catch (const Xapian::DatabaseError& error) {
        throw IndexError("The index cannot be read (" + error.get_msg() +
                         "); run `indexer check`.");
      }
    }
  }
};

Searcher::Searcher(IndexStore store, unsigned readers, unsigned poll_milliseconds, Today today)
    : watcher_(std::make_unique<Watcher>(std::move(store), readers, poll_milliseconds, today)),
      today_(std::move(today)) {}

Searcher::~Searcher() = default;

std::string Searcher::day_of(const SearchRequest& request) const {
  // One more visit a day does no harm to what only looks like a period.
  const auto starts_period = [&](std::size_t place) {
    const char next = place + 1 < request.q.size() ? request.q[place + 1] : ' ';
    return (next >= '0' && next <= '9') || static_cast<signed char>(next) < 0;
  };
  bool may_hold_period = request.q.find("Ｐ") != std::string::npos;
  for (std::size_t i = 0; i < request.q.size(); ++i) {
    if (request.q[i] == 'P' || request.q[i] == 'p') may_hold_period |= starts_period(i);
  }
  return may_hold_period ? date_of_day(today_()).iso() : std::string();
}

SearchResult Searcher::search(const SearchRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return SearchRun(request, snapshot, database).run();
  });
}

FacetValuesResult Searcher::facet_values(const SearchRequest& request,
                                         const FacetValuesRequest& asked) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return facet_page(SearchRun(request, snapshot, database).all_values(asked.facet), asked,
                      snapshot);
  });
}

TimelineResult Searcher::timeline(const TimelineRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return make_timeline(request, snapshot, database);
  });
}

std::optional<CompanionsResult> Searcher::companions(const CompanionsRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return find_companions(request, snapshot, database);
  });
}

SentencesResult Searcher::sentences(const SentencesRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return find_sentences(request, snapshot, database);
  });
}

std::unique_ptr<ArticleStream> Searcher::stream(const SearchRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    MatchedArticles matched(request, snapshot, database);
    return stream_of(matched, matched.documents(), {}, request, snapshot);
  });
}

std::unique_ptr<ArticleStream> Searcher::stream_sentences(const SentencesRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    MatchedArticles matched(request.search, snapshot, database);
    auto entities = known_entities(request.entities, snapshot);
    check_markable(matched.query().clause, entities);
    const DocumentSet documents = matched.naming_all(entities);
    return stream_of(matched, documents, std::move(entities), request.search, snapshot);
  });
}

std::unique_ptr<ArticleStream> Searcher::stream_of(MatchedArticles& matched,
                                                   const DocumentSet& documents,
                                                   std::vector<EntityKey> entities,
                                                   const SearchRequest& request,
                                                   const Snapshot& snapshot) const {
  const Sort sort = matched.sort(request);
  std::vector<Ranked> ranked = matched.ranked(documents, sort);
  std::sort(ranked.begin(), ranked.end(), ResultOrder(sort, snapshot.columns()));
  return std::make_unique<ArticleStream>(snapshot.shared_from_this(), matched.query().clause,
                                         std::move(entities), std::move(ranked), [this] {
                                           watcher_->refresh();
                                           return watcher_->current();
                                         });
}

OutstandingResult Searcher::outstanding(const OutstandingRequest& asked) const {
  OutstandingRequest request = asked;
  request.search.count = CountOf::articles;  // Shares are of articles.
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return find_outstanding(request, snapshot, database);
  });
}

std::optional<ArticleView> Searcher::article(std::string_view id,
                                             const SearchRequest& request) const {
  return watcher_->run(
      [&](const Snapshot& snapshot, Xapian::Database& database) -> std::optional<ArticleView> {
        const auto document = document_of(database, id);
        if (!document) return std::nullopt;
        const ResolvedQuery query =
            resolve_query(parse_query_of(request, snapshot), snapshot, request.aliases);
        StoredArticle article = parse_stored_article(database.get_document(*document).get_data());
        return make_article_view(std::move(article), query.clause, snapshot);
      });
}

std::optional<RelatedArticles> Searcher::related(std::string_view id, RelatedKind kind,
                                                 unsigned limit) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return related_articles(id, kind, limit, snapshot, database);
  });
}

IndexStatistics Searcher::statistics() const {
  return watcher_->run(
      [](const Snapshot& snapshot, Xapian::Database&) { return index_statistics(snapshot); });
}

EntityList Searcher::entities(const EntityListRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database&) {
    return list_entities(request, snapshot);
  });
}

std::optional<EntityDetails> Searcher::entity(const EntityKey& key, unsigned newest) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    std::optional<EntityDetails> details = entity_details(key, snapshot);
    if (!details || newest == 0 || details->summary.count == 0) return details;
    SearchRequest request;
    request.filter(key.type).any = {key.id};
    request.sort = Sort::newest;
    request.per_page = newest;
    details->newest = SearchRun(request, snapshot, database).run().hits;
    return details;
  });
}

std::optional<EntityRef> Searcher::nearest_entity(Facet type, const std::string& typed) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database&) {
    return techpolicy::nearest_entity(type, typed, snapshot);
  });
}

Suggestions Searcher::suggest(const SuggestRequest& request) const {
  return watcher_->run([&](const Snapshot& snapshot, Xapian::Database& database) {
    return techpolicy::suggest(request, snapshot, database);
  });
}

std::optional<IndexInfo> Searcher::index_info() const {
  if (!watcher_->problem().empty()) return std::nullopt;
  return watcher_->current()->info();
}

std::string Searcher::index_problem() const { return watcher_->problem(); }

std::string Searcher::label(Facet facet, std::string_view value) const {
  if (!watcher_->problem().empty()) return std::string(value);
  return watcher_->current()->label(facet, value);
}

}  // namespace techpolicy
