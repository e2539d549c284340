// An article as JSON. Inside the program offsets are bytes; programs that read JSON count
// characters.
#include "searchd/api/article_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "indexer/schema/code_point_offsets.h"
#include "searchd/api/api_parameters.h"

namespace techpolicy {
namespace {

constexpr std::array<std::string_view, 18> kArticleFields = {"id",
                                                             "title",
                                                             "title_derived",
                                                             "text",
                                                             "paragraphs",
                                                             "published",
                                                             "date_precision",
                                                             "authors",
                                                             "source",
                                                             "lang",
                                                             "dir",
                                                             "machine_translated",
                                                             "words",
                                                             "repairs",
                                                             "mentions",
                                                             "implied",
                                                             "matches",
                                                             "links"};

/// A field's text with the means to count in it.
struct CountedText {
  explicit CountedText(const char* field_name, const StoredText& stored_text)
      : field(field_name), stored(stored_text), code_point(stored_text.text) {}

  const char* field;
  const StoredText& stored;
  CodePointOffsets code_point;
};

Json paragraphs_json(const StoredArticle& article, const CountedText& text) {
  Json paragraphs = Json::array();
  for (const StoredParagraph& paragraph : article.paragraphs) {
    paragraphs.push_back({{"kind", name_of(paragraph.kind)},
                          {"start", text.code_point(paragraph.begin)},
                          {"end", text.code_point(paragraph.end)}});
  }
  return paragraphs;
}

void append_repairs(Json& repairs, const CountedText& text) {
  for (const Repair& repair : text.stored.repairs) {
    repairs.push_back({{"field", text.field},
                       {"start", text.code_point(repair.begin)},
                       {"end", text.code_point(repair.end)},
                       {"kind", name_of(repair.kind)},
                       {"repaired", repair.repaired}});
  }
  for (const StoredGloss& gloss : text.stored.glosses) {
    repairs.push_back({{"field", text.field},
                       {"start", text.code_point(gloss.begin)},
                       {"end", text.code_point(gloss.end)},
                       {"kind", name_of(RepairKind::glossary)},
                       {"repaired", gloss.meaning}});
  }
}

std::string name_of(const EntityKey& key, const std::vector<EntityRef>& entities) {
  const auto found = std::ranges::find(entities, key, &EntityRef::key);
  return found == entities.end() ? key.id : found->name;
}

void append_mentions(Json& mentions, const CountedText& text, const ArticleView& view) {
  for (const StoredMention& mention : text.stored.mentions) {
    const EntityRef entity{mention.entity, name_of(mention.entity, view.entities), 0, 0};
    const std::size_t begin = std::min<std::size_t>(mention.begin, text.stored.text.size());
    mentions.push_back({{"entity", entity_json(entity)},
                        {"field", text.field},
                        {"start", text.code_point(mention.begin)},
                        {"end", text.code_point(mention.end)},
                        {"surface", text.stored.text.substr(begin, mention.end - mention.begin)}});
  }
}

Json matches_json(const ArticleView& view, const CountedText& title, const CountedText& body) {
  Json matches = Json::array();
  for (const ArticleView::Place& place : view.matches) {
    const CountedText& text = place.in_title ? title : body;
    matches.push_back({{"field", text.field},
                       {"start", text.code_point(place.begin)},
                       {"end", text.code_point(place.end)}});
  }
  return matches;
}

/// The writing direction of a language by its usual script.
const char* direction(std::string_view language) {
  constexpr std::array<std::string_view, 7> kRightToLeft = {"ar", "fa", "he", "ps",
                                                            "ur", "yi", "ug"};
  const auto primary = language.substr(0, language.find('-'));
  return std::ranges::find(kRightToLeft, primary) != kRightToLeft.end() ? "rtl" : "ltr";
}

Json links_json(const std::string& id, const std::string& query) {
  const std::string path = url_encode(id);
  return {{"self", with_query("/api/v1/articles/" + path, query)}, {"html", "/article/" + path}};
}

}  // namespace

std::span<const std::string_view> article_fields() { return kArticleFields; }

Json article_json(const ArticleView& view, const std::string& query) {
  const StoredArticle& article = view.article;
  const CountedText title("title", article.title);
  const CountedText body("text", article.body);
  Json repairs = Json::array();
  Json mentions = Json::array();
  for (const CountedText* text : {&title, &body}) {
    append_repairs(repairs, *text);
    append_mentions(mentions, *text, view);
  }
  const bool has_title = !article.title.text.empty();
  return {{"id", article.id},
          {"title", has_title ? article.title.text : unmarked_text(view.title)},
          {"title_derived", view.title_derived},
          {"text", article.body.text},
          {"paragraphs", paragraphs_json(article, body)},
          {"published", date_or_null(article.published)},
          {"date_precision", precision_name(article.published)},
          {"authors", article.authors},
          {"source", source_json(article.source_id, article.source_name, article.url)},
          {"lang", article.lang},
          {"dir", direction(article.lang)},
          {"machine_translated", flag_or_null(article.machine_translated)},
          {"words", article.body.tokens.size()},
          {"repairs", repairs},
          {"mentions", mentions},
          {"implied", entities_json(view.implied)},
          {"matches", matches_json(view, title, body)},
          {"links", links_json(article.id, query)}};
}

}  // namespace techpolicy
