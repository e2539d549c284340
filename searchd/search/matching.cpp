#include "searchd/search/matching.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"

namespace techpolicy {
namespace {

/// BM25F parameters. Title weighs thrice: it is short and says what an article is about; the lead
/// counts again on top of the body. k1 as usual.
constexpr float kTermSaturation = 1.2F;
constexpr std::array<float, kFieldCount> kFieldWeight = {3.0F, 0.5F, 1.0F};
constexpr std::array<float, kFieldCount> kLengthInfluence = {0.4F, 0.0F, 0.75F};

constexpr std::array kPositionFields = {Field::title, Field::body};

/// How often the words stand one behind the other; `positions` has one rising list a word.
std::uint32_t count_phrase(const std::vector<std::vector<std::uint32_t>>& positions,
                           std::uint32_t before) {
  std::uint32_t count = 0;
  for (const std::uint32_t start : positions.front()) {
    bool all = start + positions.size() <= std::size_t{before};
    for (std::size_t i = 1; all && i < positions.size(); ++i) {
      all = std::binary_search(positions[i].begin(), positions[i].end(),
                               start + static_cast<std::uint32_t>(i));
    }
    count += all ? 1U : 0U;
  }
  return count;
}

bool is_leaf(ClauseKind kind) {
  return kind == ClauseKind::word || kind == ClauseKind::phrase || kind == ClauseKind::entity;
}

}  // namespace

DocumentSet intersect(const DocumentSet& a, const DocumentSet& b) {
  const DocumentSet& small = a.size() <= b.size() ? a : b;
  const DocumentSet& large = a.size() <= b.size() ? b : a;
  DocumentSet both;
  constexpr std::size_t kGallopRatio = 32;
  if (small.size() * kGallopRatio < large.size()) {
    auto from = large.begin();
    for (const std::uint32_t document : small) {
      from = std::lower_bound(from, large.end(), document);
      if (from == large.end()) break;
      if (*from == document) both.push_back(document);
    }
  } else {
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  }
  return both;
}

DocumentSet unite(const DocumentSet& a, const DocumentSet& b) {
  DocumentSet any;
  any.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(any));
  return any;
}

DocumentSet subtract(const DocumentSet& a, const DocumentSet& b) {
  DocumentSet rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

std::vector<Matching::PostingsPointer> Matching::field_postings(const Clause& clause, Field field) {
  std::vector<PostingsPointer> postings;
  const auto get = [&](const std::string& term) {
    postings.push_back(snapshot_.postings().get(database_, term));
  };
  if (clause.kind == ClauseKind::entity) {
    get(mention_term(field, clause.entity));
  } else if (clause.kind == ClauseKind::phrase) {
    postings.push_back(phrase_postings(clause, field));
  } else if (!fits(clause.words.front())) {
    return postings;
  } else if (clause.exact) {
    get(exact_term(field, clause.words.front()));
  } else {
    thread_local Stemmer stemmer;
    for (const std::string& language : snapshot_.stem_languages()) {
      get(stem_term(field, language, stemmer.stem(language, clause.words.front())));
    }
  }
  return postings;
}

Matching::PostingsPointer Matching::phrase_postings(const Clause& clause, Field field) {
  PostingsPointer& known = phrases_[{&clause, field}];
  if (known) return known;
  const Field positioned = field == Field::lead ? Field::body : field;
  std::vector<std::string> terms;
  for (const std::string& word : clause.words) {
    if (!fits(word)) return known = std::make_shared<const Postings>();
    terms.push_back(exact_term(positioned, word));
  }
  DocumentSet candidates;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const PostingsPointer postings = snapshot_.postings().get(database_, terms[i]);
    candidates = i == 0 ? postings->documents : intersect(candidates, postings->documents);
  }
  Postings found;
  std::vector<std::vector<std::uint32_t>> positions(terms.size());
  for (const std::uint32_t document : candidates) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      positions[i].assign(database_.positionlist_begin(document, terms[i]),
                          database_.positionlist_end(document, terms[i]));
    }
    const std::uint32_t before =
        field == Field::lead ? snapshot_.columns().lead_end(document) : UINT32_MAX;
    if (const std::uint32_t count = count_phrase(positions, before)) {
      found.documents.push_back(document);
      found.counts.push_back(count);
    }
  }
  return known = std::make_shared<const Postings>(std::move(found));
}

DocumentSet Matching::documents_of(const Clause& clause) {
  DocumentSet documents;
  const auto add = [&](Field field) {
    if (field == Field::lead && clause.kind == ClauseKind::entity) return;
    for (const PostingsPointer& postings : field_postings(clause, field)) {
      documents = documents.empty() ? postings->documents : unite(documents, postings->documents);
    }
  };
  if (clause.field) {
    add(*clause.field);
  } else {
    for (const Field field : kPositionFields) add(field);
  }
  return documents;
}

