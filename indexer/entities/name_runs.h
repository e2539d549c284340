// Capitalised words that stand together and may be one name that the gazetteer lacks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

enum class TokenCover : unsigned char {
  free,
  place,  ///< A place, a region, their people: may be part of a longer name ("Air China Ltd").
  name,   ///< Anything else that the gazetteer holds.
};

/// A title or a body, and what the gazetteer's mentions cover of it.
struct CoveredText {
  CoveredText(const TextAnalysis& analysis, std::span<const Mention> mentions,
              const Gazetteer& gazetteer);

  const TextAnalysis& text;
  std::vector<TokenCover> cover;  ///< By token.
};

/// A place where a name may stand.
struct NameRun {
  const CoveredText* in = nullptr;
  std::size_t first = 0;
  std::size_t whole_first = 0;  ///< Before it doubtful first words: a sentence's start, a place.
  std::size_t last = 0;         ///< Included; without the legal form.
  std::size_t last_form = 0;    ///< The last token of the legal form that follows, else `last`.
  bool beside_known = false;  ///< A name of the gazetteer touches it: perhaps part of a longer one.
  std::string key;            ///< Folded tokens, one blank between.

  [[nodiscard]] const Token& token(std::size_t i) const { return in->text.tokens[i]; }
  [[nodiscard]] std::size_t size() const { return last - first + 1; }
  [[nodiscard]] bool has_legal_form() const { return last_form != last; }
};

/// The folded tokens [first, last] of a text, one blank between.
[[nodiscard]] std::string name_key(const TextAnalysis& text, std::size_t first, std::size_t last);

/// A token that begins with a capital or has one inside ("eBay"), where capitals tell something.
[[nodiscard]] bool is_name_like(const TextAnalysis& text, const Token& token);

/// The runs of a text, in order, none overlapping. Words that only a sentence's start, a post or a
/// title made a neighbour are cut off. Linear.
[[nodiscard]] std::vector<NameRun> find_name_runs(const CoveredText& text,
                                                  const Vocabulary& vocabulary);

}  // namespace techpolicy
