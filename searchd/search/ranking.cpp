#include "searchd/search/ranking.h"

#include <algorithm>

#include "searchd/search/feedback.h"
#include "searchd/search/placed_query.h"

namespace techpolicy {
namespace {

bool has_score(Sort sort) { return sort == Sort::relevance || sort == Sort::lexical; }

/// Entities that a query names, but in what it excludes.
void add_named(const Clause& clause, std::vector<EntityKey>& named) {
  if (clause.kind == ClauseKind::negation) return;
  if (!clause.entity.id.empty()) named.push_back(clause.entity);
  for (const Clause& child : clause.children) add_named(child, named);
}

/// Words, phrases and names, each once whatever it may stand for.
std::size_t count_words(const Clause& clause) {
  if (is_scored_leaf(clause) || clause.kind == ClauseKind::best) return 1;
  if (clause.kind == ClauseKind::negation) return 0;
  std::size_t count = 0;
  for (const Clause& child : clause.children) count += count_words(child);
  return count;
}

}  // namespace

Ranking::Ranking(const Clause& clause, std::vector<EntityKey> asked, const Snapshot& snapshot,
                 Xapian::Database& database, Matching& matching,
                 const RankingParameters& parameters)
    : clause_(clause),
      snapshot_(snapshot),
      database_(database),
      parameters_(parameters),
      terms_(snapshot, matching, parameters) {
  add_named(clause, asked);
  find_asked(asked);
}

void Ranking::find_asked(const std::vector<EntityKey>& asked) {
  for (const EntityKey& key : asked) {
    const auto ordinal = snapshot_.columns().ordinal(key.type, key.id);
    if (ordinal) asked_.push_back({key.type, *ordinal});
  }
}

std::vector<Ranked> Ranking::rank(const DocumentSet& documents, Sort sort) {
  sort_ = sort;
  best_.clear();
  std::vector<Ranked> ranked;
  ranked.reserve(documents.size());
  if (!has_score(sort)) {
    for (const std::uint32_t document : documents) ranked.push_back({document, 0});
    return ranked;
  }
  const std::vector<float> words = terms_.scores(clause_, documents);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    ranked.push_back({documents[i], words[i] + salience(documents[i])});
  }
  look_closely(ranked);
  auto next = ranked.begin();
  for (std::size_t i = 0; i < best_.size(); ++i) {
    next = std::lower_bound(
        next, ranked.end(), best_[i],
        [](const Ranked& one, std::uint32_t document) { return one.document < document; });
    next->score += close_[i].closeness + close_[i].feedback;
  }
  for (Ranked& one : ranked) one.score *= recency(one.document);
  return ranked;
}

void Ranking::look_closely(const std::vector<Ranked>& ranked) {
  std::vector<Ranked> best(std::min(parameters_.reranked, ranked.size()));
  const ResultOrder before(Sort::lexical, snapshot_.columns());
  std::partial_sort_copy(ranked.begin(), ranked.end(), best.begin(), best.end(), before);
  for (const Ranked& one : best) best_.push_back(one.document);
  std::sort(best_.begin(), best_.end());
  close_.assign(best_.size(), {});
  if (parameters_.closeness > 0) add_closeness(best);
  std::sort(best.begin(), best.end(), before);
  if (parameters_.feedback > 0) add_feedback(best);
}

void Ranking::add_closeness(std::vector<Ranked>& best) {
  PlacedQuery placed(clause_, best_, snapshot_, database_, terms_);
  if (placed.words() < 2) return;
  for (Ranked& one : best) {
    const float closeness = placed.closeness(one.document, parameters_);
    close(one.document).closeness = closeness;
    one.score += closeness;
  }
}

void Ranking::add_feedback(std::vector<Ranked>& best) {
  if (best.empty() || count_words(clause_) < parameters_.feedback_from) return;
  const float most = best.front().score;
  best.resize(std::min(parameters_.feedback_articles, best.size()));
  const std::vector<FeedbackWord> words = feedback_words(best, snapshot_, database_, parameters_);
  const std::vector<float> scores =
      feedback_scores(words, best_, snapshot_, database_, parameters_);
  for (std::size_t i = 0; i < best_.size(); ++i) {
    close_[i].feedback = parameters_.feedback * most * scores[i];
  }
}

Ranking::Close& Ranking::close(std::uint32_t document) {
  const auto place = std::lower_bound(best_.begin(), best_.end(), document);
  return close_[static_cast<std::size_t>(place - best_.begin())];
}

float Ranking::salience(std::uint32_t document) const {
  const FacetColumns& columns = snapshot_.columns();
  float most = 0;
  for (const Asked& asked : asked_) {
    const auto values = columns.values(asked.facet, document);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] != asked.ordinal) continue;
      most = std::max(most, static_cast<float>(columns.salience(asked.facet, document)[i]) / 10);
    }
  }
  return parameters_.salience * most / (most + parameters_.half_salience);
}

float Ranking::recency(std::uint32_t document) const {
  if (sort_ != Sort::relevance) return 1;
  const FacetColumns& columns = snapshot_.columns();
  const float floor = 1 - parameters_.recency;
  const DayNumber day = columns.first_day(document);
  if (day == kUndated) return floor;
  const auto age = static_cast<float>(std::max(0, columns.newest_day() - day));
  return floor + parameters_.recency / (1 + age / parameters_.recency_days);
}

ScoreParts Ranking::parts(std::uint32_t document) {
  ScoreParts parts;
  if (!has_score(sort_)) return parts;
  parts.words = terms_.parts(clause_, document);
  if (std::binary_search(best_.begin(), best_.end(), document)) {
    parts.closeness = double{close(document).closeness};
    parts.feedback = double{close(document).feedback};
  }
  parts.salience = double{salience(document)};
  parts.recency = parts.total() * (double{recency(document)} - 1);
  return parts;
}

}  // namespace techpolicy
