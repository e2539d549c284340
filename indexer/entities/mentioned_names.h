// What an article mentions, whoever knows it: the gazetteer or only the article itself.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/schema/facets.h"

namespace techpolicy {

/// Key and label of whatever an article mentions: an entity of the gazetteer or one of its own
/// found names. Both must outlive this.
class MentionedNames {
 public:
  MentionedNames(const Gazetteer& gazetteer, const ArticleMentions& mentions)
      : gazetteer_(gazetteer), found_(mentions.found) {}

  [[nodiscard]] const EntityKey& key(EntityIndex entity) const {
    const std::size_t known = gazetteer_.entities().size();
    return entity < known ? gazetteer_.entities()[entity].key : found_[entity - known].key;
  }
  [[nodiscard]] const std::string& label(EntityIndex entity) const {
    const std::size_t known = gazetteer_.entities().size();
    return entity < known ? gazetteer_.entities()[entity].label : found_[entity - known].label;
  }

 private:
  const Gazetteer& gazetteer_;
  const std::vector<FoundName>& found_;
};

}  // namespace techpolicy
