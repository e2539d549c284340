// What the matcher knows before it sees a text, made once from the gazetteer.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/entities/alias_trie.h"
#include "indexer/entities/gazetteer.h"

namespace techpolicy {

/// What speaks for an entity besides its names.
struct EntityTraits {
  std::vector<EntityIndex> related;  ///< Parent, maker, orgs, in both directions; sorted.
  std::vector<WordId> context;       ///< Sorted.
  bool has_acronym = false;          ///< "US": its other names are adjectives too.
  std::string surname;               ///< Folded, of a person with a full name; else empty.
};

struct MatcherTables {
  MatcherTables(const Gazetteer& entities, const Vocabulary& words);

  const Gazetteer& gazetteer;
  const Vocabulary& vocabulary;
  AliasTrie trie;
  std::vector<EntityTraits> traits;  ///< By EntityIndex.
  std::unordered_map<std::string, EntityIndex> tickers;
};

}  // namespace techpolicy
