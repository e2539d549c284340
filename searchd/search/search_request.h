// A search as asked for, by page or by API: one grammar of parameters for both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/schema/facets.h"
#include "indexer/schema/partial_date.h"
#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"

namespace techpolicy {

/// Names and decoded values, in the order of the URL.
using Parameters = std::vector<std::pair<std::string, std::string>>;

enum class Sort { relevance, lexical, newest, oldest, added };

struct FacetFilter {
  std::vector<std::string> any;  ///< Chosen values: one of them, or all where `all` is set. Sorted.
  std::vector<std::string> none;  ///< Excluded values. Sorted.
  bool all = false;               ///< facet_op: every chosen value must be there.
  /// The article must be mainly about one of them, or each where `all` is set. Sorted.
  std::vector<std::string> about = {};

  [[nodiscard]] bool empty() const { return any.empty() && none.empty() && about.empty(); }
  friend bool operator==(const FacetFilter&, const FacetFilter&) = default;
};

/// Whether a child (Instagram) counts for its parent (Meta) in filters and facet counts.
enum class RollUpTo { none, parent };

/// Whether the copies of a story stand as one hit, or each by itself.
enum class Collapse { duplicates, none };

/// What facets count.
enum class CountOf { articles, stories };

inline constexpr unsigned kMaxResultDepth = 10000;
inline constexpr unsigned kMaxPerPage = 100;

struct SearchRequest {
  std::string q;
  QueryOptions options;
  bool aliases = true;  ///< `aliases=0`: only the words typed.
  std::array<FacetFilter, kFacetCount> filters;
  RollUpTo roll_up = RollUpTo::none;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  std::optional<std::uint64_t> since;  ///< Only articles of a higher sequence.
  std::optional<Sort> sort;            ///< Absent: relevance with words in q, else newest.
  unsigned page = 1;
  unsigned per_page = 10;
  std::string cursor;             ///< Keyset position; then `page` is 1.
  std::vector<Facet> facets;      ///< To count.
  bool facets_by_default = true;  ///< No `facet` was given: query_string() leaves `facets` out.
  unsigned facet_limit = 10;
  Collapse collapse = Collapse::duplicates;
  CountOf count = CountOf::articles;
  bool highlight = true;
  bool explain = false;
  std::vector<std::string> fields;  ///< Of hits, in the JSON answer; empty: all.

  [[nodiscard]] FacetFilter& filter(Facet facet) {
    return filters[static_cast<std::size_t>(facet)];
  }
  [[nodiscard]] const FacetFilter& filter(Facet facet) const {
    return filters[static_cast<std::size_t>(facet)];
  }
  friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

/// What to do with parameters that do not exist: the API refuses them, pages ignore them (shared
/// links carry tracking ones) and say so.
enum class UnknownParameters { refuse, ignore };

struct ParsedSearchRequest {
  SearchRequest request;
  std::vector<std::string> ignored;  ///< Names of parameters that were ignored.
};

/// Throws BadRequest naming every faulty parameter. Empty values count as absent. `default_facets`
/// are counted where no `facet` is given. The grammar of q is parse_query()'s to check, and whether
/// entities and `fields` exist is checked where they are known.
[[nodiscard]] ParsedSearchRequest parse_search_request(const Parameters& parameters,
                                                       UnknownParameters unknown,
                                                       const std::vector<Facet>& default_facets);

/// The shortest query string that parses to the same request, parameters in a fixed order, encoded,
/// without
/// "?"; empty for the default request.
[[nodiscard]] std::string query_string(const SearchRequest& request);

[[nodiscard]] std::string_view sort_name(Sort sort);

/// The nearest name to what was typed, within two edits or a third of its length; empty where none
/// is near.
[[nodiscard]] std::string_view nearest_name(std::string_view typed,
                                            const std::vector<std::string_view>& names);

/// Percent-encoding for a query string (space as "+").
[[nodiscard]] std::string url_encode(std::string_view text);

}  // namespace techpolicy
