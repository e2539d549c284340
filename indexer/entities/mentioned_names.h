// What an article mentions or a query names, whoever knows it: the gazetteer or only the articles.
#pragma once

#include <cstddef>
#include <string>

#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/schema/facets.h"

namespace techpolicy {

/// Key and label of an entity of the gazetteer, or of a found name by its place behind them. Both
/// must outlive this.
class MentionedNames {
 public:
  MentionedNames(const Gazetteer& gazetteer, const std::vector<FoundName>& found)
      : gazetteer_(gazetteer), found_(found) {}

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
