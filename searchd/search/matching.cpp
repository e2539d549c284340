#include "searchd/search/matching.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/analysis/stemmer.h"
#include "indexer/schema/terms.h"
#include "searchd/search/clause_key.h"
#include "searchd/search/phrase_documents.h"

namespace techpolicy {
namespace {

constexpr std::array kPositionFields = {Field::title, Field::body};

bool is_leaf(ClauseKind kind) {
  return kind == ClauseKind::word || kind == ClauseKind::phrase || kind == ClauseKind::sequence ||
         kind == ClauseKind::entity || kind == ClauseKind::forms || kind == ClauseKind::cased;
}

/// Found by looking at places. Mentions have no terms of their own in leads.
bool is_placed(const Clause& clause) {
  return clause.kind == ClauseKind::phrase || clause.kind == ClauseKind::sequence ||
         clause.kind == ClauseKind::proximity || clause.kind == ClauseKind::at_least ||
         (clause.kind == ClauseKind::entity && clause.field == Field::lead);
}

/// The fields a clause without one is looked for in.
std::vector<Field> fields_of(const Clause& clause) {
  if (clause.field) return {*clause.field};
  return {kPositionFields.begin(), kPositionFields.end()};
}

}  // namespace

bool needs_places(const Clause& clause) {
  return is_placed(clause) ||
         std::any_of(clause.children.begin(), clause.children.end(), needs_places);
}

std::vector<Matching::PostingsPointer> Matching::field_postings(const Clause& clause, Field field,
                                                                const DocumentSet* within) {
  std::vector<PostingsPointer> postings;
  const auto get = [&](const std::string& term) {
    postings.push_back(snapshot_.postings().get(database_, term));
  };
  if (is_placed(clause)) {
    const auto& found = placed(clause, field, within).found;
    postings.emplace_back(found, &found->found);
  } else if (clause.kind == ClauseKind::entity) {
    get(mention_term(field, clause.entity));
  } else if (!std::all_of(clause.words.begin(), clause.words.end(), fits)) {
    return postings;
  } else if (clause.kind == ClauseKind::cased) {
    get(case_term(field, clause.words.front()));
  } else if (clause.exact || clause.kind == ClauseKind::forms) {
    for (const std::string& word : clause.words) get(exact_term(field, word));
  } else {
    thread_local Stemmer stemmer;
    for (const std::string& language : snapshot_.stem_languages()) {
      get(stem_term(field, language, stemmer.stem(language, clause.words.front())));
    }
    if (clause.glossary) get(gloss_term(field, stemmer.stem("en", clause.words.front())));
  }
  return postings;
}

TextUnits Matching::units(const Clause& clause, std::uint32_t document, Field field) {
  TextUnits units;
  const auto read = [&](const std::string& term) -> std::vector<std::uint32_t> {
    budget_.spend(1);
    return {database_.positionlist_begin(document, term),
            database_.positionlist_end(document, term)};
  };
  for (const Proximity& link : clause.links) {
    if (link.nearness == Nearness::sentence && units.sentences.empty()) {
      units.sentences = read(sentence_term(field));
    }
    if (link.nearness == Nearness::paragraph && units.paragraphs.empty() && field == Field::body) {
      units.paragraphs = read(paragraph_term());
    }
  }
  return units;
}

/// Of a phrase its occurrences, of a chain those of its last part, of what is counted the count.
std::uint32_t Matching::count_places(const Clause& clause, std::vector<ClauseSpans>& operands,
                                     std::uint32_t document, Field field) {
  std::vector<Spans> spans;
  for (ClauseSpans& operand : operands) {
    Spans& found = spans.emplace_back(operand.in(document));
    if (field == Field::lead) {
      const std::uint32_t end = snapshot_.columns().lead_end(document);
      std::erase_if(found, [&](const Span& span) { return span.end >= end; });
    }
    if (found.empty()) return 0;
  }
  if (clause.kind == ClauseKind::proximity) {
    spans = linked_spans(std::move(spans), clause.links,
                         units(clause, document, positioned_field(field)));
  }
  return clause.kind == ClauseKind::at_least ? count_apart(spans.back())
                                             : static_cast<std::uint32_t>(spans.back().size());
}

std::vector<ClauseSpans> Matching::operands_of(const Clause& clause, Field field) {
  std::vector<ClauseSpans> operands;
  if (is_leaf(clause.kind)) {
    operands.emplace_back(clause, field, snapshot_, database_, budget_);
  } else {
    for (const Clause& child : clause.children) {
      operands.emplace_back(child, field, snapshot_, database_, budget_);
    }
  }
  return operands;
}

/// Scores ask for more documents than matching did: those are looked at then.
const Matching::Placed& Matching::placed(const Clause& clause, Field field,
                                         const DocumentSet* within) {
  const auto [place, fresh] = placed_.try_emplace({&clause, field});
  Placed& known = place->second;
  std::vector<ClauseSpans> operands;
  if (fresh) {
    operands = operands_of(clause, field);
    known.candidates = operands.front().documents();
    for (ClauseSpans& operand : operands) {
      known.candidates = intersect(known.candidates, operand.documents());
    }
  }
  const DocumentSet wanted =
      within == nullptr ? known.candidates : intersect(known.candidates, *within);
  const DocumentSet missing = known.found ? subtract(wanted, known.found->looked_at) : wanted;
  if (known.found && missing.empty()) return known;
  const std::string key = place_key(clause, field);
  auto found = snapshot_.places().find(key, wanted);
  if (!found) {
    if (operands.empty()) operands = operands_of(clause, field);
    found = look_at(clause, operands, missing, field);
    if (known.found) found = joined(*known.found, *found);
    snapshot_.places().keep(key, found);
  }
  known.found = std::move(found);
  return known;
}

std::shared_ptr<const PlacedPostings> Matching::look_at(const Clause& clause,
                                                        std::vector<ClauseSpans>& operands,
                                                        DocumentSet documents, Field field) {
  auto placed = std::make_shared<PlacedPostings>();
  const DocumentSet hopeful =
      clause.kind == ClauseKind::phrase ? may_hold_phrase(clause, documents, field) : documents;
  budget_.require(least_lists(clause, operands, hopeful, field));
  for (const std::uint32_t document : hopeful) {
    if (const std::uint32_t count = count_places(clause, operands, document, field)) {
      placed->found.documents.push_back(document);
      placed->found.counts.push_back(count);
    }
  }
  placed->looked_at = std::move(documents);
  return placed;
}

/// Position lists that will be read: a query that will be refused is refused before it has cost
/// anything.
std::size_t Matching::least_lists(const Clause& clause, const std::vector<ClauseSpans>& operands,
                                  const DocumentSet& documents, Field field) {
  std::size_t lists = 0;
  for (const ClauseSpans& operand : operands) {
    lists += operand.least_lists(documents);
    if (field == Field::lead || !operand.is_certain()) return lists;
  }
  const auto links_by = [&](Nearness nearness) {
    return std::ranges::any_of(clause.links,
                               [&](const Proximity& link) { return link.nearness == nearness; });
  };
  if (links_by(Nearness::sentence)) lists += documents.size();
  if (links_by(Nearness::paragraph) && field == Field::body) lists += documents.size();
  return lists;
}

/// Documents that hold a phrase, and maybe others of those that are asked about.
DocumentSet Matching::may_hold_phrase(const Clause& clause, const DocumentSet& documents,
                                      Field field) {
  // Below this the matcher, which looks at the whole index, would have more to do.
  constexpr std::size_t kLeastShare = 8;
  const std::size_t candidates = placed_.at({&clause, field}).candidates.size();
  if (documents.size() < candidates / kLeastShare) return documents;
  budget_.spend(candidates * clause.words.size() / kMatcherReadsFaster);
  std::vector<std::string> terms;
  for (const std::string& word : clause.words) {
    terms.push_back(exact_term(positioned_field(field), word));
  }
  return intersect(documents, phrase_documents(database_, terms));
}

DocumentSet Matching::documents_of(const Clause& clause, const DocumentSet* within) {
  std::vector<PostingsPointer> postings;
  for (const Field field : fields_of(clause)) {
    for (PostingsPointer& found : field_postings(clause, field, within)) {
      postings.push_back(std::move(found));
    }
  }
  std::vector<const DocumentSet*> sets;
  for (const PostingsPointer& found : postings) sets.push_back(&found->documents);
  DocumentSet documents = unite(sets);
  if (!is_placed(clause)) frequencies_[&clause] = documents.size();
  return documents;
}

/// For weights. Of a phrase the documents that hold its words: known without looking at places, and
/// the same whatever stands beside the phrase.
std::size_t Matching::document_frequency(const Clause& clause, const DocumentSet& within) {
  if (!is_placed(clause)) {
    const auto known = frequencies_.find(&clause);
    return known != frequencies_.end() ? known->second : documents_of(clause, nullptr).size();
  }
  std::size_t frequency = 0;
  for (const Field field : fields_of(clause)) {
    frequency = std::max(frequency, placed(clause, field, &within).candidates.size());
  }
  return frequency;
}

DocumentSet Matching::at_least(const Clause& clause, const DocumentSet* within) {
  std::map<std::uint32_t, std::uint32_t> counts;
  for (const Field field : fields_of(clause)) {
    const Postings& postings = placed(clause, field, within).found->found;
    for (std::size_t i = 0; i < postings.documents.size(); ++i) {
      counts[postings.documents[i]] += postings.counts[i];
    }
  }
  DocumentSet documents;
  for (const auto& [document, count] : counts) {
    if (count >= clause.number) documents.push_back(document);
  }
  return documents;
}

DocumentSet Matching::all_documents() { return snapshot_.postings().get(database_, "")->documents; }

DocumentSet Matching::dated(const Clause& clause) {
  const DayRange range(clause.from, clause.to);
  const FacetColumns& columns = snapshot_.columns();
  DocumentSet documents;
  for (const std::uint32_t document : all_documents()) {
    const bool fits = columns.is_within(document, range) ||
                      (doubtful_dates_fit_ && columns.may_be_within(document, range));
    if (fits) documents.push_back(document);
  }
  return documents;
}

DocumentSet Matching::about(const Clause& clause) {
  const EntityKey& key = clause.entity;
  const std::optional<std::uint32_t> ordinal = snapshot_.columns().ordinal(key.type, key.id);
  if (!ordinal) return {};
  DocumentSet documents =
      snapshot_.postings().get(database_, facet_term(key.type, key.id))->documents;
  std::erase_if(documents, [&](std::uint32_t document) {
    const auto values = snapshot_.columns().values(key.type, document);
    const auto about = snapshot_.columns().about(key.type, document);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] == *ordinal) return about[i] == 0;
    }
    return true;
  });
  return documents;
}

