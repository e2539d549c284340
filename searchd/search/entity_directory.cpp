#include "searchd/search/entity_directory.h"

#include <algorithm>
#include <tuple>
#include <unicode/uscript.h>

#include "indexer/analysis/code_points.h"

namespace techpolicy {
namespace {

EntitySummary summary_of(const EntityKey& key, const Snapshot& snapshot) {
  const ValueFact fact = snapshot.value_facts().of(key);
  return {
      key,           snapshot.label(key.type, key.id), fact.articles, fact.about, fact.first_date,
      fact.last_date};
}

/// A summary with what it is sorted by.
struct Listed {
  std::string folded_name;
  EntitySummary summary;
};

bool stands_before(EntitySort sort, const Listed& a, const Listed& b) {
  const auto by_name = [](const Listed& one) { return std::tie(one.folded_name, one.summary.key); };
  const std::uint64_t left = a.summary.count;
  const std::uint64_t right = b.summary.count;
  switch (sort) {
    case EntitySort::most_articles:
      return left != right ? left > right : by_name(a) < by_name(b);
    case EntitySort::fewest_articles:
      return left != right ? left < right : by_name(a) < by_name(b);
    case EntitySort::name:
      return by_name(a) < by_name(b);
    case EntitySort::name_backwards:
      return by_name(b) < by_name(a);
  }
  return false;
}

/// Of the first letter that has one.
std::string script_of(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(next_code_point(name, at), &error);
    if (U_FAILURE(error) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    return uscript_getShortName(script);
  }
  return uscript_getShortName(USCRIPT_COMMON);
}

EntityRef ref_to(const EntityKey& key, const Snapshot& snapshot) {
  return {key, snapshot.label(key.type, key.id), 0, 0};
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

/// What other entities say of this one: children, products, people.
void add_relations_to(EntityDetails& details, const Snapshot& snapshot) {
  const EntityKey& key = details.summary.key;
  for (const Entity& other : snapshot.lexicon().gazetteer().entities()) {
    const EntityRef ref{other.key, other.label, 0, 0};
    if (other.key.type == key.type && other.parent == key.id) details.children.push_back(ref);
    if (key.type == Facet::company && other.maker == key.id) details.products.push_back(ref);
    const bool employs = key.type == Facet::company || key.type == Facet::org;
    if (employs && contains(other.orgs, key.id)) details.people.push_back(ref);
  }
  for (auto* list : {&details.children, &details.products, &details.people}) {
    std::ranges::sort(*list, {}, &EntityRef::name);
  }
}

void add_relations_from(EntityDetails& details, const Entity& entity, const Snapshot& snapshot) {
  const Gazetteer& gazetteer = snapshot.lexicon().gazetteer();
  if (!entity.parent.empty()) details.parent = ref_to({entity.key.type, entity.parent}, snapshot);
  if (!entity.maker.empty()) details.maker = ref_to({Facet::company, entity.maker}, snapshot);
  for (const std::string& id : entity.orgs) {
    for (const Facet type : {Facet::company, Facet::org}) {
      if (gazetteer.find({type, id}) != nullptr)
        details.orgs.push_back(ref_to({type, id}, snapshot));
    }
  }
}

}  // namespace

EntityList list_entities(const EntityListRequest& request, const Snapshot& snapshot) {
  std::vector<EntityKey> keys;
  if (request.prefix.empty()) {
    keys = snapshot.names().things();
  } else {
    for (NamedThing& thing : snapshot.names().find(request.prefix)) {
      keys.push_back(std::move(thing.key));
    }
  }
  std::vector<Listed> listed;
  for (const EntityKey& key : keys) {
    const auto& types = request.types;
    if (!types.empty() && std::ranges::find(types, key.type) == types.end()) continue;
    EntitySummary summary = summary_of(key, snapshot);
    std::string folded = NameTable::normal_form(summary.name);
    listed.push_back({std::move(folded), std::move(summary)});
  }
  std::ranges::sort(
      listed, [&](const Listed& a, const Listed& b) { return stands_before(request.sort, a, b); });
  EntityList list;
  list.total = listed.size();
  list.index = snapshot.info();
  const std::size_t begin = std::size_t{request.page - 1} * request.per_page;
  for (std::size_t i = begin; i < listed.size() && i < begin + request.per_page; ++i) {
    list.entities.push_back(std::move(listed[i].summary));
  }
  return list;
}

std::optional<EntityDetails> entity_details(const EntityKey& key, const Snapshot& snapshot) {
  EntityDetails details;
  details.summary = summary_of(key, snapshot);
  details.index = snapshot.info();
  const Entity* entity = snapshot.lexicon().gazetteer().find(key);
  if (entity == nullptr) {
    if (details.summary.count == 0) return std::nullopt;
    details.in_gazetteer = false;
    details.names = {{details.summary.name, "und", script_of(details.summary.name)}};
    return details;
  }
  for (const Alias& alias : entity->aliases) {
    details.names.push_back({alias.text, alias.lang, script_of(alias.text)});
  }
  details.kind = entity->kind;
  details.wikidata = entity->wikidata;
  details.tickers = entity->tickers;
  details.country = entity->country;
  add_relations_from(details, *entity, snapshot);
  add_relations_to(details, snapshot);
  return details;
}

std::optional<EntityRef> nearest_entity(Facet type, const std::string& typed,
                                        const Snapshot& snapshot) {
  const Gazetteer& gazetteer = snapshot.lexicon().gazetteer();
  const Entity* entity = gazetteer.resolve(type, typed);
  if (entity == nullptr) entity = gazetteer.nearest(type, typed);
  if (entity == nullptr) return std::nullopt;
  return EntityRef{entity->key, entity->label, 0, 0};
}

}  // namespace techpolicy
