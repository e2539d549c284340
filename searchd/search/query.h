// A query as understood: a tree that can be printed, explained and evaluated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/fields.h"
#include "indexer/schema/partial_date.h"

namespace techpolicy {

enum class QueryKind {
  everything,   ///< Empty query: all articles.
  nothing,      ///< Holds no word that could match ("!!!").
  word,         ///< One word: its stem; or its exact form where `exact`.
  phrase,       ///< Words next to each other, exact forms, in one paragraph.
  wildcard,     ///< A word with * (any characters) or ? (one; at the end one or none).
  fuzzy,        ///< Words within `number` edits of the word.
  cased,        ///< caps: the word as written, case and accents included.
  entity,       ///< A name that means a gazetteer entity; children[0] is the words typed.
  facet_value,  ///< company:nvidia, source:..., lang:..., year:...
  about,        ///< about:nvidia, an article mainly about it.
  date,         ///< Published within [from, to].
  author,       ///< A word of the author names.
  url,          ///< A word of the URL.
  id,           ///< One article.
  conjunction,  ///< All children.
  disjunction,  ///< Any child.
  negation,     ///< Not children[0].
  preference,   ///< children[0] must match; the others only add to the score.
  proximity,    ///< All children, each near the next as `links` say, in one paragraph.
  at_least,     ///< children[0] at `number` places or more.
};

enum class Nearness {
  near,       ///< Positions differ by at most `distance`, in either order; neighbours by 1.
  adjacent,   ///< The same, the left one first.
  sentence,   ///< In one sentence.
  paragraph,  ///< In one paragraph.
};

/// How one operand stands to the next.
struct Proximity {
  Nearness nearness = Nearness::near;
  std::uint32_t distance = 0;  ///< near, adjacent: 1 to kMaxDistance.

  friend bool operator==(const Proximity&, const Proximity&) = default;
};

struct QueryNode {
  QueryKind kind = QueryKind::everything;
  std::string text;  ///< As typed: a word, a phrase without its quotes, a facet value, an id.
  std::optional<Field> field;       ///< Only in this field; without: title or body.
  bool exact = false;               ///< word: no stem, no alias.
  EntityKey entity;                 ///< entity, facet_value.
  Facet facet = Facet::company;     ///< facet_value.
  std::optional<PartialDate> from;  ///< date; both included.
  std::optional<PartialDate> to;
  std::size_t begin = 0;  ///< Code points [begin, end) of the query text.
  std::size_t end = 0;
  std::uint32_t number = 0;      ///< fuzzy, at_least.
  std::vector<Proximity> links;  ///< proximity: one fewer than children.
  std::vector<QueryNode> children;
};

/// How words without an operator between them combine.
enum class DefaultOperator { all, any };

/// `plain`: every character is text, nothing is an operator.
enum class QuerySyntax { query, plain };

struct QueryOptions {
  QuerySyntax syntax = QuerySyntax::query;
  DefaultOperator default_operator = DefaultOperator::all;
  DayNumber today = 0;  ///< What date:P3W counts back from; whoever serves people sets it.

  friend bool operator==(const QueryOptions&, const QueryOptions&) = default;
};

inline constexpr std::size_t kMaxQueryCodePoints = 2048;
inline constexpr std::size_t kMaxPlainCodePoints = 4096;
inline constexpr std::size_t kMaxQueryTerms = 64;
inline constexpr std::size_t kMaxQueryDepth = 20;
inline constexpr std::uint32_t kMaxDistance = 100;
inline constexpr std::uint32_t kMaxAtLeast = 1000;
inline constexpr std::size_t kMinWildcardLetters = 2;

/// Text to tree, by grammar alone: no entity nodes yet, facet values as typed. Throws BadRequest
/// with one fault: code, position and a repaired suggestion (which parses, or is empty). Invalid
/// UTF-8 reads as U+FFFD.
///
/// A word is what stands between spaces, quotes, parentheses and separators: one node here may be
/// several tokens ("d'Nvidia", "start-up", any Han text). A quoted text without a space is an exact
/// word. kMaxQueryTerms counts words, not tokens. A tree is at most about 80 nodes deep.
[[nodiscard]] QueryNode parse_query(std::string_view text, const QueryOptions& options);

/// The canonical text of a tree. Parsing it (syntax query, default operator all) gives an equal
/// tree, if the tree came from parse_query() and its text is not longer than a query may be. Entity
/// nodes print the words typed.
[[nodiscard]] std::string print_query(const QueryNode& node);

/// Equal shape and content; `begin` and `end` are not compared.
[[nodiscard]] bool same_query(const QueryNode& a, const QueryNode& b);

}  // namespace techpolicy
