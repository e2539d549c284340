// Names beside those of the gazetteer: citations of laws by pattern, and unreviewed organisations.
#pragma once

#include <memory>
#include <string_view>

#include "indexer/entities/citations.h"
#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/unreviewed_names.h"

namespace techpolicy {

/// Immutable after construction: one may be used by any number of threads at once.
class FoundNames {
 public:
  FoundNames(std::shared_ptr<const Gazetteer> gazetteer,
             std::shared_ptr<const Vocabulary> vocabulary);

  /// Adds to the mentions of the gazetteer's entities what it lacks, and keeps their order. A
  /// found name takes the place of mentions inside it ("EU" in "Regulation (EU) 2024/1689"); one
  /// that meets a longer or another mention is left out. Never throws on text.
  void add_to(ArticleMentions& mentions, const TextAnalysis& title, const TextAnalysis& body) const;

  /// The entity that a citation means, or the citation's own key: for what a user typed.
  [[nodiscard]] EntityKey key_of(const Citation& citation) const;

 private:
  class Addition;

  std::shared_ptr<const Gazetteer> gazetteer_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  CitedLaws laws_;
  UnreviewedNames unreviewed_;
};

}  // namespace techpolicy
