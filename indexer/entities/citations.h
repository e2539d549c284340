// Laws, bills, regulations, orders and cases cited by number: "H.R. 4346", "15 CFR §744.23".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// One citation in its normal form, whatever dots, blanks and signs the text has.
struct Citation {
  std::string label;  ///< "15 CFR 744.23"
  std::string slug;   ///< "15-cfr-744.23"
  std::size_t first_token = 0;
  std::size_t last_token = 0;  ///< Included.
};

/// The citations of a text, in order, none overlapping. Linear.
[[nodiscard]] std::vector<Citation> find_citations(const TextAnalysis& text);

/// The citation that a text is and nothing else: an alias, or what somebody typed.
[[nodiscard]] std::optional<Citation> whole_citation(std::string_view text);

/// Which laws of the gazetteer have an alias that is a citation.
class CitedLaws {
 public:
  explicit CitedLaws(const Gazetteer& gazetteer);

  /// Nothing where no law has it, or several.
  [[nodiscard]] std::optional<EntityIndex> law(const std::string& slug) const;

 private:
  std::unordered_map<std::string, std::vector<EntityIndex>> laws_;  ///< By slug.
};

}  // namespace techpolicy