DocumentSet Matching::all_documents() { return snapshot_.postings().get(database_, "")->documents; }

DocumentSet Matching::dated(const Clause& clause) {
  DocumentSet documents;
  for (const std::uint32_t document : all_documents()) {
    if (snapshot_.columns().is_within(document, clause.from, clause.to))
      documents.push_back(document);
  }
  return documents;
}

/// Required parts first, then what is excluded.
DocumentSet Matching::conjunction(const Clause& clause) {
  std::vector<DocumentSet> wanted;
  for (const Clause& child : clause.children) {
    if (child.kind != ClauseKind::negation) wanted.push_back(matches(child));
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const auto& a, const auto& b) { return a.size() < b.size(); });
  DocumentSet documents = wanted.empty() ? all_documents() : std::move(wanted.front());
  for (std::size_t i = 1; i < wanted.size(); ++i) documents = intersect(documents, wanted[i]);
  for (const Clause& child : clause.children) {
    if (child.kind == ClauseKind::negation)
      documents = subtract(documents, matches(child.children.front()));
  }
  return documents;
}

DocumentSet Matching::matches(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::everything:
      return all_documents();
    case ClauseKind::nothing:
      return {};
    case ClauseKind::word:
    case ClauseKind::phrase:
    case ClauseKind::entity:
      return documents_of(clause);
    case ClauseKind::term:
      if (!fits(clause.term)) return {};
      return snapshot_.postings().get(database_, clause.term)->documents;
    case ClauseKind::date:
      return dated(clause);
    case ClauseKind::conjunction:
      return conjunction(clause);
    case ClauseKind::disjunction:
    case ClauseKind::best: {
      DocumentSet documents;
      for (const Clause& child : clause.children) documents = unite(documents, matches(child));
      return documents;
    }
    case ClauseKind::negation:
      return subtract(all_documents(), matches(clause.children.front()));
    case ClauseKind::preference:
      return matches(clause.children.front());
  }
  return {};
}

std::vector<float> Matching::scores(const Clause& clause, const DocumentSet& documents) {
  std::vector<float> scores(documents.size(), 0.0F);
  add_scores(clause, documents, scores);
  return scores;
}

void Matching::add_scores(const Clause& clause, const DocumentSet& documents,
                          std::vector<float>& scores) {
  if (is_leaf(clause.kind)) {
    add_leaf_scores(clause, documents, scores);
  } else if (clause.kind == ClauseKind::best) {
    std::vector<float> best(documents.size(), 0.0F);
    for (const Clause& child : clause.children) {
      const std::vector<float> one = this->scores(child, documents);
      for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], one[i]);
    }
    for (std::size_t i = 0; i < best.size(); ++i) scores[i] += best[i];
  } else if (clause.kind != ClauseKind::negation) {
    for (const Clause& child : clause.children) add_scores(child, documents, scores);
  }
}

void Matching::add_leaf_scores(const Clause& clause, const DocumentSet& documents,
                               std::vector<float>& scores) {
  const FacetColumns& columns = snapshot_.columns();
  std::vector<float> frequency(documents.size(), 0.0F);
  for (const FieldRow& row : kFields) {
    if (clause.field && *clause.field != row.field) continue;
    if (row.field == Field::lead && clause.kind != ClauseKind::word) continue;
    const auto field = static_cast<std::size_t>(row.field);
    const float average = std::max(1.0F, columns.average_length(row.field));
    for (const PostingsPointer& postings : field_postings(clause, row.field)) {
      std::size_t at = 0;
      for (std::size_t i = 0; i < documents.size() && at < postings->documents.size(); ++i) {
        at = static_cast<std::size_t>(
            std::lower_bound(postings->documents.begin() + static_cast<std::ptrdiff_t>(at),
                             postings->documents.end(), documents[i]) -
            postings->documents.begin());
        if (at == postings->documents.size() || postings->documents[at] != documents[i]) continue;
        const float length = static_cast<float>(columns.length(row.field, documents[i])) / average;
        const float norm = 1 - kLengthInfluence[field] + kLengthInfluence[field] * length;
        frequency[i] += kFieldWeight[field] * static_cast<float>(postings->counts[at]) / norm;
      }
    }
  }
  const auto total = static_cast<float>(snapshot_.info().documents);
  const auto holding = static_cast<float>(documents_of(clause).size());
  const float idf = std::log(1 + (total - holding + 0.5F) / (holding + 0.5F));
  for (std::size_t i = 0; i < documents.size(); ++i) {
    scores[i] += idf * frequency[i] * (kTermSaturation + 1) / (frequency[i] + kTermSaturation);
  }
}

}  // namespace techpolicy
