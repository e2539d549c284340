#include "indexer/articles/json_ld.h"

#include <array>
#include <nlohmann/json.hpp>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

void take(std::string& value, const Json* json) {
  if (value.empty() && json != nullptr && json->is_string()) value = json->get<std::string>();
}

/// The name in "Name", {"name": "Name"} or {"@id": ..., "name": ...}.
std::string name_in(const Json& json) {
  std::string name;
  if (json.is_string()) take(name, &json);
  if (json.is_object()) take(name, member(json, "name"));
  return name;
}

std::vector<std::string> names_in(const Json& json) {
  std::vector<std::string> names;
  if (!json.is_array()) {
    names.push_back(name_in(json));
  } else {
    for (const Json& item : json) names.push_back(name_in(item));
  }
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  return names;
}

bool is_article_type(const Json& type) {
  if (type.is_array()) {
    for (const Json& item : type) {
      if (item.is_string() && is_article_type(item)) return true;
    }
    return false;
  }
  if (!type.is_string()) return false;
  const std::string name = ascii_lower(type.get_ref<const std::string&>());
  for (const std::string_view ending : {"article", "posting", "report", "webpage"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

void read_article(const Json& article, JsonLdFacts& facts) {
  take(facts.headline, member(article, "headline"));
  take(facts.date, member(article, "datePublished"));
  take(facts.url, member(article, "url"));
  take(facts.language, member(article, "inLanguage"));
  take(facts.text, member(article, "articleBody"));
  const Json* publisher = member(article, "publisher");
  if (publisher != nullptr && facts.publisher.empty()) facts.publisher = name_in(*publisher);
  const Json* author = member(article, "author");
  if (author != nullptr && facts.authors.empty()) facts.authors = names_in(*author);
}

}  // namespace

void read_json_ld(std::string_view script, JsonLdFacts& facts) {
  const Json root = Json::parse(script.begin(), script.end(), nullptr, false, true);
  // A list instead of recursion: nesting is whatever the page's author made it.
  std::vector<const Json*> open = {&root};
  while (!open.empty()) {
    const Json& json = *open.back();
    open.pop_back();
    if (json.is_array()) {
      for (auto item = json.rbegin(); item != json.rend(); ++item) open.push_back(&*item);
    } else if (json.is_object()) {
      const Json* type = member(json, "@type");
      if (type != nullptr && is_article_type(*type)) read_article(json, facts);
      for (const char* below : {"mainEntity", "@graph"}) {
        if (const Json* inner = member(json, below)) open.push_back(inner);
      }
    }
  }
}

}  // namespace techpolicy
