// How much an article is about an entity that it names.
#pragma once

#include <cstdint>

namespace techpolicy {

/// The mentions of one entity in one article.
struct Presence {
  std::uint32_t mentions = 0;
  bool in_title = false;
  bool in_first_paragraph = false;
};

/// 3 in the title, 1 in the first paragraph, ln(1 + mentions), half the share of the article's
/// mentions of that type. is_about() in indexer/schema/values.h says from where on an article is
/// about the entity. `mentions_of_type` is not 0.
[[nodiscard]] double salience(const Presence& presence, std::uint32_t mentions_of_type);

}  // namespace techpolicy
