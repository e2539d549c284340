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
  word,      ///< `words[0]`: exact, or by stem.
  forms,     ///< Any of `words`, exactly: what a pattern stands for.
  cased,     ///< `words[0]` as written, not folded.
  phrase,    ///< `words` at neighbouring positions.
  sequence,  ///< Children at neighbouring positions: a phrase with names in it.
  entity,    ///< A mention of `entity`.
  term,      ///< A boolean term (facet value, author, URL, id).
  about,     ///< Mainly about `entity`.
  date,
  conjunction,
  disjunction,
  best,  ///< Any child; scored by the best of them.
  negation,
  preference,
  proximity,  ///< All children, near each other as `links` say.
  at_least,   ///< children[0] at `number` places or more, title and body together.
};

struct Clause {
  ClauseKind kind = ClauseKind::everything;
  std::vector<std::string> words;  ///< Folded.
  bool exact = false;
  bool glossary = false;       ///< Of a word: foreign words that mean it match too.
  std::optional<Field> field;  ///< Without: title or body. Of proximity: that of all children.
  EntityKey entity;            ///< entity; of a term that stands for one too.
  std::string term;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  std::uint32_t number = 0;      ///< at_least.
  std::vector<Proximity> links;  ///< proximity: one fewer than children.
  std::vector<Clause> children;
  std::size_t begin = 0;  ///< Code points [begin, end) of the query that it stands for.
  std::size_t end = 0;
};

struct ResolvedQuery {
  Clause clause;
  std::vector<EntityRef> also;     ///< Entities that words were widened to.
  std::vector<EntityRef> offered;  ///< Entities that ambiguous words may mean.
  std::vector<Expansion> expansions;
  std::vector<SearchWarning> warnings;
  bool has_words = false;  ///< Something to rank by.
};

/// Throws BadRequest for an entity that does not exist, with the nearest. `aliases` false: words
/// stay words.
[[nodiscard]] ResolvedQuery resolve_query(const QueryNode& query, const Snapshot& snapshot,
                                          bool aliases);

}  // namespace techpolicy
