// What an article is counted under, and how much it is about each entity.
#include <algorithm>
#include <map>

#include "indexer/build/analyzed_article.h"
#include "indexer/build/salience.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/found_names.h"

namespace techpolicy {
namespace {

using PresenceByEntity = std::map<EntityIndex, Presence>;

PresenceByEntity presence_by_entity(const AnalyzedArticle& analyzed) {
  PresenceByEntity found;
  for (const Mention& mention : analyzed.mentions.title) {
    Presence& presence = found[mention.entity];
    ++presence.mentions;
    presence.first_place = 0;
  }
  const auto size = static_cast<double>(analyzed.article.text.size());
  for (const Mention& mention : analyzed.mentions.body) {
    Presence& presence = found[mention.entity];
    ++presence.mentions;
    presence.first_place =
        std::min(presence.first_place, static_cast<double>(mention.begin) / size);
  }
  return found;
}

}  // namespace

std::array<std::vector<FacetValue>, kFacetCount> facet_values(const AnalyzedArticle& analyzed,
                                                              const Gazetteer& gazetteer) {
  std::array<std::vector<FacetValue>, kFacetCount> values;
  const auto of = [&values](Facet facet) -> std::vector<FacetValue>& {
    return values[static_cast<std::size_t>(facet)];
  };
  const MentionedNames names(gazetteer, analyzed.mentions.found);
  const PresenceByEntity found = presence_by_entity(analyzed);
  std::array<std::uint32_t, kFacetCount> mentions_of_type{};
  for (const auto& [index, presence] : found) {
    const Facet type = names.key(index).type;
    mentions_of_type[static_cast<std::size_t>(type)] += presence.mentions;
  }
  for (const auto& [index, presence] : found) {
    const EntityKey& key = names.key(index);
    const std::uint32_t all = mentions_of_type[static_cast<std::size_t>(key.type)];
    of(key.type).push_back({key.id, presence.mentions,
                            salience(presence, all, analyzed.body.tokens.size()),
                            is_found_name(key.type, key.id) ? names.label(index) : std::string()});
  }
  for (std::vector<FacetValue>& list : values) {
    std::sort(list.begin(), list.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  }
  if (!analyzed.source_id.empty()) of(Facet::source).push_back({analyzed.source_id});
  of(Facet::lang).push_back({analyzed.lang});
  if (const auto& published = analyzed.article.published) {
    of(Facet::year).push_back({std::to_string(published->year)});
  }
  return values;
}

}  // namespace techpolicy
