// What stands around one article: the copies of its story, and other articles like it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "searchd/search/search_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

/// Another article of the same story.
struct Copy {
  Hit hit;
  /// How much of the two texts is the same, 0 to 1: of their words, names and numbers, as their
  /// sketches estimate it within a few hundredths; 1 only where they are equal word for word.
  double same = 0;
  /// Days since the first dated article of the story; of a partial date since its first day.
  std::optional<DayNumber> delay_days;
};

/// Oldest first, undated ones last; at most `limit` of `total`.
struct Copies {
  std::uint64_t total = 0;
  std::optional<DayNumber> delay_days;  ///< Of the article itself.
  std::vector<Copy> copies;
};

enum class RelatedKind { similar, duplicates };

/// Of either kind; the other one is empty.
struct RelatedArticles {
  RelatedKind kind = RelatedKind::similar;
  Copies copies;
  std::vector<Hit> similar;
  IndexInfo index;
};

[[nodiscard]] Copies copies_of(std::uint32_t document, unsigned limit, const Snapshot& snapshot,
                               const Xapian::Database& database);

/// nullopt where the document is alone, or is the first itself.
[[nodiscard]] std::optional<FirstOfStory> first_of_story(std::uint32_t document,
                                                         const Snapshot& snapshot,
                                                         const Xapian::Database& database);

/// Articles that share the most telling words and names, best first, one of each story and none of
/// the article's own.
[[nodiscard]] std::vector<Hit> similar_to(std::uint32_t document, unsigned limit,
                                          const Snapshot& snapshot, Xapian::Database& database);

/// nullopt: no such article.
[[nodiscard]] std::optional<RelatedArticles> related_articles(std::string_view id, RelatedKind kind,
                                                              unsigned limit,
                                                              const Snapshot& snapshot,
                                                              Xapian::Database& database);

}  // namespace techpolicy
