#include "indexer/build/inspect.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "indexer/analysis/code_points.h"
#include "indexer/entities/mentioned_names.h"
#include "indexer/schema/code_point_offsets.h"
#include "indexer/schema/found_names.h"

namespace techpolicy {
namespace {

using Json = nlohmann::ordered_json;

/// The direction of the first letter that has one.
std::string_view direction(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const UCharDirection direction = u_charDirection(next_code_point(text, at));
    if (direction == U_LEFT_TO_RIGHT) return "ltr";
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return "rtl";
  }
  return "ltr";
}

Json paragraphs_json(const TextAnalysis& analysis) {
  Json list = Json::array();
  CodePointOffsets offsets(analysis.text);
  for (const StoredParagraph& paragraph : analysis.paragraphs) {
    list.push_back({{"kind", name_of(paragraph.kind)},
                    {"start", offsets(paragraph.begin)},
                    {"end", offsets(paragraph.end)}});
  }
  return list;
}

Json repairs_json(const TextAnalysis& analysis) {
  Json list = Json::array();
  CodePointOffsets offsets(analysis.text);
  for (const Repair& repair : analysis.repairs) {
    list.push_back({{"start", offsets(repair.begin)},
                    {"end", offsets(repair.end)},
                    {"kind", name_of(repair.kind)},
                    {"repaired", repair.repaired}});
  }
  for (const Gloss& gloss : analysis.glosses) {
    list.push_back({{"start", offsets(analysis.tokens[gloss.first_token].begin)},
                    {"end", offsets(analysis.tokens[gloss.last_token].end)},
                    {"kind", name_of(RepairKind::glossary)},
                    {"repaired", gloss.meaning}});
  }
  return list;
}

double rounded(double number) { return std::round(number * 1000) / 1000; }

Json evidence_json(const Mention& mention) {
  Json list = Json::array();
  for (const Evidence& evidence : mention.evidence) {
    list.push_back({{"rule", evidence.rule}, {"weight", rounded(evidence.weight)}});
  }
  return list;
}

Json entity_json(const MentionedNames& names, EntityIndex entity) {
  const EntityKey& key = names.key(entity);
  Json json = {{"id", key.id}, {"type", facet_row(key.type).name}, {"name", names.label(entity)}};
  if (is_unreviewed(key.type, key.id)) json["unreviewed"] = true;
  return json;
}

void append_mentions(Json& list, std::string_view field, std::string_view text,
                     const std::vector<Mention>& mentions, const MentionedNames& names) {
  CodePointOffsets offsets(text);
  for (const Mention& mention : mentions) {
    const std::size_t start = offsets(mention.begin);
    list.push_back({{"entity", entity_json(names, mention.entity)},
                    {"field", field},
                    {"start", start},
                    {"end", offsets(mention.end)},
                    {"surface", text.substr(mention.begin, mention.end - mention.begin)},
                    {"confidence", rounded(mention.confidence)},
                    {"evidence", evidence_json(mention)}});
  }
}

/// What the article is counted under, with what it is about first.
Json entities_json(const AnalyzedArticle& analyzed, const Gazetteer& gazetteer) {
  Json list = Json::array();
  const auto values = facet_values(analyzed, gazetteer);
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    std::vector<FacetValue> of_type = values[static_cast<std::size_t>(row.facet)];
    std::ranges::stable_sort(of_type, std::greater(), &FacetValue::salience);
    for (const FacetValue& value : of_type) {
      const Entity* entity = gazetteer.find({row.facet, value.value});
      list.push_back({{"id", value.value},
                      {"type", row.name},
                      {"name", entity == nullptr ? value.value : entity->label},
                      {"mentions", value.mentions},
                      {"salience", rounded(value.salience)},
                      {"about", is_about(value.salience)}});
    }
  }
  return list;
}

std::string_view basis_name(DateOrigin basis) {
  switch (basis) {
    case DateOrigin::stated:
      return "stated";
    case DateOrigin::url:
      return "url";
    case DateOrigin::text:
      return "text";
    case DateOrigin::path:
      return "path";
    case DateOrigin::flag:
      return "flag";
  }
  return {};
}

/// Where the date is from; or which one was refused, and why.
Json date_basis_json(const Article& article) {
  Json json = Json::object();
  if (article.published) json["from"] = basis_name(article.date_basis);
  if (article.refused_date) {
    json["refused"] = {{"text", article.refused_date->text},
                       {"reason", article.refused_date->reason}};
  }
  return json;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::string article_json(const AnalyzedArticle& analyzed, const std::string& id,
                         const Gazetteer& gazetteer) {
  const Article& article = analyzed.article;
  Json mentions = Json::array();
  const MentionedNames names(gazetteer, analyzed.mentions.found);
  append_mentions(mentions, "title", article.title, analyzed.mentions.title, names);
  append_mentions(mentions, "text", article.text, analyzed.mentions.body, names);
  Json json = {
      {"id", id},
      {"title", article.title},
      {"text", article.text},
      {"paragraphs", paragraphs_json(analyzed.body)},
      {"summary", Json()},
      {"published", article.published ? Json(article.published->iso()) : Json()},
      {"date_precision", precision_name(article.published)},
      {"date_basis", date_basis_json(article)},
      {"authors", article.authors},
      {"source", {{"id", analyzed.source_id}, {"name", article.source}, {"url", Json()}}},
      {"lang", analyzed.lang},
      {"dir", direction(article.text)},
      {"machine_translated",
       article.machine_translated ? Json(*article.machine_translated) : Json()},
      {"words", analyzed.body.tokens.size()},
      {"repairs", repairs_json(analyzed.body)},
      {"mentions", std::move(mentions)},
      {"entities", entities_json(analyzed, gazetteer)},
      {"original_url", text_or_null(article.url)},
      {"origin", article.origin},
      {"tags", article.tags},
  };
  return json.dump();
}

}  // namespace techpolicy
