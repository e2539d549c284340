// Relations, context words, surnames and tickers of the gazetteer in the form that matching wants.
#include "indexer/entities/matcher_tables.h"

#include <algorithm>

#include "indexer/entities/alias_forms.h"

namespace techpolicy {
namespace {

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void relate(MatcherTables& tables, EntityIndex index, Facet type, const std::string& id) {
  if (id.empty()) return;
  const std::optional<EntityIndex> other = tables.gazetteer.index_of({type, id});
  if (!other) return;
  tables.traits[index].related.push_back(*other);
  tables.traits[*other].related.push_back(index);
}

void relate_all(MatcherTables& tables, EntityIndex index) {
  const Entity& entity = tables.gazetteer.entities()[index];
  relate(tables, index, entity.key.type, entity.parent);
  relate(tables, index, Facet::company, entity.maker);
  for (const std::string& id : entity.orgs) {
    relate(tables, index, Facet::company, id);
    relate(tables, index, Facet::org, id);
  }
}

/// "US", "U.K."
bool is_acronym(const Alias& alias) {
  return alias.letter_case == AliasCase::exact &&
         std::ranges::none_of(alias.text, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string surname_of(const Entity& entity) {
  if (entity.key.type != Facet::person) return {};
  const TextAnalysis label = alias_tokens(entity.label);
  if (label.tokens.size() < 2) return {};
  const bool family_name_first = entity.kind == "family-name-first";
  return (family_name_first ? label.tokens.front() : label.tokens.back()).folded;
}

}  // namespace

MatcherTables::MatcherTables(const Gazetteer& entities, const Vocabulary& words)
    : gazetteer(entities),
      vocabulary(words),
      trie(entities, words),
      traits(entities.entities().size()) {
  for (EntityIndex i = 0; i < traits.size(); ++i) {
    const Entity& entity = gazetteer.entities()[i];
    relate_all(*this, i);
    for (const std::string& word : entity.context) {
      traits[i].context.push_back(trie.add_word(fold(word)));
    }
    traits[i].surname = surname_of(entity);
    traits[i].has_acronym = std::ranges::any_of(entity.aliases, is_acronym);
    for (const std::string& ticker : entity.tickers) tickers.emplace(ticker, i);
  }
  for (EntityTraits& entity : traits) {
    sort_unique(entity.related);
    sort_unique(entity.context);
  }
}

}  // namespace techpolicy
