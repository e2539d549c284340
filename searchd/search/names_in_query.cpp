#include "searchd/search/names_in_query.h"

#include <algorithm>

namespace techpolicy {

std::vector<QueryName> NamesInQuery::in(const TextAnalysis& typed) {
  std::vector<QueryName> names;
  if (!aliases_) return names;
  add_cited_laws(typed, names);
  for (const QueryName& name : snapshot_.lexicon().matcher().find_query_names(typed)) {
    names.push_back(name);
  }
  return names;
}

/// Citations that a law of the gazetteer has or an article: "H.R. 4346" in all its spellings.
void NamesInQuery::add_cited_laws(const TextAnalysis& typed, std::vector<QueryName>& names) {
  for (const Citation& citation : find_citations(typed)) {
    const EntityKey key = snapshot_.lexicon().found_names().key_of(citation);
    const Gazetteer& gazetteer = snapshot_.lexicon().gazetteer();
    std::optional<EntityIndex> law = gazetteer.index_of(key);
    if (!law && snapshot_.columns().ordinal(key.type, key.id)) {
      law = gazetteer.entities().size() + cited_.size();
      cited_.push_back({key, citation.label});
    }
    if (law) names.push_back({*law, citation.first_token, citation.last_token, true});
  }
}

void NamesInQuery::note(std::vector<EntityRef>& list, const QueryName& name) const {
  const EntityKey& key = known().key(name.entity);
  const bool noted =
      std::any_of(list.begin(), list.end(), [&](const EntityRef& ref) { return ref.key == key; });
  if (!noted) list.push_back({key, known().label(name.entity), 0, 0});
}

}  // namespace techpolicy
