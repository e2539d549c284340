#include "searchd/search/clause_spans.h"

#include <algorithm>
#include <iterator>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/document_sets.h"

namespace techpolicy {
namespace {

std::size_t count_common(const DocumentSet& a, const DocumentSet& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const bool same = a[i] == b[j];
    const bool forward = a[i] < b[j];
    count += same ? 1 : 0;
    i += same || forward ? 1 : 0;
    j += same || !forward ? 1 : 0;
  }
  return count;
}

bool holds(const Postings& postings, std::uint32_t document) {
  return std::binary_search(postings.documents.begin(), postings.documents.end(), document);
}

}  // namespace

Field positioned_field(Field field) { return field == Field::lead ? Field::body : field; }

void PositionBudget::spend(std::size_t lists) {
  require(lists);
  spent_ += lists;
}

void PositionBudget::require(std::size_t lists) const {
  if (spent_ + lists <= lists_) return;
  throw BadRequest(
      {{"q",
        "too_costly",
        "The words beside each other are so common that more than " + std::to_string(lists_) +
            " lists of their places would have to be read. Add a rarer word.",
        {},
        {},
        ""}});
}

ClauseSpans::ClauseSpans(const Clause& clause, Field field, const Snapshot& snapshot,
                         Xapian::Database& database, PositionBudget& budget)
    : clause_(clause),
      field_(field),
      positioned_(positioned_field(field)),
      snapshot_(snapshot),
      database_(database),
      budget_(budget) {
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
        group.terms.push_back(
            term(cased ? case_term(positioned_, word) : exact_term(positioned_, word)));
      }
      break;
    }
    case ClauseKind::entity:
      groups_.push_back({nullptr,
                         {term(mention_term(positioned_, clause.entity)),
                          term(mention_end_term(positioned_, clause.entity))},
                         {}});
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
  for (std::size_t i = 0; i < children_.size(); ++i) {
    const bool both = clause_.kind == ClauseKind::sequence && i > 0;
    const auto& documents = children_[i].documents();
    found = both ? intersect(found, documents) : unite(found, documents);
  }
  const bool all_needed = clause_.kind == ClauseKind::phrase || clause_.kind == ClauseKind::entity;
  for (const Group& group : groups_) {
    const DocumentSet documents = all_needed ? holding_all(group) : holding_any(group);
    found = unite(found, documents);
  }
  return found;
}

std::vector<std::uint32_t> ClauseSpans::holding_all(const Group& group) {
  std::vector<std::uint32_t> documents;
  for (std::size_t i = 0; i < group.terms.size(); ++i) {
    const auto& holding = group.terms[i].postings->documents;
    documents = i == 0 ? holding : intersect(documents, holding);
  }
  return documents;
}

std::vector<std::uint32_t> ClauseSpans::holding_any(const Group& group) {
  std::vector<const DocumentSet*> sets;
  for (const Term& term : group.terms) sets.push_back(&term.postings->documents);
  const DocumentSet documents = unite(sets);
  return group.within ? intersect(documents, group.within->documents) : documents;
}

/// Each term is looked for in its postings; where terms are many, as those of a pattern are, all
/// postings are turned round first.
const std::vector<const ClauseSpans::Term*>& ClauseSpans::terms_in(Group& group,
                                                                   std::uint32_t document) {
  constexpr std::size_t kFew = 8;
  terms_.clear();
  if (group.within && !holds(*group.within, document)) return terms_;
  if (group.terms.size() <= kFew) {
    for (const Term& term : group.terms) {
      if (holds(*term.postings, document)) terms_.push_back(&term);
    }
    return terms_;
  }
  if (group.held.empty()) {
    for (std::uint32_t i = 0; i < group.terms.size(); ++i) {
      for (const std::uint32_t holding : group.terms[i].postings->documents) {
        group.held.push_back({holding, i});
      }
    }
    std::sort(group.held.begin(), group.held.end());
  }
  auto held = std::lower_bound(group.held.begin(), group.held.end(), std::pair(document, 0U));
  for (; held != group.held.end() && held->first == document; ++held) {
    terms_.push_back(&group.terms[held->second]);
  }
  return terms_;
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
    groups_.push_back({nullptr, {term(exact_term(positioned_, word))}, {}});
    return;
  }
  thread_local Stemmer stemmer;
  for (const std::string& language : snapshot_.stem_languages()) {
    const std::string stem = stemmer.stem(language, word);
    Group group{snapshot_.postings().get(database_, stem_term(field_, language, stem)), {}, {}};
    if (group.within->documents.empty()) continue;
    for (const std::string& form : snapshot_.words().forms(language, stem)) {
      group.terms.push_back(term(exact_term(positioned_, form)));
    }
    groups_.push_back(std::move(group));
  }
  if (clause_.glossary) {
    groups_.push_back({nullptr, {term(gloss_term(positioned_, stemmer.stem("en", word)))}, {}});
  }
}