DocumentSet Matching::matches(const Clause& clause) {
  if (!needs_places(clause)) return matches(clause, nullptr);
  const std::string key = clause_key(clause);
  if (const auto kept = snapshot_.postings().kept(key)) return kept->documents;
  DocumentSet documents = matches(clause, nullptr);
  snapshot_.postings().keep(key, std::make_shared<Postings>(Postings{documents, {}}));
  return documents;
}

DocumentSet Matching::matches_if_dated(const Clause& clause) {
  doubtful_dates_fit_ = true;
  DocumentSet documents = matches(clause, nullptr);
  doubtful_dates_fit_ = false;
  return documents;
}

DocumentSet Matching::excluding(DocumentSet documents, const Clause& negation) {
  const bool outside = std::exchange(doubtful_dates_fit_, false);
  documents = subtract(documents, matches(negation.children.front(), &documents));
  doubtful_dates_fit_ = outside;
  return documents;
}

/// Required parts first, what needs places last, then what is excluded.
DocumentSet Matching::conjunction(const Clause& clause, const DocumentSet* within) {
  std::vector<DocumentSet> wanted;
  for (const Clause& child : clause.children) {
    if (child.kind == ClauseKind::negation || needs_places(child)) continue;
    wanted.push_back(matches(child, within));
  }
  if (within != nullptr) wanted.push_back(*within);
  std::sort(wanted.begin(), wanted.end(),
            [](const auto& a, const auto& b) { return a.size() < b.size(); });
  std::optional<DocumentSet> documents;
  for (DocumentSet& set : wanted) {
    documents = documents ? intersect(*documents, set) : std::move(set);
  }
  for (const Clause& child : clause.children) {
    if (child.kind == ClauseKind::negation || !needs_places(child)) continue;
    DocumentSet found = matches(child, documents ? &*documents : nullptr);
    documents = documents ? intersect(*documents, found) : std::move(found);
  }
  if (!documents) documents = all_documents();
  for (const Clause& child : clause.children) {
    if (child.kind == ClauseKind::negation) documents = excluding(std::move(*documents), child);
  }
  return std::move(*documents);
}

