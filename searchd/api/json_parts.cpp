#include "searchd/api/json_parts.h"

#include <algorithm>
#include <ctime>

namespace techpolicy {
namespace {

Json nullable(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string plain(const MarkedText& text) {
  std::string plain;
  for (const TextRun& run : text) plain += run.text;
  return plain;
}

std::string escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string marked(const MarkedText& text) {
  std::string html;
  for (const TextRun& run : text) html += run.match ? "<mark>" + escaped(run.text) + "</mark>" : escaped(run.text);
  return html;
}

Json entity_ref(const EntityRef& entity) {
  Json json = {{"id", entity.key.id}, {"type", facet_row(entity.key.type).name}, {"name", entity.name}};
  if (entity.mentions > 0) json["mentions"] = entity.mentions;
  return json;
}

Json entity_refs(const std::vector<EntityRef>& entities) {
  Json json = Json::array();
  for (const EntityRef& entity : entities) json.push_back(entity_ref(entity));
  return json;
}

Json optional_bool(std::optional<bool> value) { return value ? Json(*value) : Json(nullptr); }

Json date_json(const std::optional<PartialDate>& date) { return date ? Json(date->iso()) : Json(nullptr); }

std::string_view precision(const std::optional<PartialDate>& date) {
  if (!date) return "unknown";
  switch (date->precision) {
    case DatePrecision::day: return "day";
    case DatePrecision::month: return "month";
    case DatePrecision::year: return "year";
  }
  return "unknown";
}

Json hit_json(const Hit& hit) {
  Json snippets = Json::array();
  for (const MarkedText& snippet : hit.snippets) snippets.push_back(marked(snippet));
  return {{"id", hit.id},
          {"url", "/article/" + url_encode(hit.id)},
          {"original_url", nullable(hit.original_url)},
          {"title", plain(hit.title)},
          {"title_html", marked(hit.title)},
          {"title_derived", hit.title_derived},
          {"snippet_html", snippets.empty() ? Json("") : snippets.front()},
          {"snippets_html", snippets},
          {"published", date_json(hit.published)},
          {"date_precision", precision(hit.published)},
          {"source", {{"id", nullable(hit.source.id)}, {"name", nullable(hit.source.name)}}},
          {"lang", hit.lang},
          {"machine_translated", optional_bool(hit.machine_translated)},
          {"score", hit.score},
          {"rank", hit.rank},
          {"entities", entity_refs(hit.entities)}};
}

Json hits_json(const SearchResult& result) {
  Json hits = Json::array();
  const std::vector<std::string>& wanted = result.request.fields;
  for (const Hit& hit : result.hits) {
    const Json whole = hit_json(hit);
    if (wanted.empty()) {
      hits.push_back(whole);
      continue;
    }
    Json part = Json::object();
    for (const std::string& field : wanted) {
      if (whole.contains(field)) part[field] = whole[field];
    }
    hits.push_back(std::move(part));
  }
  return hits;
}

Json query_json(const SearchResult& result) {
  Json filters = Json::object();
  for (const FacetRow& row : kFacets) {
    const FacetFilter& filter = result.request.filter(row.facet);
    if (filter.empty()) continue;
    Json values = filter.any;
    for (const std::string& value : filter.none) values.push_back("-" + value);
    filters[std::string(row.name)] = values;
  }
  Json warnings = Json::array();
  for (const SearchWarning& warning : result.warnings) {
    warnings.push_back({{"code", warning.code}, {"detail", warning.detail}});
  }
  return {{"q", result.request.q},
          {"parsed", result.parsed},
          {"filters", filters},
          {"sort", sort_name(*result.request.sort)},
          {"also", entity_refs(result.also)},
          {"offered", entity_refs(result.offered)},
          {"undated_excluded", result.undated_excluded},
          {"warnings", warnings}};
}

std::string link(const std::string& path, const SearchRequest& request) {
  const std::string query = query_string(request);
  return query.empty() ? path : path + "?" + query;
}

Json links_json(const SearchResult& result, std::uint64_t pages) {
  SearchRequest other = result.request;
  Json links = {{"self", link("/api/v1/search", other)}, {"next", nullptr}, {"prev", nullptr}};
  if (result.request.cursor.empty()) {
    const unsigned page = result.request.page;
    if (page < pages && (page + 1) * other.per_page <= kMaxResultDepth) {
      other.page = page + 1;
      links["next"] = link("/api/v1/search", other);
    }
    if (page > 1) {
      other.page = page - 1;
      links["prev"] = link("/api/v1/search", other);
    }
  } else if (!result.next_cursor.empty()) {
    other.cursor = result.next_cursor;
    links["next"] = link("/api/v1/search", other);
  }
  SearchRequest here = result.request;
  here.cursor.clear();
  links["html"] = link("/search", here);
  return links;
}

/// Byte offsets to code points, asked for in any order.
class CodePoints {
 public:
  explicit CodePoints(const std::string& text) : counts_(text.size() + 1) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      counts_[i] = count;
      if (i + 1 == text.size() || (static_cast<unsigned char>(text[i + 1]) & 0xC0) != 0x80) ++count;
    }
    counts_[text.size()] = count;
  }
  std::uint32_t operator()(std::size_t byte) const { return counts_[std::min(byte, counts_.size() - 1)]; }

 private:
  std::vector<std::uint32_t> counts_;
};

std::string_view repair_name(RepairKind kind) {
  switch (kind) {
    case RepairKind::glued: return "glued";
    case RepairKind::split: return "split";
    case RepairKind::mojibake: return "mojibake";
    case RepairKind::entity: return "entity";
    case RepairKind::quotes: return "quotes";
    case RepairKind::glossary: return "glossary";
    case RepairKind::invisible: return "invisible";
  }
  return "glued";
}

std::string_view paragraph_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::paragraph: return "paragraph";
    case ParagraphKind::heading: return "heading";
    case ParagraphKind::list: return "list";
    case ParagraphKind::quote: return "quote";
  }
  return "paragraph";
}

