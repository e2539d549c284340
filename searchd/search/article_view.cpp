#include "searchd/search/article_view.h"

#include <algorithm>
#include <map>

#include "indexer/analysis/stemmer.h"
#include "searchd/search/marked_text.h"
#include "searchd/search/match_places.h"

namespace techpolicy {
namespace {

constexpr std::size_t kEntitiesOfHit = 8;

}  // namespace

std::vector<EntityRef> entities_of(const StoredArticle& article, const Snapshot& snapshot) {
  std::map<EntityKey, std::uint32_t> mentions;
  for (const StoredText* text : {&article.title, &article.body}) {
    for (const StoredMention& mention : text->mentions) ++mentions[mention.entity];
  }
  std::vector<EntityRef> entities;
  for (const auto& [key, count] : mentions) {
    entities.push_back({key, snapshot.label(key.type, key.id), count, 0});
  }
  std::stable_sort(entities.begin(), entities.end(),
                   [](const EntityRef& a, const EntityRef& b) { return a.mentions > b.mentions; });
  return entities;
}

namespace {

/// In order of the products' mentions.
std::vector<EntityRef> implied_makers(const std::vector<EntityRef>& named,
                                      const Snapshot& snapshot) {
  std::vector<EntityRef> implied;
  for (const EntityRef& entity : named) {
    const Entity* product = snapshot.lexicon().gazetteer().find(entity.key);
    if (product == nullptr || product->maker.empty()) continue;
    const EntityKey maker{Facet::company, product->maker};
    if (std::ranges::find(named, maker, &EntityRef::key) != named.end()) continue;
    if (std::ranges::find(implied, maker, &EntityRef::key) != implied.end()) continue;
    implied.push_back({maker, snapshot.label(maker.type, maker.id), 0, 0});
  }
  return implied;
}

}  // namespace

Hit make_hit(const StoredArticle& article, const Clause& clause, bool highlight,
             std::size_t snippets, const Snapshot& snapshot) {
  std::vector<ByteRange> in_title = match_places(clause, article.title, Field::title, article.lang);
  std::vector<ByteRange> in_body = match_places(clause, article.body, Field::body, article.lang);
  Hit hit;
  hit.id = article.id;
  hit.original_url = article.url;
  hit.snippets = make_snippets(article, in_body, snippets);
  std::tie(hit.title, hit.title_derived) = display_title(article, in_title, in_body);
  if (!highlight) {
    for (TextRun& run : hit.title) run.match = false;
    for (MarkedText& snippet : hit.snippets) {
      for (TextRun& run : snippet) run.match = false;
    }
  }
  hit.published = article.published;
  hit.source = {article.source_id, article.source_name};
  hit.lang = article.lang;
  hit.machine_translated = article.machine_translated;
  hit.sequence = article.sequence;
  hit.added = article.added;
  hit.entities = entities_of(article, snapshot);
  if (hit.entities.size() > kEntitiesOfHit) hit.entities.resize(kEntitiesOfHit);
  return hit;
}

ArticleView make_article_view(StoredArticle article, const Clause& clause,
                              const Snapshot& snapshot) {
  const std::vector<ByteRange> in_title =
      match_places(clause, article.title, Field::title, article.lang);
  const std::vector<ByteRange> in_body =
      match_places(clause, article.body, Field::body, article.lang);
  ArticleView view;
  std::tie(view.title, view.title_derived) = display_title(article, in_title, in_body);
  for (const StoredParagraph& paragraph : article.paragraphs) {
    view.paragraphs.push_back(
        {paragraph.kind, mark_text(article.body, paragraph.begin, paragraph.end, in_body, true)});
  }
  view.entities = entities_of(article, snapshot);
  view.implied = implied_makers(view.entities, snapshot);
  view.repair_count = article.title.repairs.size() + article.body.repairs.size();
  // In an article in English foreign words are left-overs.
  if (stem_language(article.lang) == "en") {
    view.repair_count += article.title.glosses.size() + article.body.glosses.size();
  }
  view.match_count = in_title.size() + in_body.size();
  for (const ByteRange& place : in_title) view.matches.push_back({true, place.begin, place.end});
  for (const ByteRange& place : in_body) view.matches.push_back({false, place.begin, place.end});
  view.index = snapshot.info();
  view.article = std::move(article);
  return view;
}

}  // namespace techpolicy