DocumentSet Matching::any_of(const Clause& clause, const DocumentSet* within) {
  std::vector<DocumentSet> found;
  for (const Clause& child : clause.children) found.push_back(matches(child, within));
  std::vector<const DocumentSet*> sets;
  for (const DocumentSet& set : found) sets.push_back(&set);
  return unite(sets);
}

DocumentSet Matching::matches(const Clause& clause, const DocumentSet* within) {
  switch (clause.kind) {
    case ClauseKind::everything:
      return all_documents();
    case ClauseKind::nothing:
      return {};
    case ClauseKind::word:
    case ClauseKind::forms:
    case ClauseKind::cased:
    case ClauseKind::phrase:
    case ClauseKind::sequence:
    case ClauseKind::entity:
    case ClauseKind::proximity:
      return documents_of(clause, within);
    case ClauseKind::at_least:
      return at_least(clause, within);
    case ClauseKind::term:
      if (!fits(clause.term)) return {};
      return snapshot_.postings().get(database_, clause.term)->documents;
    case ClauseKind::about:
      return about(clause);
    case ClauseKind::date:
      return dated(clause);
    case ClauseKind::conjunction:
      return conjunction(clause, within);
    case ClauseKind::disjunction:
    case ClauseKind::best:
      return any_of(clause, within);
    case ClauseKind::negation:
      return excluding(within != nullptr ? *within : all_documents(), clause);
    case ClauseKind::preference:
      return matches(clause.children.front(), within);
  }
  return {};
}

}  // namespace techpolicy
