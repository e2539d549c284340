#include "searchd/search/story_column.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/schema/slots.h"
#include "indexer/schema/values.h"

namespace techpolicy {

StoryColumn::StoryColumn(const Xapian::Database& database)
    : story_(std::size_t{database.get_lastdocid()} + 1), alone_(story_.size(), true) {
  std::iota(story_.begin(), story_.end(), 0U);
  constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::story);
  std::unordered_map<std::string, std::uint32_t> by_name;
  const auto end = database.valuestream_end(kSlot);
  for (auto value = database.valuestream_begin(kSlot); value != end; ++value) {
    const std::string name = unpack_story(*value).story;
    if (name.empty()) continue;
    const auto document = static_cast<std::uint32_t>(value.get_docid());
    const std::uint32_t number = by_name.try_emplace(name, document).first->second;
    Story& story = stories_[number];
    if (story.name.empty()) story.name = name;
    story.members.push_back(document);
    story_[document] = number;
    alone_[document] = false;
  }
}

std::span<const std::uint32_t> StoryColumn::members(std::uint32_t document) const {
  if (is_alone(document)) return {};
  return stories_.at(story_[document]).members;
}

std::string StoryColumn::name(std::uint32_t document) const {
  return is_alone(document) ? "" : stories_.at(story_[document]).name;
}

std::vector<std::uint32_t> StoryColumn::by_story(const DocumentSet& documents) const {
  std::vector<std::uint32_t> ordered;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> in_stories;
  ordered.reserve(documents.size());
  for (const std::uint32_t document : documents) {
    if (is_alone(document)) {
      ordered.push_back(document);
    } else {
      in_stories.emplace_back(story_[document], document);
    }
  }
  std::sort(in_stories.begin(), in_stories.end());
  for (const auto& [story, document] : in_stories) ordered.push_back(document);
  return ordered;
}

std::uint64_t StoryColumn::count(const DocumentSet& documents) const {
  std::vector<bool> seen(story_.size());
  std::uint64_t count = 0;
  for (const std::uint32_t document : documents) {
    const std::uint32_t story = story_[document];
    count += seen[story] ? 0U : 1U;
    seen[story] = true;
  }
  return count;
}

}  // namespace techpolicy
