// Names of organisations that the gazetteer lacks, found by strong patterns: a curator's candidates
// and, until one has looked, values of the facets beside the reviewed ones.
#pragma once

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/name_runs.h"

namespace techpolicy {

/// One organisation of an article, and where it stands.
struct UnreviewedName {
  struct Place {
    std::size_t text = 0;  ///< Index into the texts given.
    std::size_t first_token = 0;
    std::size_t last_token = 0;  ///< Included; with the legal form.
  };

  Facet type = Facet::company;
  std::string label;  ///< As written, without the legal form.
  std::string slug;
  double score = 0;                ///< kOrganisationNeeds or more.
  std::vector<Evidence> evidence;  ///< Each pattern once, at its strongest.
  std::vector<Place> places;       ///< Never empty, none overlapping.
};

/// Finds them in the texts of one article. What its patterns show in one place holds for the name
/// wherever else in the article it stands, for its first word alone and for its acronym.
///
/// Immutable; any number of threads.
class UnreviewedNames {
 public:
  UnreviewedNames(const Gazetteer& gazetteer, const Vocabulary& vocabulary);

  /// Never throws on text. Linear but for sorting names.
  [[nodiscard]] std::vector<UnreviewedName> find(std::span<const CoveredText> texts) const;

  /// The name's key is an alias of the gazetteer, which has decided about it already.
  [[nodiscard]] bool is_known(const std::string& key) const { return known_.contains(key); }

 private:
  const Vocabulary& vocabulary_;
  std::unordered_set<std::string> known_;
};

/// "acme-widgets" of "Acme Widgets, Inc.", which somebody typed.
[[nodiscard]] std::string unreviewed_slug_of(std::string_view written);

}  // namespace techpolicy
