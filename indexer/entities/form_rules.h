// May these tokens be read as this name? Rules of spacing and case, for texts and for queries.
#pragma once

#include <cstddef>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/alias_trie.h"

namespace techpolicy {

/// Tokens that spell a name when case and spacing are ignored.
struct NamePlace {
  const TextAnalysis& text;
  const Vocabulary& vocabulary;
  std::size_t first = 0;
  std::size_t last = 0;  ///< Included.
  bool plural = false;   ///< The last token has an "s" that the name has not.

  [[nodiscard]] const Token& first_token() const { return text.tokens[first]; }
  [[nodiscard]] const Token& last_token() const { return text.tokens[last]; }
};

using FormTest = bool (*)(const NameForm&, const NamePlace&);

/// What stands between the tokens fits: "SK-Hynix" is "SK Hynix", "at T" is no "AT&T".
[[nodiscard]] bool spacing_fits(const NameForm& form, const NamePlace& place);

/// For texts: an entity's form by spacing, case and script; a blocker by spacing.
[[nodiscard]] bool fits_in_text(const NameForm& form, const NamePlace& place);

/// For queries, where people type in lower case.
[[nodiscard]] bool fits_in_query(const NameForm& form, const NamePlace& place);

/// The place is written exactly as the form, up to a final full stop and the plural.
[[nodiscard]] bool is_written_as(const NameForm& form, const NamePlace& place);

/// How sure the form is here: in a line of capitals "US" may be the word "us".
[[nodiscard]] Ambiguity ambiguity_at(const NameForm& form, const NamePlace& place);

}  // namespace techpolicy
