#include "indexer/entities/maker_names.h"

#include <algorithm>

namespace techpolicy {
namespace {

/// Do tokens [first, last] spell a name of the entity?
bool spell(const MatcherTables& tables, const NameScan& scan, std::size_t first, std::size_t last,
           EntityIndex entity) {
  AliasTrie::Node node = AliasTrie::kRoot;
  for (std::size_t i = first; i <= last; ++i) {
    const auto next = tables.trie.next(node, scan.words[i]);
    if (!next) return false;
    node = *next;
  }
  return std::ranges::any_of(tables.trie.forms(node),
                             [&](const NameForm& form) { return form.entity == entity; });
}

}  // namespace

std::optional<MakerInFront> maker_in_front(const MatcherTables& tables, const NameScan& scan,
                                           const Candidate& candidate, EntityIndex product) {
  const std::string& id = tables.gazetteer.entities()[product].maker;
  if (id.empty() || candidate.first == candidate.last) return std::nullopt;
  const auto maker = tables.gazetteer.index_of({Facet::company, id});
  if (!maker) return std::nullopt;
  for (std::size_t last = candidate.first; last < candidate.last; ++last) {
    const bool is_two = spell(tables, scan, candidate.first, last, *maker) &&
                        spell(tables, scan, last + 1, candidate.last, product);
    if (is_two) return MakerInFront{*maker, last};
  }
  return std::nullopt;
}

}  // namespace techpolicy
