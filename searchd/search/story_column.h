// Which documents are one story, in memory: derived from the value slots when a snapshot opens.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>
#include <xapian.h>

#include "searchd/search/document_sets.h"

namespace techpolicy {

/// Immutable after construction. Document ids must be of the database it was made from.
class StoryColumn {
 public:
  explicit StoryColumn(const Xapian::Database& database);

  /// A number that the documents of a story share and no other has: the lowest of theirs. Of a
  /// document alone its own.
  [[nodiscard]] std::uint32_t story(std::uint32_t document) const { return story_[document]; }
  [[nodiscard]] bool is_alone(std::uint32_t document) const { return alone_[document]; }
  /// All documents of a document's story, rising; empty where it is alone.
  [[nodiscard]] std::span<const std::uint32_t> members(std::uint32_t document) const;
  /// The story's name in answers: the id of the article that entered first. Empty where alone.
  [[nodiscard]] std::string name(std::uint32_t document) const;

  [[nodiscard]] std::uint64_t count(const DocumentSet& documents) const;
  /// The same documents, those of a story side by side.
  [[nodiscard]] std::vector<std::uint32_t> by_story(const DocumentSet& documents) const;

 private:
  struct Story {
    std::string name;
    std::vector<std::uint32_t> members;
  };
  std::vector<std::uint32_t> story_;
  std::vector<bool> alone_;
  std::unordered_map<std::uint32_t, Story> stories_;  ///< Of more than one document.
};

}  // namespace techpolicy
