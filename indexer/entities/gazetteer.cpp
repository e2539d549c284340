// Look-up of entities by id and by name.
#include "indexer/entities/gazetteer.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {
namespace {

std::string typed_name(Facet type, std::string_view name) {
  std::string key(facet_row(type).name);
  key += ':';
  key += name;
  return key;
}

/// Levenshtein distance in bytes, or any number above `limit` where it is above it.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

void Gazetteer::index_names() {
  for (EntityIndex i = 0; i < entities_.size(); ++i) {
    const Entity& entity = entities_[i];
    by_key_.emplace(typed_name(entity.key.type, entity.key.id), i);
    for (const Alias& alias : entity.aliases) {
      auto& owners = by_name_[typed_name(entity.key.type, fold(alias.text))];
      if (owners.empty() || owners.back() != i) owners.push_back(i);
    }
  }
}

std::optional<EntityIndex> Gazetteer::index_of(const EntityKey& key) const {
  const auto found = by_key_.find(typed_name(key.type, key.id));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

const Entity* Gazetteer::find(const EntityKey& key) const {
  const std::optional<EntityIndex> index = index_of(key);
  return index ? &entities_[*index] : nullptr;
}

const Entity* Gazetteer::resolve(Facet type, std::string_view name) const {
  const std::string folded = fold(name);
  if (const Entity* entity = find({type, folded})) return entity;
  const auto found = by_name_.find(typed_name(type, folded));
  if (found == by_name_.end() || found->second.size() != 1) return nullptr;
  return &entities_[found->second.front()];
}

const Entity* Gazetteer::nearest(Facet type, std::string_view typed) const {
  const std::string wanted = fold(typed);
  const Entity* best = nullptr;
  std::size_t limit = 1 + wanted.size() / 5;  // "nvida" 1 edit away, "hauwei" 2
  const auto consider = [&](const Entity& entity, std::string_view name) {
    // A name must keep at least one of its letters.
    const std::size_t distance = edit_distance(wanted, name, limit);
    if (distance > limit || distance >= name.size()) return;
    if (best != nullptr && distance == limit) return;
    best = &entity;
    limit = distance;
  };
  for (const Entity& entity : entities_) {
    if (entity.key.type != type) continue;
    consider(entity, entity.key.id);
    for (const Alias& alias : entity.aliases) consider(entity, fold(alias.text));
  }
  return best;
}

std::filesystem::path default_gazetteer_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    auto installed =
        program.parent_path().parent_path() / "share" / "techpolicy-search" / "gazetteer";
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return TECHPOLICY_GAZETTEER_FOLDER;
}

}  // namespace techpolicy
