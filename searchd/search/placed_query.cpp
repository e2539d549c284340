#include "searchd/search/placed_query.h"

#include <algorithm>

#include "searchd/search/function_words.h"

namespace techpolicy {
namespace {

/// Bounds the time of very long queries: so many words on so many articles.
constexpr std::size_t kMostWords = 16;

bool is_word_for_closeness(const Clause& clause) {
  if (clause.field == Field::lead || clause.kind == ClauseKind::forms) return false;
  return clause.kind != ClauseKind::word || !is_function_word(clause.words.front());
}

}  // namespace

PlacedQuery::PlacedQuery(const Clause& clause, const DocumentSet& documents,
                         const Snapshot& snapshot, Xapian::Database& database, TermScores& scores)
    : documents_(documents), snapshot_(snapshot), database_(database), scores_(scores) {
  collect(clause);
}

void PlacedQuery::collect(const Clause& clause) {
  if (is_scored_leaf(clause)) {
    if (is_word_for_closeness(clause)) add_word(clause, scores_.weight(clause, documents_));
  } else if (clause.kind == ClauseKind::best) {
    collect_alternatives(clause);
  } else if (clause.kind != ClauseKind::negation) {
    for (const Clause& child : clause.children) collect(child);
  }
}

/// A name is a place of all the words it was typed with; other alternatives (a hyphenated word and
/// its joined form) are places of one word.
void PlacedQuery::collect_alternatives(const Clause& clause) {
  const auto is_name = [](const Clause& child) { return child.kind == ClauseKind::entity; };
  const bool named = std::any_of(clause.children.begin(), clause.children.end(), is_name);
  const std::size_t first = weights_.size();
  for (const Clause& child : clause.children) {
    if (is_name(child)) continue;
    if (named) {
      collect(child);
    } else if (weights_.size() == first) {
      add_word(child, scores_.weight(child, documents_));
    } else {
      add_parts(child, first, first);
    }
  }
  if (!named || weights_.size() == first) return;
  for (const Clause& child : clause.children) {
    if (is_name(child)) add_parts(child, first, weights_.size() - 1);
  }
}

void PlacedQuery::add_word(const Clause& clause, float weight) {
  if (weights_.size() == kMostWords) return;
  weights_.push_back(weight);
  add_parts(clause, weights_.size() - 1, weights_.size() - 1);
}

void PlacedQuery::add_parts(const Clause& clause, std::size_t first_word, std::size_t last_word) {
  for (const Field field : {Field::title, Field::body}) {
    if (clause.field && *clause.field != field) continue;
    parts_.push_back(
        {first_word, last_word, field, ClauseSpans(clause, field, snapshot_, database_, budget_)});
  }
}

float PlacedQuery::closeness(std::uint32_t document, const RankingParameters& parameters) {
  std::vector<float> gathered(weights_.size(), 0.0F);
  for (const Field field : {Field::title, Field::body}) {
    std::vector<WordPlace> places;
    for (Part& part : parts_) {
      if (part.field != field) continue;
      for (const Span& span : part.spans.in(document)) {
        places.push_back({part.first_word, part.last_word, span});
      }
    }
    gather_closeness(std::move(places), weights_,
                     parameters.field_weight[static_cast<std::size_t>(field)], parameters,
                     gathered);
  }
  const FacetColumns& columns = snapshot_.columns();
  const float average = std::max(1.0F, columns.average_length(Field::body));
  return techpolicy::closeness(gathered, weights_,
                               static_cast<float>(columns.length(Field::body, document)) / average,
                               parameters);
}

}  // namespace techpolicy
