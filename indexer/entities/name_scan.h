// Finds where names of the gazetteer may stand in a text, before anything is decided about them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/entities/form_rules.h"
#include "indexer/entities/matcher_tables.h"

namespace techpolicy {

/// Tokens that one or several entities' names fit.
struct Candidate {
  std::size_t first = 0;
  std::size_t last = 0;                ///< Included.
  bool plural = false;                 ///< Of the last token.
  std::vector<const NameForm*> forms;  ///< Never empty.
};

struct TickerPlace {
  std::size_t token = 0;
  EntityIndex entity = 0;
};

enum class Cover : unsigned char {
  free,
  named,    ///< Part of a candidate or a ticker.
  blocked,  ///< Part of a blocker phrase.
};

struct NameScan {
  std::vector<WordId> words;          ///< By token.
  std::vector<Cover> cover;           ///< By token.
  std::vector<Candidate> candidates;  ///< In order, not overlapping.
  std::vector<TickerPlace> tickers;
  std::vector<WordId> surnames;  ///< Names of one word that someone unknown has: "Neil Jordan".
};

/// Longest names first from the left. `fits` decides about spacing and case.
/// The forms belong to `tables`.
[[nodiscard]] NameScan scan_names(const TextAnalysis& text, const MatcherTables& tables,
                                  FormTest fits);

/// $NVDA, NASDAQ:NVDA or <NVDA.O> at a token.
[[nodiscard]] std::optional<EntityIndex> ticker_at(const TextAnalysis& text, std::size_t token,
                                                   const MatcherTables& tables);

}  // namespace techpolicy
