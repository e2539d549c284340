#include "searchd/search/term_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>

#include "searchd/search/function_words.h"

namespace techpolicy {
namespace {

/// Calls found(place in `documents`, count) for each document that the postings hold; walks the
/// shorter list and searches the longer.
template <typename Found>
void for_each_common(const DocumentSet& documents, const Postings& postings, Found found) {
  const bool few = postings.documents.size() < documents.size();
  const DocumentSet& walked = few ? postings.documents : documents;
  const DocumentSet& searched = few ? documents : postings.documents;
  auto from = searched.begin();
  for (std::size_t i = 0; i < walked.size() && from != searched.end(); ++i) {
    from = std::lower_bound(from, searched.end(), walked[i]);
    if (from == searched.end() || *from != walked[i]) continue;
    const auto at = static_cast<std::size_t>(from - searched.begin());
    found(few ? at : i, postings.counts[few ? i : at]);
  }
}

double total(const WordScore& part) { return part.title + part.lead + part.body; }

}  // namespace

std::string leaf_text(const Clause& leaf) {
  if (leaf.kind == ClauseKind::entity) {
    return std::string(facet_row(leaf.entity.type).name) + ":" + leaf.entity.id;
  }
  constexpr std::size_t kShownForms = 3;
  const bool forms = leaf.kind == ClauseKind::forms;
  const std::size_t shown = forms ? std::min(leaf.words.size(), kShownForms) : leaf.words.size();
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += forms ? " | " : " ";
    text += leaf.words[i];
  }
  if (shown < leaf.words.size()) text += " | …";  // The answer has them all as expansions.
  return text;
}

/// Phrases in quotes; a name in one as it was typed.
std::string quoted_text(const Clause& leaf) {
  std::string text;
  for (const Clause& child : leaf.children) {
    const Clause& typed = child.kind == ClauseKind::best ? child.children.back() : child;
    text += (text.empty() ? "" : " ") + leaf_text(typed);
  }
  const bool phrase = leaf.kind == ClauseKind::phrase || leaf.kind == ClauseKind::sequence;
  return phrase ? '"' + text + leaf_text(leaf) + '"' : leaf_text(leaf);
}

bool is_scored_leaf(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::word:
    case ClauseKind::forms:
    case ClauseKind::cased:
    case ClauseKind::phrase:
    case ClauseKind::sequence:
    case ClauseKind::entity:
      return true;
    default:
      return false;
  }
}

std::vector<float> TermScores::scores(const Clause& clause, const DocumentSet& documents) {
  std::vector<float> scores(documents.size(), 0.0F);
  add(clause, documents, scores);
  return scores;
}

void TermScores::add(const Clause& clause, const DocumentSet& documents,
                     std::vector<float>& scores) {
  if (is_scored_leaf(clause)) {
    add_leaf(clause, documents, scores);
  } else if (clause.kind == ClauseKind::best) {
    std::vector<float> best(documents.size(), 0.0F);
    for (const Clause& child : clause.children) {
      const std::vector<float> one = this->scores(child, documents);
      for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], one[i]);
    }
    for (std::size_t i = 0; i < best.size(); ++i) scores[i] += best[i];
  } else if (clause.kind != ClauseKind::negation) {
    for (const Clause& child : clause.children) add(child, documents, scores);
  }
}

template <typename Found>
void TermScores::visit_frequencies(const Clause& leaf, const DocumentSet& documents, Found found) {
  const FacetColumns& columns = snapshot_.columns();
  for (const FieldRow& row : kFields) {
    if (leaf.field && *leaf.field != row.field) continue;
    const bool in_lead = leaf.kind == ClauseKind::word || leaf.kind == ClauseKind::forms;
    if (row.field == Field::lead && !in_lead && !leaf.field) continue;
    const auto field = static_cast<std::size_t>(row.field);
    const float average = std::max(1.0F, columns.average_length(row.field));
    const float influence = parameters_.length_influence[field];
    for (const auto& postings : matching_.field_postings(leaf, row.field, &documents)) {
      for_each_common(documents, *postings, [&](std::size_t i, std::uint32_t count) {
        const float length = static_cast<float>(columns.length(row.field, documents[i])) / average;
        const float norm = 1 - influence + influence * length;
        found(i, row.field, parameters_.field_weight[field] * static_cast<float>(count) / norm);
      });
    }
  }
}

float TermScores::weight(const Clause& leaf, const DocumentSet& documents) {
  const auto total = static_cast<float>(snapshot_.info().documents);
  const auto holding = static_cast<float>(matching_.document_frequency(leaf, documents));
  const float rarity =
      std::pow(std::log(1 + (total - holding + 0.5F) / (holding + 0.5F)), parameters_.rarity_power);
  const bool joins = leaf.kind == ClauseKind::word && is_function_word(leaf.words.front());
  return joins ? parameters_.function_word * rarity : rarity;
}

void TermScores::add_leaf(const Clause& leaf, const DocumentSet& documents,
                          std::vector<float>& scores) {
  std::vector<float> frequency(documents.size(), 0.0F);
  visit_frequencies(leaf, documents,
                    [&](std::size_t i, Field, float weighted) { frequency[i] += weighted; });
  const float full = weight(leaf, documents) * (parameters_.saturation + 1);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    scores[i] += full * frequency[i] / (frequency[i] + parameters_.saturation);
  }
}

/// Fields share what a word adds as they share its weighted frequency.
WordScore TermScores::leaf_part(const Clause& leaf, std::uint32_t document) {
  const DocumentSet documents = {document};
  std::array<float, kFieldCount> fields{};
  visit_frequencies(leaf, documents, [&](std::size_t, Field field, float weighted) {
    fields[static_cast<std::size_t>(field)] += weighted;
  });
  const float frequency = std::accumulate(fields.begin(), fields.end(), 0.0F);
  const double unit = double{weight(leaf, documents)} * double{parameters_.saturation + 1} /
                      double{frequency + parameters_.saturation};
  const auto of = [&](Field field) {
    return unit * double{fields[static_cast<std::size_t>(field)]};
  };
  return {quoted_text(leaf), of(Field::title), of(Field::lead), of(Field::body)};
}

std::vector<WordScore> TermScores::parts(const Clause& clause, std::uint32_t document) {
  std::vector<WordScore> parts;
  if (is_scored_leaf(clause)) {
    WordScore part = leaf_part(clause, document);
    if (total(part) > 0) parts.push_back(std::move(part));
  } else if (clause.kind == ClauseKind::best) {
    double most = 0;
    for (const Clause& child : clause.children) {
      std::vector<WordScore> one = this->parts(child, document);
      const double sum =
          std::accumulate(one.begin(), one.end(), 0.0,
                          [](double s, const WordScore& part) { return s + total(part); });
      if (sum <= most) continue;
      most = sum;
      parts = std::move(one);
    }
  } else if (clause.kind != ClauseKind::negation) {
    for (const Clause& child : clause.children) {
      for (WordScore& part : this->parts(child, document)) parts.push_back(std::move(part));
    }
  }
  return parts;
}

}  // namespace techpolicy
