// Keeps the stories of a database: which articles tell the same one stands in the value slot of
// each (Slot::story), and changes in the same commit as the articles themselves.
#pragma once

#include <string>
#include <unordered_map>
#include <xapian.h>

#include "indexer/stories/story_groups.h"

namespace techpolicy {

/// Holds a sketch of every text in memory once the first change is near. Belongs to one thread; the
/// database must outlive it, and nobody else may write to it.
class StoryKeeper {
 public:
  explicit StoryKeeper(Xapian::WritableDatabase& database) : database_(database) {}

  /// To be called before documents are changed. Reads what is there the first time.
  void prepare();
  /// A document that was added or replaced as `document`, which says nothing of its story.
  void put(Xapian::docid id, const Xapian::Document& document);
  void remove(Xapian::docid id) { groups_.remove(id); }

  /// Writes the stories that have changed since, without committing.
  void write();

  /// Of a new database, none of whose documents has a story yet: puts all, and writes.
  void write_all();

 private:
  [[nodiscard]] std::string article_id(Xapian::docid id) const;
  [[nodiscard]] std::uint32_t document_of(const std::string& article_id);

  Xapian::WritableDatabase& database_;
  StoryGroups groups_;
  std::unordered_map<std::string, std::uint32_t> documents_by_id_;  ///< While reading.
  bool prepared_ = false;
};

}  // namespace techpolicy
