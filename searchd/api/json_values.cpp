// Values of the JSON answers: absent things are null, text that holds markup is escaped.
#include "searchd/api/json_values.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "indexer/schema/found_names.h"
#include "searchd/search/search_request.h"

namespace techpolicy {
namespace {

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
}

}  // namespace

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json flag_or_null(std::optional<bool> flag) { return flag ? Json(*flag) : Json(nullptr); }

Json date_or_null(const std::optional<PartialDate>& date) {
  return date ? Json(date->iso()) : Json(nullptr);
}

Json entity_json(const EntityRef& entity) {
  Json json = {
      {"id", entity.key.id}, {"type", facet_row(entity.key.type).name}, {"name", entity.name}};
  if (is_unreviewed(entity.key.type, entity.key.id)) json["unreviewed"] = true;
  if (entity.mentions > 0) json["mentions"] = entity.mentions;
  return json;
}

Json entities_json(const std::vector<EntityRef>& entities) {
  Json json = Json::array();
  for (const EntityRef& entity : entities) json.push_back(entity_json(entity));
  return json;
}

Json source_json(const std::string& id, const std::string& name, const std::string& url) {
  return {{"id", text_or_null(id)}, {"name", text_or_null(name)}, {"url", text_or_null(url)}};
}

Json article_reference_json(const Hit& article) {
  return {{"id", article.id},
          {"url", "/article/" + url_encode(article.id)},
          {"title", unmarked_text(article.title)},
          {"title_derived", article.title_derived},
          {"published", date_or_null(article.published)},
          {"date_precision", precision_name(article.published)},
          {"source", source_json(article.source.id, article.source.name, article.original_url)},
          {"lang", article.lang}};
}

Json index_json(const IndexInfo& index) {
  return {{"revision", index.revision},
          {"documents", index.documents},
          {"updated_at", timestamp(index.updated_at)},
          {"sequence", index.sequence}};
}

std::string timestamp(std::uint64_t unix_seconds) {
  const auto time = static_cast<std::time_t>(unix_seconds);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string unmarked_text(const MarkedText& text) {
  std::string plain;
  for (const TextRun& run : text) plain += run.text;
  return plain;
}

std::string marked_html(const MarkedText& text, Marks marks) {
  std::string html;
  bool open = false;  // neighbouring runs of one match (an entity begins inside) share one element
  for (const TextRun& run : text) {
    const bool mark = run.match && marks == Marks::shown;
    if (mark != open) html += mark ? "<mark>" : "</mark>";
    open = mark;
    append_escaped(html, run.text);
  }
  if (open) html += "</mark>";
  return html;
}

std::string json_bytes(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json only_fields(Json object, const std::vector<std::string>& fields) {
  if (fields.empty()) return object;
  Json part = Json::object();
  for (auto& [name, value] : object.items()) {
    if (std::ranges::find(fields, name) != fields.end()) part[name] = std::move(value);
  }
  return part;
}

}  // namespace techpolicy
