// What is known of companies, people and other entities, and what somebody may be typing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searchd/search/search_result.h"

namespace techpolicy {

struct EntitySummary {
  EntityKey key;
  std::string name;
  std::uint64_t count = 0;  ///< Articles that name it.
  std::uint64_t about = 0;  ///< Of these, mainly about it.
  std::optional<PartialDate> first_date;
  std::optional<PartialDate> last_date;
};

enum class EntitySort { most_articles, fewest_articles, name, name_backwards };

struct EntityListRequest {
  std::string prefix;        ///< Of a name or a word of one; empty: all.
  std::vector<Facet> types;  ///< Empty: all.
  EntitySort sort = EntitySort::most_articles;
  unsigned page = 1;
  unsigned per_page = 10;
};

struct EntityList {
  std::uint64_t total = 0;
  std::vector<EntitySummary> entities;  ///< Of the page.
  IndexInfo index;
};

struct EntityName {
  std::string text;
  std::string lang;    ///< BCP 47.
  std::string script;  ///< ISO 15924: "Latn", "Hani"; "Zyyy" where it has no letters.
};

struct EntityDetails {
  EntitySummary summary;
  bool in_gazetteer = true;  ///< Else only what articles say is known: name and counts.
  std::vector<EntityName> names;
  std::string kind;
  std::string wikidata;
  std::vector<std::string> tickers;
  std::string country;  ///< ISO 3166, lower case.
  std::optional<EntityRef> parent;
  std::vector<EntityRef> children;
  std::optional<EntityRef> maker;
  std::vector<EntityRef> products;
  std::vector<EntityRef> orgs;    ///< Of a person.
  std::vector<EntityRef> people;  ///< Of a company or organisation.
  std::vector<Hit> newest;        ///< Articles that name it.
  IndexInfo index;
};

struct SuggestRequest {
  std::string typed;
  std::vector<Facet> types;  ///< Entities of these types only; empty: all types.
  bool entities = true;
  bool phrases = true;
  bool titles = true;
  unsigned limit = 8;
};

struct Suggestion {
  std::string text;
  std::optional<EntityKey> entity;
  std::string article_id;   ///< Of a title. A phrase has neither: it is a query.
  std::uint64_t count = 0;  ///< Of an entity: articles that name it, at least 1.
  std::string matched;      ///< The name that fits; else the text itself.
};

struct Suggestions {
  std::vector<Suggestion> suggestions;  ///< Entities, phrases, titles; each best first.
  IndexInfo index;
};

}  // namespace techpolicy
