// "Huang" after "Jensen Huang": a surname alone, where the article names one such person in full.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/entities/name_scan.h"

namespace techpolicy {

/// A free token that means a person by surname.
struct SurnamePlace {
  std::size_t token = 0;
  EntityIndex entity = 0;
};

class Surnames {
 public:
  explicit Surnames(const MatcherTables& tables) : tables_(tables) {}

  /// A person found in the article by name.
  void add(EntityIndex entity);

  /// Surnames among the tokens that no name covers, in order.
  [[nodiscard]] std::vector<SurnamePlace> find(const TextAnalysis& text,
                                               const NameScan& scan) const;

 private:
  const MatcherTables& tables_;
  std::unordered_map<std::string, std::vector<EntityIndex>> people_;  ///< By folded surname.
};

}  // namespace techpolicy
