// Which articles of an index are one story.
//
// Articles with equal texts are always one. Two different texts are linked where same_story() says
// so, they first appeared within kStoryDays of each other, and neither is a standing text. Kin are
// the connected parts of that graph, and stories what story_parts() makes of them: a function of
// the set of articles, whatever the order in which they came, and however they were cut into
// batches.
//
// Pairs to compare are found by locality-sensitive hashing: those that agree in all rows of a band
// of their MinHash signatures (Broder 1997; Indyk and Motwani 1998). Only texts that a change can
// concern are looked up again, against all.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/schema/partial_date.h"
#include "indexer/stories/chunked_vector.h"
#include "indexer/stories/story_parts.h"
#include "indexer/stories/story_sketch.h"

namespace techpolicy {

/// An equal text that came in this many separate spans of kStoryDays is a standing text: the words
/// that an office puts over every notice. It has copies, but no edited ones.
inline constexpr unsigned kStandingSpans = 3;

struct StoryArticle {
  std::uint32_t document = 0;  ///< Above 0.
  StorySketch sketch;
  std::optional<DayNumber> day;
  std::uint64_t sequence = 0;  ///< Of two articles of a story the lower one gives its name.
};

/// A story and its kin are named by their documents of the lowest sequence.
struct StoryPlace {
  std::uint32_t first = 0;  ///< Of the story; 0: the article is alone in it.
  std::uint32_t kin = 0;    ///< Of the kin; 0: the article has none.

  friend bool operator==(const StoryPlace&, const StoryPlace&) = default;
};

struct StoryChange {
  std::uint32_t document = 0;
  StoryPlace place;
};

/// Belongs to one thread. About 300 bytes a text and 24 an article.
class StoryGroups {
 public:
  /// An article as settled earlier. All such articles come before the first put() or remove().
  void load(const StoryArticle& article, const StoryPlace& place);
  /// A new article, or another version of one.
  void put(const StoryArticle& article);
  /// Does nothing for a document that is not there.
  void remove(std::uint32_t document);

  /// Finds the stories again after changes. Returns every document whose story differs from what
  /// load() or the last settle() said, by document.
  [[nodiscard]] std::vector<StoryChange> settle();

  /// Pairs compared so far.
  [[nodiscard]] std::uint64_t comparisons() const { return comparisons_; }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr DayNumber kNoDay = INT32_MIN;

  struct Article {
    std::uint64_t sequence = 0;
    std::uint32_t text = kNone;
    std::uint32_t next = 0;  ///< Another document with the same text; 0: none.
    DayNumber day = kNoDay;
    StoryPlace place;
  };
  struct Text {
    StorySketch sketch;
    std::uint32_t documents = 0;          ///< The head of its list; 0: free.
    std::uint32_t group = kNone;          ///< A text that stands for the group.
    std::uint32_t next_in_group = kNone;  ///< A circle.
    std::uint32_t group_size = 1;         ///< At the one that stands for it.
    DayNumber first_day = kNoDay;
    bool standing = false;
    bool fresh = true;  ///< Not settled yet.
    bool touched = false;
    bool dirty = false;
  };

  /// What join_bands() must know of a dirty text, side by side in memory.
  struct Waiting {
    std::uint32_t key = 0;
    DayNumber day = kNoDay;
    std::uint32_t text = kNone;

    friend auto operator<=>(const Waiting&, const Waiting&) = default;
  };

  struct Key {
    std::size_t band = 0;
    std::uint32_t mixed = 0;
  };
  /// The dirty texts by one band; kept for its memory.
  struct Band {
    std::vector<Waiting> waiting;            ///< Sorted.
    std::vector<std::uint32_t> bucket_ends;  ///< In `waiting`, by the upper bits of the key.
  };

  void insert(const StoryArticle& article, const StoryPlace& place);
  std::uint32_t text_of(const StorySketch& sketch);
  void touch(std::uint32_t text);
  void date(Text& text) const;
  void merge(std::uint32_t a, std::uint32_t b);
  void scatter(std::uint32_t text, std::vector<std::uint32_t>& dirty);
  void free_text(std::uint32_t text);
  [[nodiscard]] std::vector<std::uint32_t> find_dirty();
  void join(const std::vector<std::uint32_t>& dirty);
  void sort_into(Band& into, std::size_t band, const std::vector<std::uint32_t>& dirty);
  void join_bands(std::size_t first, std::size_t count);
  void find_crowds(std::size_t band, const std::vector<Waiting>& waiting);
  [[nodiscard]] bool is_crowded(std::size_t band, std::uint32_t key, DayNumber day) const;
  [[nodiscard]] bool has_met(std::uint32_t a, std::uint32_t b, std::size_t band) const;
  /// A text and the dirty ones of a bucket that have its key and appeared near it.
  void meet(std::uint32_t index, Key key, std::span<const Waiting> bucket);
  void meet_days(std::uint32_t index, Key key, std::span<const Waiting> bucket, DayNumber first,
                 DayNumber last);
  void link(std::uint32_t a, std::uint32_t b);
  void finish_load();
  void name_kin(std::uint32_t text, std::vector<StoryChange>& changes);
  [[nodiscard]] std::vector<std::uint32_t> documents_of(
      const std::vector<std::uint32_t>& texts) const;
  [[nodiscard]] std::uint32_t first_of(const std::vector<std::uint32_t>& documents) const;

  std::vector<Article> articles_;  ///< By document.
  ChunkedVector<Text> texts_;
  std::vector<std::uint32_t> free_texts_;
  std::unordered_map<std::uint64_t, std::uint32_t> text_by_hash_;
  std::unordered_map<std::uint32_t, std::uint32_t>
      loaded_;  ///< First document of kin to a text of it.
  std::vector<std::uint32_t> touched_;
  std::vector<Band> bands_;                   ///< Those that join() is at.
  std::unordered_set<std::uint64_t> crowds_;  ///< Of join(): see is_crowded(). Mostly empty.
  std::uint64_t comparisons_ = 0;
  bool loading_ = true;
};

}  // namespace techpolicy
