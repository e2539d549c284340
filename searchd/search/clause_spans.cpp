#include "searchd/search/clause_spans.h"

#include <algorithm>
#include <iterator>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/document_sets.h"

namespace techpolicy {
namespace {

bool holds(const Postings& postings, std::uint32_t document) {
  return std::binary_search(postings.documents.begin(), postings.documents.end(), document);
}

}  // namespace

void PositionBudget::spend_one() {
  if (++spent_ <= most_) return;
  throw BadRequest(
      {{"q",
        "too_costly",
        "The words beside each other are so common that more than " + std::to_string(most_) +
            " lists of their places would have to be read. Add a rarer word.",
        {},
        {},
        ""}});
}

ClauseSpans::ClauseSpans(const Clause& clause, Field field, const Snapshot& snapshot,
                         Xapian::Database& database, PositionBudget& budget)
    : clause_(clause), field_(field), snapshot_(snapshot), database_(database), budget_(budget) {
  switch (clause.kind) {
    case ClauseKind::word:
      add_word();
      break;
    case ClauseKind::forms:
    case ClauseKind::cased:
    case ClauseKind::phrase: {
      Group& group = groups_.emplace_back();
      for (const std::string& word : clause.words) {
        if (!fits(word)) return;
        const bool cased = clause.kind == ClauseKind::cased;
        group.terms.push_back(term(cased ? case_term(field, word) : exact_term(field, word)));
      }
      break;
    }
    case ClauseKind::entity:
      groups_.push_back({nullptr,
                         {term(mention_term(field, clause.entity)),
                          term(mention_end_term(field, clause.entity))}});
      break;
    default:
      for (const Clause& child : clause.children) {
        children_.emplace_back(child, field, snapshot, database, budget);
      }
  }
}

const std::vector<std::uint32_t>& ClauseSpans::documents() {
  if (!documents_) documents_ = find_documents();
  return *documents_;
}

std::vector<std::uint32_t> ClauseSpans::find_documents() {
  std::vector<std::uint32_t> found;
  for (ClauseSpans& child : children_) found = unite(found, child.documents());
  const bool all_needed = clause_.kind == ClauseKind::phrase || clause_.kind == ClauseKind::entity;
  for (const Group& group : groups_) {
    for (std::size_t i = 0; i < group.terms.size(); ++i) {
      const auto& documents = group.terms[i].postings->documents;
      if (all_needed && i > 0) {
        found = intersect(found, documents);
      } else {
        found =
            unite(found, group.within ? intersect(documents, group.within->documents) : documents);
      }
    }
  }
  return found;
}

ClauseSpans::Term ClauseSpans::term(std::string text) const {
  PostingsPointer postings = snapshot_.postings().get(database_, text);
  return {std::move(text), std::move(postings)};
}

/// Exactly the word, or the forms of its stem in each language: an article holds the stems of its
/// own language alone.
void ClauseSpans::add_word() {
  const std::string& word = clause_.words.front();
  if (!fits(word)) return;
  if (clause_.exact) {
    groups_.push_back({nullptr, {term(exact_term(field_, word))}});
    return;
  }
  thread_local Stemmer stemmer;
  for (const std::string& language : snapshot_.stem_languages()) {
    const std::string stem = stemmer.stem(language, word);
    Group group{snapshot_.postings().get(database_, stem_term(field_, language, stem)), {}};
    if (group.within->documents.empty()) continue;
    for (const std::string& form : snapshot_.words().forms(language, stem)) {
      group.terms.push_back(term(exact_term(field_, form)));
    }
    groups_.push_back(std::move(group));
  }
}

std::vector<std::uint32_t> ClauseSpans::positions(std::uint32_t document, const Term& term) {
  budget_.spend_one();
  return {database_.positionlist_begin(document, term.text),
          database_.positionlist_end(document, term.text)};
}

Spans ClauseSpans::in(std::uint32_t document) {
  if (clause_.kind == ClauseKind::phrase) return phrase_in(document);
  if (clause_.kind == ClauseKind::entity) return mentions_in(document);
  if (children_.empty()) return words_in(document);
  std::vector<Spans> alternatives;
  for (ClauseSpans& child : children_) alternatives.push_back(child.in(document));
  return unite_spans(alternatives);
}

Spans ClauseSpans::words_in(std::uint32_t document) {
  std::vector<Spans> alternatives;
  for (const Group& group : groups_) {
    if (group.within && !holds(*group.within, document)) continue;
    for (const Term& term : group.terms) {
      if (!holds(*term.postings, document)) continue;
      Spans& spans = alternatives.emplace_back();
      for (const std::uint32_t position : positions(document, term)) {
        spans.push_back({position, position});
      }
    }
  }
  return alternatives.size() == 1 ? std::move(alternatives.front()) : unite_spans(alternatives);
}

Spans ClauseSpans::phrase_in(std::uint32_t document) {
  if (groups_.empty() || groups_.front().terms.size() != clause_.words.size()) return {};
  const std::vector<Term>& terms = groups_.front().terms;
  for (const Term& term : terms) {
    if (!holds(*term.postings, document)) return {};
  }
  // Starts at which all words so far stand; the lists of later words are read while there are any.
  std::vector<std::uint32_t> starts = positions(document, terms.front());
  for (std::size_t i = 1; i < terms.size() && !starts.empty(); ++i) {
    const std::vector<std::uint32_t> places = positions(document, terms[i]);
    std::erase_if(starts, [&](std::uint32_t start) {
      return !std::binary_search(places.begin(), places.end(),
                                 start + static_cast<std::uint32_t>(i));
    });
  }
  Spans spans;
  const auto last = static_cast<std::uint32_t>(terms.size()) - 1;
  for (const std::uint32_t start : starts) spans.push_back({start, start + last});
  return spans;
}

Spans ClauseSpans::mentions_in(std::uint32_t document) {
  const std::vector<Term>& terms = groups_.front().terms;
  if (!holds(*terms.front().postings, document)) return {};
  const auto begins = positions(document, terms.front());
  const auto ends = positions(document, terms.back());
  // Mentions do not overlap, so the ends follow the beginnings one by one.
  Spans spans;
  for (std::size_t i = 0; i < begins.size() && i < ends.size(); ++i) {
    spans.push_back({begins[i], ends[i]});
  }
  return spans;
}

}  // namespace techpolicy
