#include "searchd/search/value_facts.h"

namespace techpolicy {

ValueFacts::ValueFacts(const FacetColumns& columns) : columns_(columns) {
  for (const FacetRow& row : kFacets) {
    std::vector<Fact>& facts = facts_[static_cast<std::size_t>(row.facet)];
    facts.resize(columns.distinct(row.facet));
    for (std::uint32_t document = 1; document < columns.documents_end(); ++document) {
      const auto values = columns.values(row.facet, document);
      const auto about = columns.about(row.facet, document);
      const DayNumber day = columns.first_day(document);
      for (std::size_t i = 0; i < values.size(); ++i) {
        Fact& fact = facts[values[i]];
        ++fact.articles;
        fact.about += about[i];
        if (day == kUndated) continue;
        if (fact.first == 0 || day < columns.first_day(fact.first)) fact.first = document;
        if (fact.last == 0 || day > columns.first_day(fact.last)) fact.last = document;
      }
    }
  }
}

ValueFact ValueFacts::of(const EntityKey& key) const {
  const auto ordinal = columns_.ordinal(key.type, key.id);
  if (!ordinal) return {};
  const Fact& fact = facts_[static_cast<std::size_t>(key.type)][*ordinal];
  ValueFact found{fact.articles, fact.about, std::nullopt, std::nullopt};
  if (fact.first != 0) found.first_date = columns_.date(fact.first);
  if (fact.last != 0) found.last_date = columns_.date(fact.last);
  return found;
}

}  // namespace techpolicy