void add_mentions(const StoredText& text, const std::string& field, const ArticleView& view, Json& mentions) {
  const CodePoints code_point(text.text);
  for (const StoredMention& mention : text.mentions) {
    const auto known = std::find_if(view.entities.begin(), view.entities.end(),
                                    [&](const EntityRef& e) { return e.key == mention.entity; });
    EntityRef entity{mention.entity, known == view.entities.end() ? mention.entity.id : known->name, 0, 0};
    mentions.push_back({{"entity", entity_ref(entity)},
                        {"field", field},
                        {"start", code_point(mention.begin)},
                        {"end", code_point(mention.end)},
                        {"surface", text.text.substr(mention.begin, mention.end - mention.begin)}});
  }
}

}  // namespace

std::string timestamp(std::uint64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

Json index_json(const IndexInfo& index) {
  return {{"revision", index.revision}, {"documents", index.documents}, {"updated_at", timestamp(index.updated_at)}, {"sequence", index.sequence}};
}

Json facet_json(const FacetResult& facet) {
  Json values = Json::array();
  for (const FacetCount& value : facet.values) {
    values.push_back({{"value", value.value}, {"label", value.label}, {"count", value.count}, {"selected", value.selected}, {"excluded", value.excluded}});
  }
  return {{"name", facet_row(facet.facet).name},
          {"mode", facet.conjunctive ? "conjunctive" : "disjunctive"},
          {"distinct", facet.distinct},
          {"distinct_relation", "exact"},
          {"values", values}};
}

Json search_json(const SearchResult& result) {
  Json facets = Json::array();
  for (const FacetResult& facet : result.facets) facets.push_back(facet_json(facet));
  const unsigned per_page = result.request.per_page;
  const std::uint64_t pages = per_page == 0 ? 0 : (result.total + per_page - 1) / per_page;
  const bool paged = result.request.cursor.empty();
  return {{"query", query_json(result)},
          {"total", result.total},
          {"total_relation", "exact"},
          {"page", paged ? Json(result.request.page) : Json(nullptr)},
          {"per_page", per_page},
          {"pages", paged ? Json(pages) : Json(nullptr)},
          {"took_ms", result.match_ms + result.facets_ms + result.hits_ms},
          {"index", index_json(result.index)},
          {"hits", hits_json(result)},
          {"facets", facets},
          {"links", links_json(result, pages)},
          {"next_cursor", nullable(result.next_cursor)}};
}

Json article_json(const ArticleView& view) {
  const StoredArticle& article = view.article;
  const CodePoints in_body(article.body.text);
  const CodePoints in_title(article.title.text);
  Json paragraphs = Json::array();
  for (const StoredParagraph& paragraph : article.paragraphs) {
    paragraphs.push_back({{"kind", paragraph_name(paragraph.kind)}, {"start", in_body(paragraph.begin)}, {"end", in_body(paragraph.end)}});
  }
  Json repairs = Json::array();
  for (const Repair& repair : article.body.repairs) {
    repairs.push_back({{"start", in_body(repair.begin)}, {"end", in_body(repair.end)}, {"kind", repair_name(repair.kind)}, {"repaired", repair.repaired}});
  }
  Json mentions = Json::array();
  add_mentions(article.title, "title", view, mentions);
  add_mentions(article.body, "text", view, mentions);
  Json matches = Json::array();
  for (const ArticleView::Place& place : view.matches) {
    const CodePoints& at = place.in_title ? in_title : in_body;
    matches.push_back({{"field", place.in_title ? "title" : "text"}, {"start", at(place.begin)}, {"end", at(place.end)}});
  }
  const std::string primary = article.lang.substr(0, 2);
  const bool right_to_left = primary == "ar" || primary == "he" || primary == "fa" || primary == "ur";
  return {{"id", article.id},
          {"title", plain(view.title)},
          {"title_derived", view.title_derived},
          {"text", article.body.text},
          {"paragraphs", paragraphs},
          {"published", date_json(article.published)},
          {"date_precision", precision(article.published)},
          {"authors", article.authors},
          {"tags", article.tags},
          {"source", {{"id", nullable(article.source_id)}, {"name", nullable(article.source_name)}}},
          {"lang", article.lang},
          {"dir", right_to_left ? "rtl" : "ltr"},
          {"machine_translated", optional_bool(article.machine_translated)},
          {"words", article.body.tokens.size()},
          {"repairs", repairs},
          {"mentions", mentions},
          {"matches", matches},
          {"entities", entity_refs(view.entities)},
          {"original_url", nullable(article.url)},
          {"links", {{"self", "/api/v1/articles/" + url_encode(article.id)}, {"html", "/article/" + url_encode(article.id)}}}};
}

Json statistics_json(const IndexStatistics& statistics) {
  Json languages = Json::object();
  for (const auto& [language, count] : statistics.languages) languages[language] = count;
  Json entities = Json::object();
  std::uint64_t sources = 0;
  for (const auto& [facet, count] : statistics.distinct) {
    if (facet_row(facet).kind == FacetKind::entity) entities[std::string(facet_row(facet).name)] = count;
    if (facet == Facet::source) sources = count;
  }
  Json json = index_json(statistics.index);
  json["first_date"] = date_json(statistics.first_date);
  json["last_date"] = date_json(statistics.last_date);
  json["undated"] = statistics.undated;
  json["languages"] = languages;
  json["entities"] = entities;
  json["sources"] = sources;
  return json;
}

}  // namespace techpolicy
