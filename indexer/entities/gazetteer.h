// The list of known things: companies, people, places, organisations, products, laws, topics.
//
// Kept in `corpus/gazetteer/<type>.jsonl`, one entity a line, and `blockers.txt`; checked when
// loaded.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema/facets.h"

namespace techpolicy {

/// How sure an alias alone is.
enum class Ambiguity {
  distinctive = 0,   ///< Means the entity wherever it stands.
  also_a_word = 1,   ///< Needs a capital and evidence (Apple, Meta).
  mostly_other = 2,  ///< Needs strong evidence (X, Arm, Block).
};

enum class AliasCase { any, cap, exact };

struct Alias {
  std::string text;
  std::string lang = "en";
  Ambiguity ambiguity = Ambiguity::distinctive;
  AliasCase letter_case = AliasCase::any;
  std::string kind;  ///< "demonym" for an adjective of a place; else empty or free.
};

struct Entity {
  EntityKey key;
  std::string label;
  std::vector<Alias> aliases;  ///< The label is among them.
  std::string kind;
  std::string wikidata;
  std::string country;
  std::string parent;             ///< Entity id of the same type.
  std::string maker;              ///< Company id.
  std::vector<std::string> orgs;  ///< Company or org ids (of a person).
  std::vector<std::string> tickers;
  std::vector<std::string> context;  ///< Words that speak for it nearby.
};

using EntityIndex = std::size_t;  ///< Place in Gazetteer::entities().

/// Immutable after loading; any number of threads may read it.
class Gazetteer {
 public:
  /// Reads a folder. Throws CorpusError with file and line at the first fault: JSON, unknown key,
  /// no label, duplicate id or ticker, dangling parent/maker/org, one alias for two entities
  /// without amb.
  [[nodiscard]] static Gazetteer load(const std::filesystem::path& folder);

  /// The compiled form kept in an index, and back. Throws IndexError on damaged bytes.
  [[nodiscard]] std::string serialize() const;
  [[nodiscard]] static Gazetteer deserialize(std::string_view bytes);

  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] const std::vector<std::string>& blockers() const { return blockers_; }

  [[nodiscard]] const Entity* find(const EntityKey& key) const;
  [[nodiscard]] std::optional<EntityIndex> index_of(const EntityKey& key) const;

  /// The entity of a type by id, else by label or alias (folded); nullptr where none or several.
  [[nodiscard]] const Entity* resolve(Facet type, std::string_view name) const;

  /// The entity of a type whose id or alias is nearest in edits to what was typed; nullptr where
  /// none is near.
  [[nodiscard]] const Entity* nearest(Facet type, std::string_view typed) const;

 private:
  void index_names();

  std::vector<Entity> entities_;
  std::vector<std::string> blockers_;
  std::unordered_map<std::string, EntityIndex> by_key_;                ///< "type:id"
  std::unordered_map<std::string, std::vector<EntityIndex>> by_name_;  ///< "type:folded alias"
};

/// The gazetteer folder used where no flag names one: the installed one, else the source tree's.
[[nodiscard]] std::filesystem::path default_gazetteer_folder();

}  // namespace techpolicy
