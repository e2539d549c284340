// How much an article is about an entity that it names.
#pragma once

#include <cstddef>
#include <cstdint>

namespace techpolicy {

/// The mentions of one entity in one article.
struct Presence {
  std::uint32_t mentions = 0;
  double first_place =
      1;  ///< Of the first mention: 0 the title or the start of the text, 1 its end.
};

/// Often, early, and more often than others of its kind:
///
///   1.2 ln(1 + mentions) + 2 exp(-5 first_place) + 0.5 share of the article's mentions of the type
///
/// Mentions beyond 600 words count in proportion: in a long text much is named often in passing.
/// is_about() in indexer/schema/values.h says from where on an article is about the entity.
/// Weights and threshold were fitted by tests/quality/entities/about.py, which prints what they
/// reach. `mentions_of_type` is not 0.
[[nodiscard]] double salience(const Presence& presence, std::uint32_t mentions_of_type,
                              std::size_t words);

}  // namespace techpolicy
