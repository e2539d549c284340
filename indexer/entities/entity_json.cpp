// Reads the JSON form of an entity strictly: a key misspelt in a hand-edited file must not be lost
// silently.
#include "indexer/entities/entity_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 12> kEntityKeys = {
    "id",     "type",  "label", "kind",    "wikidata", "country",
    "parent", "maker", "orgs",  "tickers", "context",  "aliases"};
constexpr std::array<std::string_view, 5> kAliasKeys = {"text", "lang", "amb", "case", "kind"};

std::string join(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

void check_keys(const json& object, std::span<const std::string_view> known,
                std::string_view what) {
  for (const auto& [key, value] : object.items()) {
    if (std::ranges::find(known, std::string_view(key)) == known.end()) {
      throw EntityFault("unknown key \"" + key + "\" in " + std::string(what) + "; known are " +
                        join(known));
    }
  }
}

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (!found->is_string() || found->get_ref<const std::string&>().empty()) {
    throw EntityFault("\"" + std::string(key) + "\" must be a text that is not empty");
  }
  return found->get<std::string>();
}

std::string required_text(const json& object, const char* key) {
  std::string text = text_of(object, key);
  if (text.empty()) throw EntityFault("\"" + std::string(key) + "\" is missing");
  return text;
}

std::vector<std::string> list_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  const auto is_text = [](const json& item) { return item.is_string() && !item.empty(); };
  if (!found->is_array() || !std::ranges::all_of(*found, is_text)) {
    throw EntityFault("\"" + std::string(key) + "\" must be a list of texts");
  }
  return found->get<std::vector<std::string>>();
}

bool is_id(std::string_view id) {
  return std::ranges::all_of(
      id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Ambiguity ambiguity_of(const json& alias) {
  const auto found = alias.find("amb");
  if (found == alias.end()) return Ambiguity::distinctive;
  if (!found->is_number_unsigned() || found->get<unsigned>() > 2) {
    throw EntityFault("\"amb\" must be 0, 1 or 2");
  }
  return static_cast<Ambiguity>(found->get<int>());
}

AliasCase case_of(const json& alias) {
  const std::string name = text_of(alias, "case");
  if (name.empty() || name == "any") return AliasCase::any;
  if (name == "cap") return AliasCase::cap;
  if (name == "exact") return AliasCase::exact;
  throw EntityFault("\"case\" is \"" + name + "\"; it must be any, cap or exact");
}

Alias parse_alias(const json& object) {
  if (!object.is_object()) throw EntityFault("an alias must be an object with a \"text\"");
  check_keys(object, kAliasKeys, "an alias");
  Alias alias;
  alias.text = required_text(object, "text");
  if (object.contains("lang")) alias.lang = text_of(object, "lang");
  alias.ambiguity = ambiguity_of(object);
  alias.letter_case = case_of(object);
  alias.kind = text_of(object, "kind");
  return alias;
}

std::vector<Alias> aliases_of(const json& object, const std::string& label) {
  std::vector<Alias> aliases;
  if (const auto found = object.find("aliases"); found != object.end()) {
    if (!found->is_array()) throw EntityFault("\"aliases\" must be a list");
    for (const json& alias : *found) aliases.push_back(parse_alias(alias));
  }
  const std::string folded_label = fold(label);
  const auto is_label = [&](const Alias& alias) { return fold(alias.text) == folded_label; };
  if (std::ranges::none_of(aliases, is_label)) {
    Alias alias;
    alias.text = label;
    aliases.insert(aliases.begin(), std::move(alias));
  }
  return aliases;
}

json parse_object(std::string_view line) {
  json object;
  try {
    object = json::parse(line);
  } catch (const json::exception& error) {
    throw EntityFault("not JSON: " + std::string(error.what()));
  }
  if (!object.is_object()) throw EntityFault("a line must be one JSON object");
  return object;
}

}  // namespace

Entity parse_entity(std::string_view line, Facet type) {
  const json object = parse_object(line);
  check_keys(object, kEntityKeys, "an entity");
  Entity entity;
  entity.key = {type, required_text(object, "id")};
  if (!is_id(entity.key.id)) {
    throw EntityFault("id \"" + entity.key.id + "\" may have only a-z, 0-9 and -");
  }
  if (const std::string name = required_text(object, "type"); name != facet_row(type).name) {
    throw EntityFault("type \"" + name + "\" of \"" + entity.key.id + "\" does not fit the file " +
                      std::string(facet_row(type).name) + ".jsonl");
  }
  entity.label = required_text(object, "label");
  entity.kind = text_of(object, "kind");
  entity.wikidata = text_of(object, "wikidata");
  entity.country = text_of(object, "country");
  entity.parent = text_of(object, "parent");
  entity.maker = text_of(object, "maker");
  entity.orgs = list_of(object, "orgs");
  entity.tickers = list_of(object, "tickers");
  entity.context = list_of(object, "context");
  entity.aliases = aliases_of(object, entity.label);
  return entity;
}

}  // namespace techpolicy
