// Reads and checks a gazetteer folder: every fault names file and line, because people edit these
// files.
#include <algorithm>
#include <fstream>
#include <map>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/entity_json.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

namespace fs = std::filesystem;

struct Place {
  fs::path file;
  std::size_t line = 0;
};

std::string to_text(const Place& place) {
  return place.file.string() + ":" + std::to_string(place.line);
}

[[noreturn]] void fail(const Place& place, const std::string& fault) {
  throw CorpusError(to_text(place) + ": " + fault);
}

std::string described(const Entity& entity) {
  return std::string(facet_row(entity.key.type).name) + " \"" + entity.key.id + "\"";
}

/// The entities read so far, each with its place.
struct Draft {
  std::vector<Entity> entities;
  std::vector<Place> places;
  std::map<EntityKey, std::size_t> by_key;
};

/// Calls take(line, place) for each line that is not blank.
template <typename Take>
void each_line(const fs::path& file, const Take& take) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw CorpusError(file.string() + ": cannot be read; check its permissions");
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    take(line, Place{file, number});
  }
}

void read_entities(const fs::path& file, Facet type, Draft& draft) {
  each_line(file, [&](const std::string& line, const Place& place) {
    Entity entity;
    try {
      entity = parse_entity(line, type);
    } catch (const EntityFault& fault) {
      fail(place, fault.what());
    }
    const auto [known, is_new] = draft.by_key.emplace(entity.key, draft.entities.size());
    if (!is_new) {
      fail(place, "id of " + described(entity) + " stands already at " +
                      to_text(draft.places[known->second]) + "; give it another or merge the two");
    }
    draft.entities.push_back(std::move(entity));
    draft.places.push_back(place);
  });
}

bool has(const Draft& draft, Facet type, const std::string& id) {
  return draft.by_key.contains(EntityKey{type, id});
}

void check_links(const Draft& draft) {
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    const Entity& entity = draft.entities[i];
    const auto dangling = [&](std::string_view key, const std::string& id, std::string_view types) {
      fail(draft.places[i], described(entity) + ": " + std::string(key) + " \"" + id +
                                "\" is no id of a " + std::string(types));
    };
    if (!entity.parent.empty() && !has(draft, entity.key.type, entity.parent)) {
      dangling("parent", entity.parent, facet_row(entity.key.type).name);
    }
    if (!entity.maker.empty() && !has(draft, Facet::company, entity.maker)) {
      dangling("maker", entity.maker, "company");
    }
    for (const std::string& id : entity.orgs) {
      if (!has(draft, Facet::company, id) && !has(draft, Facet::org, id)) {
        dangling("org", id, "company or org");
      }
    }
  }
}

struct AliasUse {
  std::size_t entity = 0;
  Ambiguity ambiguity = Ambiguity::distinctive;
};

void check_shared_aliases(const Draft& draft) {
  std::map<std::string, AliasUse> uses;
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    for (const Alias& alias : draft.entities[i].aliases) {
      const auto [use, is_new] = uses.emplace(fold(alias.text), AliasUse{i, alias.ambiguity});
      const bool distinctive = alias.ambiguity == Ambiguity::distinctive ||
                               use->second.ambiguity == Ambiguity::distinctive;
      if (is_new || use->second.entity == i || !distinctive) continue;
      fail(draft.places[i], "alias \"" + alias.text + "\" of " + described(draft.entities[i]) +
                                " is also one of " + described(draft.entities[use->second.entity]) +
                                " (" + to_text(draft.places[use->second.entity]) +
                                "); give it amb 1 or 2 at both, or remove one");
    }
  }
}

void check_tickers(const Draft& draft) {
  std::map<std::string, std::size_t> owners;
  for (std::size_t i = 0; i < draft.entities.size(); ++i) {
    for (const std::string& ticker : draft.entities[i].tickers) {
      const auto [owner, is_new] = owners.emplace(ticker, i);
      if (is_new) continue;
      fail(draft.places[i], "ticker \"" + ticker + "\" of " + described(draft.entities[i]) +
                                " stands already at " + to_text(draft.places[owner->second]));
    }
  }
}

std::optional<Facet> entity_type(const std::string& name) {
  const std::optional<Facet> facet = facet_by_name(name);
  if (!facet || facet_row(*facet).kind != FacetKind::entity) return std::nullopt;
  return facet;
}

std::string type_names() {
  std::string names;
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  return names;
}

std::vector<fs::path> sorted_files(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) files.push_back(entry.path());
  if (error) {
    throw CorpusError(folder.string() + ": no gazetteer folder (" + error.message() +
                      "); name one with --gazetteer");
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Gazetteer Gazetteer::load(const fs::path& folder) {
  Draft draft;
  Gazetteer gazetteer;
  for (const fs::path& file : sorted_files(folder)) {
    if (file.filename() == "blockers.txt") {
      each_line(file, [&](const std::string& line, const Place&) {
        gazetteer.blockers_.push_back(line);
      });
    }
    if (file.extension() != ".jsonl") continue;
    const std::optional<Facet> type = entity_type(file.stem().string());
    if (!type) {
      throw CorpusError(file.string() + ": its name is no type; types are " + type_names());
    }
    read_entities(file, *type, draft);
  }
  if (draft.entities.empty()) {
    throw CorpusError(folder.string() + ": no entity; it must hold <type>.jsonl files");
  }
  check_links(draft);
  check_shared_aliases(draft);
  check_tickers(draft);
  gazetteer.entities_ = std::move(draft.entities);
  gazetteer.index_names();
  return gazetteer;
}

}  // namespace techpolicy
