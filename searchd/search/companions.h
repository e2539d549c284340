// Who is named with whom: the entities that stand in the same articles and sentences as one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "searchd/search/search_request.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

class Snapshot;

/// How strong a companion is. With p the share of the articles searched that name something:
/// lift = p(both) / (p(one) p(other)); npmi = ln(lift) / -ln(p(both)), from -1 to 1 (Bouma 2009,
/// "Normalized (pointwise) mutual information in collocation extraction").
enum class CompanionMeasure { count, npmi, lift };

inline constexpr unsigned kMaxCompanions = 100;
/// By npmi and lift: fewer articles together are an accident.
inline constexpr std::uint64_t kLeastTogether = 2;
/// Articles whose sentences are counted; of more, as many spread evenly over all.
inline constexpr std::size_t kArticlesReadForSentences = 4000;

struct CompanionsRequest {
  EntityKey entity;
  std::optional<Facet> with;  ///< Companions of this type only.
  CompanionMeasure measure = CompanionMeasure::npmi;
  unsigned limit = 20;
  SearchRequest search;  ///< The articles to look at; its paging, sort and roll-up do not matter.
};

struct Companion {
  EntityKey key;
  std::string name;
  std::uint64_t articles = 0;   ///< Of those searched, that name it.
  std::uint64_t together = 0;   ///< That name both.
  std::uint64_t sentences = 0;  ///< That name both, in the articles read.
  double lift = 0;
  double npmi = 0;
  std::optional<PartialDate> first_date;  ///< Of the articles that name both.
  std::optional<PartialDate> last_date;
};

/// Two companions, by their places in the list.
struct CompanionPair {
  std::size_t a = 0;
  std::size_t b = 0;
  std::uint64_t together = 0;  ///< Articles that name the entity and both.
};

struct CompanionsResult {
  EntityRef entity;
  std::uint64_t searched = 0;         ///< Articles of the search.
  std::uint64_t articles = 0;         ///< Of these, that name the entity.
  std::uint64_t read = 0;             ///< Of these, those in which sentences were counted.
  std::vector<Companion> companions;  ///< Strongest first.
  std::vector<CompanionPair> pairs;
  IndexInfo index;
};

/// In the order of CompanionMeasure.
[[nodiscard]] const std::vector<std::string_view>& measure_names();

/// nullopt where neither gazetteer nor articles have the entity. Throws BadRequest for the search.
[[nodiscard]] std::optional<CompanionsResult> find_companions(const CompanionsRequest& request,
                                                              const Snapshot& snapshot,
                                                              Xapian::Database& database);

}  // namespace techpolicy
