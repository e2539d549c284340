#include "searchd/pages/hit_view.h"

#include <algorithm>

#include "indexer/schema/found_names.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/neighbours_view.h"
#include "searchd/pages/score_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

std::vector<View> snippet_views(const std::vector<MarkedText>& snippets) {
  std::vector<View> views;
  for (const MarkedText& snippet : snippets) {
    views.push_back(View().list("runs", marked_runs(snippet)));
  }
  return views;
}

constexpr std::size_t kChips = 5;

bool is_chosen(const EntityKey& key, const SearchRequest& asked) {
  const std::vector<std::string>& chosen = asked.filter(key.type).any;
  return std::find(chosen.begin(), chosen.end(), key.id) != chosen.end();
}

/// What was filtered by first, then companies, people, laws and so on before places and topics,
/// which most articles share.
std::vector<EntityRef> shown_entities(std::vector<EntityRef> entities, const SearchRequest& asked) {
  std::stable_partition(entities.begin(), entities.end(), [](const EntityRef& entity) {
    return entity.key.type != Facet::place && entity.key.type != Facet::topic;
  });
  std::stable_partition(entities.begin(), entities.end(),
                        [&asked](const EntityRef& entity) { return is_chosen(entity.key, asked); });
  if (entities.size() > kChips) entities.resize(kChips);
  return entities;
}

std::vector<View> entity_views(const std::vector<EntityRef>& entities, const SearchRequest& asked) {
  std::vector<View> views;
  for (const EntityRef& entity : entities) {
    View view;
    view.text("name", entity.name);
    view.flag("chosen", is_chosen(entity.key, asked));
    view.flag("unreviewed", is_unreviewed(entity.key.type, entity.key.id));
    view.text("url", search_url(with_value(asked, entity.key.type, entity.key.id)));
    view.text("hint",
              ui_text("entity_hint", {{"name", entity.name}, {"type", entity_type(entity.key)}}));
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace

std::vector<View> marked_runs(const MarkedText& text) {
  std::vector<View> runs;
  for (std::size_t i = 0; i < text.size();) {
    std::string words;
    const bool match = text[i].match;
    const std::optional<std::string> meaning = match ? text[i].meaning : std::nullopt;
    const auto belongs = [&](const TextRun& run) {
      return run.match == match && (!match || run.meaning == meaning);
    };
    for (; i < text.size() && belongs(text[i]); ++i) words += text[i].text;
    View run;
    run.flag("match", match).text("words", words).text("meaning", meaning.value_or(""));
    runs.push_back(std::move(run));
  }
  return runs;
}

void add_meta(View& view, const std::optional<PartialDate>& published, const std::string& source,
              const std::string& lang, std::optional<bool> machine_translated,
              const std::string& url) {
  view.text("date", published ? format_date(*published) : "");
  view.text("iso", published ? published->iso() : "");
  view.text("source", source).text("language", language_name(lang));
  view.flag("machine_translated", machine_translated.value_or(false));
  view.text("original_url", safe_link(url));
  view.text("lang", lang_attribute(lang));
}

View hit_view(const Hit& hit, const SearchRequest& asked) {
  View view;
  view.text("url", article_url(hit.id, asked)).list("headline", marked_runs(hit.title));
  add_meta(view, hit.published, hit.source.name, hit.lang, hit.machine_translated,
           hit.original_url);
  add_copies(view, hit, article_url(hit.id, asked));
  view.optional_list("snippets", snippet_views(hit.snippets));
  view.text("score", hit.score_parts ? score_in_words(hit.score, *hit.score_parts) : "");
  view.optional_list("entities", entity_views(shown_entities(hit.entities, asked), asked));
  return view;
}

}  // namespace techpolicy
