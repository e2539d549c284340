#include "indexer/entities/found_names.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/entities/name_runs.h"
#include "indexer/schema/found_names.h"

namespace techpolicy {
namespace {

constexpr double kCitationConfidence = 0.95;
constexpr double kLeastConfidence = 0.5;
constexpr double kMostConfidence = 0.9;
constexpr double kConfidencePerScore = 0.1;

Mention mention_at(const TextAnalysis& text, std::size_t first, std::size_t last,
                   EntityIndex entity) {
  Mention mention;
  mention.entity = entity;
  mention.first_token = first;
  mention.last_token = last;
  mention.begin = text.tokens[first].begin;
  mention.end = text.tokens[last].end;
  return mention;
}

/// Puts a mention among others in its order; those inside it go. False where one reaches beyond it.
bool insert_mention(std::vector<Mention>& mentions, Mention mention) {
  const auto begin =
      std::ranges::lower_bound(mentions, mention.first_token, {}, &Mention::last_token);
  auto end = begin;
  while (end != mentions.end() && end->first_token <= mention.last_token) {
    const bool inside =
        end->first_token >= mention.first_token && end->last_token <= mention.last_token;
    const bool same =
        end->first_token == mention.first_token && end->last_token == mention.last_token;
    if (!inside || same) return false;
    ++end;
  }
  mentions.insert(mentions.erase(begin, end), std::move(mention));
  return true;
}

}  // namespace

/// The work on one article.
class FoundNames::Addition {
 public:
  Addition(const FoundNames& names, ArticleMentions& mentions)
      : names_(names), known_(names.gazetteer_->entities().size()), mentions_(mentions) {}

  void citations(const TextAnalysis& text, std::vector<Mention>& mentions) {
    for (const Citation& citation : find_citations(text)) {
      const std::optional<EntityIndex> law = names_.laws_.law(citation.slug);
      Mention mention = mention_at(text, citation.first_token, citation.last_token,
                                   law ? *law : next_index(names_.key_of(citation)));
      mention.confidence = kCitationConfidence;
      mention.evidence = {{"citation", 3.0}};
      if (!insert_mention(mentions, std::move(mention)) || law) continue;
      keep(names_.key_of(citation), citation.label);
    }
  }

  void organisations(const TextAnalysis& title, const TextAnalysis& body) {
    const Gazetteer& gazetteer = *names_.gazetteer_;
    const std::array<CoveredText, 2> texts = {CoveredText(title, mentions_.title, gazetteer),
                                              CoveredText(body, mentions_.body, gazetteer)};
    for (const UnreviewedName& name : names_.unreviewed_.find(texts)) {
      const EntityKey key{name.type, std::string(kUnreviewedPrefix) + name.slug};
      bool placed = false;
      for (const UnreviewedName::Place& place : name.places) {
        Mention mention = mention_at(texts[place.text].text, place.first_token, place.last_token,
                                     next_index(key));
        mention.confidence = std::clamp(kLeastConfidence + kConfidencePerScore * (name.score - 1),
                                        kLeastConfidence, kMostConfidence);
        mention.evidence = name.evidence;
        placed |=
            insert_mention(place.text == 0 ? mentions_.title : mentions_.body, std::move(mention));
      }
      if (placed) keep(key, name.label);
    }
  }

 private:
  [[nodiscard]] EntityIndex next_index(const EntityKey& key) const {
    const auto found = indexes_.find(key);
    return found == indexes_.end() ? known_ + mentions_.found.size() : found->second;
  }

  void keep(const EntityKey& key, const std::string& label) {
    if (indexes_.emplace(key, next_index(key)).second) mentions_.found.push_back({key, label});
  }

  const FoundNames& names_;
  std::size_t known_;
  ArticleMentions& mentions_;
  std::map<EntityKey, EntityIndex> indexes_;
};

FoundNames::FoundNames(std::shared_ptr<const Gazetteer> gazetteer,
                       std::shared_ptr<const Vocabulary> vocabulary)
    : gazetteer_(std::move(gazetteer)),
      vocabulary_(std::move(vocabulary)),
      laws_(*gazetteer_),
      unreviewed_(*gazetteer_, *vocabulary_) {}

void FoundNames::add_to(ArticleMentions& mentions, const TextAnalysis& title,
                        const TextAnalysis& body) const {
  Addition addition(*this, mentions);
  addition.citations(title, mentions.title);
  addition.citations(body, mentions.body);
  addition.organisations(title, body);
}

EntityKey FoundNames::key_of(const Citation& citation) const {
  if (const auto law = laws_.law(citation.slug)) return gazetteer_->entities()[*law].key;
  return {Facet::law, std::string(kCitationPrefix) + citation.slug};
}

}  // namespace techpolicy
