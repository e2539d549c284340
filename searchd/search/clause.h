// A query made ready for one snapshot: words are index words, names are entities, values are ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/fields.h"
#include "searchd/search/query.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

class Snapshot;

enum class ClauseKind {
  everything,
  nothing,
  word,    ///< `words[0]`: exact, or by stem.
  phrase,  ///< `words` at neighbouring positions.
  entity,  ///< A mention of `entity`.
  term,    ///< A boolean term (facet value, author, URL, id).
  date,
  conjunction,
  disjunction,
  best,  ///< Any child; scored by the best of them.
  negation,
  preference,
};

struct Clause {
  ClauseKind kind = ClauseKind::everything;
  std::vector<std::string> words;  ///< Folded.
  bool exact = false;
  std::optional<Field> field;  ///< Without: title or body.
  EntityKey entity;
  std::string term;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  std::vector<Clause> children;
};

struct ResolvedQuery {
  Clause clause;
  std::vector<EntityRef> also;     ///< Entities that words were widened to.
  std::vector<EntityRef> offered;  ///< Entities that ambiguous words may mean.
  std::vector<SearchWarning> warnings;
  bool has_words = false;  ///< Something to rank by.
};

/// Throws BadRequest for an entity that does not exist, with the nearest. `aliases` false: words
/// stay words.
[[nodiscard]] ResolvedQuery resolve_query(const QueryNode& query, const Snapshot& snapshot,
                                          bool aliases);

/// The id of a facet value typed by id, name or alias. Throws BadRequest naming `parameter`.
[[nodiscard]] std::string resolve_facet_value(const Snapshot& snapshot, Facet facet,
                                              const std::string& typed,
                                              const std::string& parameter);

}  // namespace techpolicy
