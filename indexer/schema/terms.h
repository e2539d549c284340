// How a term of the index is spelled. No term is spelled anywhere else.
//
// Folded words never begin with an ASCII capital, so a capital begins each prefix (Xapian's habit).
// Terms longer than kMaxTermBytes are not made: the caller drops words for which fits() is false.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/schema/facets.h"
#include "indexer/schema/fields.h"

namespace techpolicy {

/// Xapian's limit is 245 bytes a term, prefix included.
inline constexpr std::size_t kMaxWordBytes = 200;

[[nodiscard]] inline bool fits(std::string_view word) {
  return !word.empty() && word.size() <= kMaxWordBytes;
}

/// The folded word as it stands in the text. In title and body with positions.
[[nodiscard]] std::string exact_term(Field field, std::string_view folded);

/// Whether a term is such a word of the body.
[[nodiscard]] bool is_body_word(std::string_view term);

/// A stem of a language ("en", "fr", ...). Without positions.
[[nodiscard]] std::string stem_term(Field field, std::string_view language, std::string_view stem);

/// A word of what a foreign word means, as an English stem. At the foreign word's positions.
[[nodiscard]] std::string gloss_term(Field field, std::string_view stem);

/// The written form, where it differs from the folded one. Title and body, with positions.
[[nodiscard]] std::string case_term(Field field, std::string_view written);

/// An entity, at the position of its mention's first token. Title and body.
[[nodiscard]] std::string mention_term(Field field, const EntityKey& entity);

/// Whether a term is an entity in the body.
[[nodiscard]] bool is_body_mention(std::string_view term);

/// The same entity, at the position of its mention's last token; no count (wdf 0).
[[nodiscard]] std::string mention_end_term(Field field, const EntityKey& entity);

/// The first token of each sentence. Title and body.
[[nodiscard]] std::string sentence_term(Field field);

/// The first token of each paragraph. Body only.
[[nodiscard]] std::string paragraph_term();

/// A facet value of the article; boolean, no count.
[[nodiscard]] std::string facet_term(Facet facet, std::string_view value);

/// The article's id; boolean, in one document only.
[[nodiscard]] std::string id_term(std::string_view id);

/// A word of the author names, and a word of the URL; folded.
[[nodiscard]] std::string author_term(std::string_view folded);
[[nodiscard]] std::string url_term(std::string_view folded);

}  // namespace techpolicy
