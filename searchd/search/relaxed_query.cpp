#include "searchd/search/relaxed_query.h"

#include <algorithm>

#include "searchd/search/bad_request.h"
#include "searchd/search/term_scores.h"

namespace techpolicy {
namespace {

/// Of the weight of all words. Higher ones lose articles that people judged relevant
/// (tests/quality/ranking/run).
constexpr float kShare = 0.1F;

/// Fewer than a query may read: this comes on top of one.
constexpr std::size_t kRelaxedPositionLists = 40'000;

bool has_scored_leaf(const Clause& clause) {
  if (clause.kind == ClauseKind::negation) return false;
  return is_scored_leaf(clause) ||
         std::any_of(clause.children.begin(), clause.children.end(), has_scored_leaf);
}

/// What is missing where the clause is: the words, not the names they stand for.
std::string text_of(const Clause& clause) {
  if (is_scored_leaf(clause)) return leaf_text(clause);
  const bool is_proximity = clause.kind == ClauseKind::proximity;
  const std::string_view between =
      is_proximity ? " ~ " : (clause.kind == ClauseKind::disjunction ? " | " : " ");
  std::string text;
  for (const Clause& child : clause.children) {
    if (clause.kind == ClauseKind::best && child.kind == ClauseKind::entity) continue;
    if (clause.kind == ClauseKind::best && !text.empty()) break;
    if (!text.empty()) text += between;
    text += text_of(child);
  }
  return text;
}

bool holds(const DocumentSet& documents, std::uint32_t document) {
  return std::binary_search(documents.begin(), documents.end(), document);
}

/// Of alternatives the rarest: what the article would have to have.
float weight_of(const Clause& clause, TermScores& scores, const DocumentSet& documents) {
  if (is_scored_leaf(clause)) return scores.weight(clause, documents);
  float most = 0;
  for (const Clause& child : clause.children) {
    if (child.kind == ClauseKind::negation) continue;
    most = std::max(most, weight_of(child, scores, documents));
  }
  return most;
}

}  // namespace

RelaxedQuery::RelaxedQuery(const Clause& clause, const Snapshot& snapshot,
                           Xapian::Database& database)
    : snapshot_(snapshot),
      database_(database),
      matching_(snapshot, database, kRelaxedPositionLists) {
  Clause any;
  any.kind = ClauseKind::disjunction;
  relaxed_.kind = ClauseKind::conjunction;
  if (clause.kind == ClauseKind::conjunction) {
    for (const Clause& child : clause.children) {
      const bool is_word = has_scored_leaf(child) && child.kind != ClauseKind::preference;
      Clause& into = is_word ? any : relaxed_;
      into.children.push_back(child);
    }
  }
  relaxed_.children.push_back(std::move(any));
}

std::optional<RelaxedRanking> RelaxedQuery::rank(const FilteredMatches& exact, std::size_t most,
                                                 Collapse collapse) {
  try {
    find_words();
    return words_.size() > 1 ? rank_words(exact, most, collapse) : std::nullopt;
  } catch (const BadRequest&) {
    return std::nullopt;  // Too costly; the query itself is answered.
  }
}

void RelaxedQuery::find_words() {
  for (const Clause& child : relaxed_.children.back().children) add_word(child);
}

void RelaxedQuery::add_word(const Clause& clause) {
  TermScores scores(snapshot_, matching_, kRanking);
  DocumentSet documents = matching_.matches(clause);
  std::string text = text_of(clause);
  const float weight = weight_of(clause, scores, documents);
  const auto same = std::find_if(words_.begin(), words_.end(),
                                 [&](const Word& word) { return word.text == text; });
  if (same != words_.end()) {
    same->weight += weight;
  } else {
    words_.push_back({std::move(text), weight, std::move(documents)});
  }
}

DocumentSet RelaxedQuery::holding_any() {
  std::vector<const DocumentSet*> sets;
  for (const Word& word : words_) sets.push_back(&word.documents);
  DocumentSet documents = unite(sets);
  for (std::size_t i = 0; i + 1 < relaxed_.children.size(); ++i) {
    documents = intersect(documents, matching_.matches(relaxed_.children[i], &documents));
  }
  return documents;
}

/// A word that no article holds tells none from another: it has no share.
RelaxedQuery::Holding RelaxedQuery::holding_enough(const DocumentSet& documents) const {
  float whole = 0;
  std::vector<float> weights(documents.size(), 0.0F);
  std::vector<std::size_t> words(documents.size(), 0);
  for (const Word& word : words_) {
    if (word.documents.empty()) continue;
    whole += word.weight;
    auto held = word.documents.begin();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      held = std::lower_bound(held, word.documents.end(), documents[i]);
      if (held == word.documents.end()) break;
      if (*held != documents[i]) continue;
      weights[i] += word.weight;
      ++words[i];
    }
  }
  Holding enough;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (weights[i] < kShare * whole) continue;
    enough.documents.push_back(documents[i]);
    enough.words.push_back(words[i]);
  }
  return enough;
}

/// What holds all words is ranked with the rest, so that its words count in feedback.
std::optional<RelaxedRanking> RelaxedQuery::rank_words(const FilteredMatches& exact,
                                                       std::size_t most, Collapse collapse) {
  const Holding enough = holding_enough(exact.filtered(holding_any()));
  if (enough.documents.size() <= exact.documents().size()) return std::nullopt;
  RelaxedRanking ranking{words_.size(), 0, {}};
  ranking_.emplace(relaxed_, exact.entities_asked(), snapshot_, database_, matching_);
  const std::vector<Ranked> ranked = ranking_->rank(enough.documents, Sort::relevance);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (holds(exact.documents(), ranked[i].document)) continue;
    ranking.words_required = std::min(ranking.words_required, enough.words[i]);
    ranking.best.push_back(ranked[i]);
  }
  ranking.total = ranking.best.size();
  const ResultOrder before(Sort::relevance, snapshot_.columns());
  if (collapse == Collapse::duplicates) fold_stories(ranking.best, before, snapshot_.stories());
  const auto end = static_cast<std::ptrdiff_t>(std::min(most, ranking.best.size()));
  std::partial_sort(ranking.best.begin(), ranking.best.begin() + end, ranking.best.end(), before);
  ranking.best.resize(static_cast<std::size_t>(end));
  return ranking;
}

std::vector<std::string> RelaxedQuery::missing(std::uint32_t document) const {
  std::vector<std::string> missing;
  for (const Word& word : words_) {
    if (!holds(word.documents, document)) missing.push_back(word.text);
  }
  return missing;
}

}  // namespace techpolicy
