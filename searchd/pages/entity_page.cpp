// What is known of an entity beside the newest articles that name it.
#include "searchd/pages/entity_page.h"

#include <map>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "searchd/pages/companions_view.h"
#include "searchd/pages/compare_page.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/keep_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/timeline_view.h"

namespace techpolicy {
namespace {

/// "Latin", "Han"; the code where ICU knows no name.
std::string script_name(const std::string& script) {
  icu::UnicodeString name;
  icu::Locale("und", script.c_str()).getDisplayScript(page_locale(), name);
  std::string text;
  name.toUTF8String(text);
  return text.empty() ? script : text;
}

/// One row a script, in the order of the names; the label's script first.
void add_names(View& page, const EntityDetails& entity) {
  std::vector<std::string> scripts;
  std::map<std::string, std::vector<View>> by_script;
  for (const EntityName& name : entity.names) {
    std::vector<View>& names = by_script[name.script];
    if (names.empty()) scripts.push_back(name.script);
    View view;
    view.text("name", name.text).text("lang", lang_attribute(name.lang));
    names.push_back(view.text("language", language_name(name.lang)));
  }
  std::vector<View> rows;
  for (const std::string& script : scripts) {
    View row;
    rows.push_back(row.text("script", script_name(script)).list("names", by_script[script]));
  }
  page.optional_list("scripts", std::move(rows));
}

void add_fact(std::vector<View>& facts, const char* label, const std::string& value,
              const std::string& url = {}) {
  if (value.empty()) return;
  View fact;
  facts.push_back(fact.text("label", ui_text(label)).text("value", value).text("url", url));
}

std::string country_name(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale("und", code.c_str()).getDisplayCountry(page_locale(), name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

void add_facts(View& page, const EntityDetails& entity) {
  std::vector<View> facts;
  const auto& [first, last] = std::pair(entity.summary.first_date, entity.summary.last_date);
  if (first && last) {
    add_fact(facts, "entity_dates",
             ui_text("span", {{"from", format_date(*first)}, {"to", format_date(*last)}}));
  }
  add_fact(facts, "entity_wikidata", entity.wikidata,
           entity.wikidata.empty() ? "" : "https://www.wikidata.org/wiki/" + entity.wikidata);
  add_fact(facts, "entity_tickers", entity.tickers.empty() ? "" : ui_list(entity.tickers));
  add_fact(facts, "entity_country", entity.country.empty() ? "" : country_name(entity.country));
  page.optional_list("facts", std::move(facts));
}

void add_relation(std::vector<View>& relations, const char* label,
                  const std::vector<EntityRef>& entities) {
  if (entities.empty()) return;
  std::vector<View> links;
  for (const EntityRef& entity : entities) {
    links.push_back(View().text("name", entity.name).text("url", entity_url(entity.key)));
  }
  View relation;
  relations.push_back(relation.text("label", ui_text(label)).list("links", std::move(links)));
}

std::vector<EntityRef> list_of(const std::optional<EntityRef>& entity) {
  return entity ? std::vector{*entity} : std::vector<EntityRef>();
}

void add_relations(View& page, const EntityDetails& entity) {
  std::vector<View> relations;
  add_relation(relations, "entity_parent", list_of(entity.parent));
  add_relation(relations, "entity_children", entity.children);
  add_relation(relations, "entity_maker", list_of(entity.maker));
  add_relation(relations, "entity_products", entity.products);
  add_relation(relations, "entity_orgs", entity.orgs);
  add_relation(relations, "entity_people", entity.people);
  page.optional_list("relations", std::move(relations));
}

void add_counts(View& page, const EntityDetails& entity) {
  const EntityKey& key = entity.summary.key;
  const auto& name = entity.summary.name;
  const std::string named = ui_count("articles", entity.summary.count);
  const std::string mainly = ui_count("articles", entity.summary.about);
  page.text("mentions", ui_text("mentions_count", {{"n", format_number(entity.summary.count)}}));
  page.text("mentions_label", ui_text("only_label", {{"name", name}, {"articles", named}}));
  page.text("mentions_url", search_url(with_value({}, key.type, key.id)));
  const bool has_about = entity.summary.about > 0;
  page.text("about", ui_text("about_count", {{"n", format_number(entity.summary.about)}}));
  page.text("about_label", ui_text("about_label", {{"name", name}, {"articles", mainly}}));
  page.text("about_url", has_about ? search_url(about_value({}, key.type, key.id)) : "");
  SearchRequest rolled_up = with_value({}, key.type, key.id);
  rolled_up.roll_up = RollUpTo::parent;
  page.text("roll_up_url", entity.children.empty() ? "" : search_url(rolled_up));
}

void add_sources(View& page, const SearchRequest& named, const FacetResult& sources) {
  std::vector<View> rows;
  for (const FacetCount& source : sources.values) {
    View row;
    row.text("label", value_label(Facet::source, source));
    row.text("count", format_number(source.count));
    rows.push_back(row.text("url", search_url(with_value(named, Facet::source, source.value))));
  }
  page.optional_list("sources", std::move(rows));
}

}  // namespace

std::string render_entity_page(const EntityPageContent& content) {
  const EntityDetails& entity = content.entity;
  const EntityKey& key = entity.summary.key;
  View page;
  page.text("q", "").text("canonical", entity_url(key));
  page.text("page_title",
            ui_text("title_page", {{"name", entity.summary.name}, {"site", ui_text("site")}}));
  page.text("name", entity.summary.name).text("type", facet_type(key.type));
  page.text("all_of_type", ui_text("all_of_type", {{"plural", facet_plural(key.type)}}));
  page.text("all_of_type_url", facet_url(key.type, {}));
  page.flag("unknown", !entity.in_gazetteer);
  add_counts(page, entity);
  add_names(page, entity);
  add_facts(page, entity);
  add_relations(page, entity);
  const SearchRequest named = with_value({}, key.type, key.id);
  add_timeline(page, named, content.timeline, std::nullopt);
  add_peaks(page, content.timeline, content.peaks);
  add_feeds(page, named, entity.summary.name);
  add_companions(page, content.companions);
  add_sources(page, named, content.sources);
  page.text("compare_url", compare_url(std::string(facet_row(key.type).name) + ":" + key.id, ""));
  std::vector<View> hits;
  for (const Hit& hit : entity.newest) hits.push_back(hit_view(hit, {}));
  page.optional_list("hits", std::move(hits));
  return render_template("entity", page);
}

std::string no_entity_text(Facet type, const std::string& id,
                           const std::optional<EntityRef>& near) {
  std::string text = ui_text("no_entity", {{"type", facet_type(type)}, {"name", id}});
  if (near) text += " " + ui_text("no_entity_near", {{"name", near->name}, {"id", near->key.id}});
  return text;
}

}  // namespace techpolicy