void ClauseSpans::read(std::uint32_t document, const Term& term, Positions& positions) {
  budget_.spend(1);
  positions.assign(database_.positionlist_begin(document, term.text),
                   database_.positionlist_end(document, term.text));
}

std::size_t ClauseSpans::least_lists(const std::vector<std::uint32_t>& documents) const {
  if (clause_.kind == ClauseKind::sequence) return children_.front().least_lists(documents);
  if (clause_.kind == ClauseKind::phrase || clause_.kind == ClauseKind::entity) {
    return groups_.empty() ? 0 : documents.size();
  }
  std::size_t lists = 0;
  for (const ClauseSpans& child : children_) lists += child.least_lists(documents);
  for (const Group& group : groups_) {
    const DocumentSet within =
        group.within ? intersect(documents, group.within->documents) : documents;
    for (const Term& term : group.terms) lists += count_common(within, term.postings->documents);
  }
  return lists;
}

bool ClauseSpans::is_certain() const {
  return clause_.kind != ClauseKind::phrase && clause_.kind != ClauseKind::sequence &&
         std::ranges::all_of(children_, &ClauseSpans::is_certain);
}

Spans ClauseSpans::in(std::uint32_t document) {
  if (clause_.kind == ClauseKind::phrase) return phrase_in(document);
  if (clause_.kind == ClauseKind::entity) return mentions_in(document);
  if (clause_.kind == ClauseKind::sequence) return sequence_in(document);
  if (children_.empty()) return words_in(document);
  std::vector<Spans> alternatives;
  for (ClauseSpans& child : children_) alternatives.push_back(child.in(document));
  return unite_spans(alternatives);
}

Spans ClauseSpans::words_in(std::uint32_t document) {
  Spans spans;
  std::size_t lists = 0;
  for (Group& group : groups_) {
    for (const Term* term : terms_in(group, document)) {
      read(document, *term, places_);
      for (const std::uint32_t position : places_) spans.push_back({position, position});
      ++lists;
    }
  }
  return lists < 2 ? spans : unite_spans({&spans, 1});
}

Spans ClauseSpans::phrase_in(std::uint32_t document) {
  if (groups_.empty() || groups_.front().terms.size() != clause_.words.size()) return {};
  const std::vector<Term>& terms = groups_.front().terms;
  for (const Term& term : terms) {
    if (!holds(*term.postings, document)) return {};
  }
  // Starts at which all words so far stand; the lists of later words are read while there are any.
  read(document, terms.front(), starts_);
  for (std::uint32_t i = 1; i < terms.size() && !starts_.empty(); ++i) {
    read(document, terms[i], places_);
    auto place = places_.begin();
    std::erase_if(starts_, [&](std::uint32_t start) {
      while (place != places_.end() && *place < start + i) ++place;
      return place == places_.end() || *place != start + i;
    });
  }
  Spans spans;
  const auto last = static_cast<std::uint32_t>(terms.size()) - 1;
  for (const std::uint32_t start : starts_) spans.push_back({start, start + last});
  return spans;
}

Spans ClauseSpans::sequence_in(std::uint32_t document) {
  Spans spans = children_.front().in(document);
  for (std::size_t i = 1; i < children_.size() && !spans.empty(); ++i) {
    spans = joined_spans(spans, children_[i].in(document));
  }
  return spans;
}

Spans ClauseSpans::mentions_in(std::uint32_t document) {
  const std::vector<Term>& terms = groups_.front().terms;
  if (!holds(*terms.front().postings, document)) return {};
  read(document, terms.front(), starts_);
  read(document, terms.back(), places_);
  // Mentions do not overlap, so the ends follow the beginnings one by one.
  Spans spans;
  for (std::size_t i = 0; i < starts_.size() && i < places_.size(); ++i) {
    spans.push_back({starts_[i], places_[i]});
  }
  return spans;
}

}  // namespace techpolicy
