// The copies of an article: who was first, how much later the others came, how much is the same.
#include <algorithm>
#include <tuple>
#include <utility>

#include "indexer/schema/slots.h"
#include "indexer/schema/stored_article.h"
#include "indexer/stories/story_match.h"
#include "searchd/search/article_view.h"
#include "searchd/search/related_articles.h"

namespace techpolicy {
namespace {

StorySketch sketch_of(std::uint32_t document, const Xapian::Database& database) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::sketch);
  return unpack_sketch(database.get_document(document).get_value(kSlot));
}

/// Earlier published, undated last, then by entry.
class Earlier {
 public:
  explicit Earlier(const FacetColumns& columns) : columns_(columns) {}
  bool operator()(std::uint32_t a, std::uint32_t b) const { return key(a) < key(b); }

 private:
  [[nodiscard]] std::tuple<bool, DayNumber, std::uint64_t> key(std::uint32_t document) const {
    const DayNumber day = columns_.first_day(document);
    return {day == kUndated, day, columns_.sequence(document)};
  }
  const FacetColumns& columns_;
};

}  // namespace

std::optional<FirstOfStory> first_of_story(std::uint32_t document, const Snapshot& snapshot,
                                           const Xapian::Database& database) {
  const auto members = snapshot.stories().members(document);
  if (members.empty()) return std::nullopt;
  const std::uint32_t first =
      *std::min_element(members.begin(), members.end(), Earlier(snapshot.columns()));
  if (first == document) return std::nullopt;
  const StoredArticle article = parse_stored_article(database.get_document(first).get_data());
  return FirstOfStory{article.id,
                      {article.source_id, article.source_name},
                      article.published,
                      same_share(sketch_of(document, database), sketch_of(first, database))};
}

Copies copies_of(std::uint32_t document, unsigned limit, const Snapshot& snapshot,
                 const Xapian::Database& database) {
  const FacetColumns& columns = snapshot.columns();
  const auto members = snapshot.stories().members(document);
  std::vector<std::uint32_t> ordered(members.begin(), members.end());
  std::sort(ordered.begin(), ordered.end(), Earlier(columns));
  Copies copies;
  if (ordered.empty()) return copies;
  const DayNumber first = columns.first_day(ordered.front());
  const auto delay = [&](std::uint32_t d) -> std::optional<DayNumber> {
    if (columns.first_day(d) == kUndated) return std::nullopt;
    return columns.first_day(d) - first;
  };
  copies.total = ordered.size() - 1;
  copies.delay_days = delay(document);
  const StorySketch sketch = sketch_of(document, database);
  for (const std::uint32_t other : ordered) {
    if (other == document) continue;
    if (copies.copies.size() == limit) break;
    Copy copy;
    copy.hit = make_hit(parse_stored_article(database.get_document(other).get_data()), Clause{},
                        false, 1, snapshot);
    copy.hit.story = snapshot.stories().name(other);
    copy.hit.rank = copies.copies.size() + 1;
    copy.same = same_share(sketch, sketch_of(other, database));
    copy.delay_days = delay(other);
    copies.copies.push_back(std::move(copy));
  }
  return copies;
}

}  // namespace techpolicy
