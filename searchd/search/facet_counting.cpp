#include "searchd/search/facet_counting.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/schema/terms.h"
#include "searchd/search/resolve_value.h"

namespace techpolicy {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool asks_for_dates(const Clause& clause) {
  if (clause.kind == ClauseKind::negation) return false;
  return clause.kind == ClauseKind::date ||
         std::any_of(clause.children.begin(), clause.children.end(), asks_for_dates);
}

Clause value_clause(Facet facet, const std::string& value) {
  Clause clause;
  clause.kind = ClauseKind::term;
  clause.term = facet_term(facet, value);
  return clause;
}

}  // namespace

FilteredMatches::FilteredMatches(const SearchRequest& request, const Snapshot& snapshot,
                                 Matching& matching, const Clause& clause)
    : request_(request), snapshot_(snapshot), matching_(matching), filters_(request.filters) {
  resolve_filters();
  const FacetColumns& columns = snapshot.columns();
  const bool by_date = request.from || request.to;
  const DayRange range(request.from, request.to);
  const bool dates_in_text = asks_for_dates(clause);
  // First, so that places are read once for both.
  DocumentSet possible;
  if (dates_in_text) possible = matching.matches_if_dated(clause);
  within_dates_ = matching.matches(clause);
  if (!dates_in_text && by_date) possible = within_dates_;
  if (by_date) {
    std::erase_if(within_dates_, [&](std::uint32_t d) { return !columns.is_within(d, range); });
    std::erase_if(possible, [&](std::uint32_t d) {
      return !columns.is_within(d, range) && !columns.may_be_within(d, range);
    });
  }
  keep_new(within_dates_);
  documents_ = apply_filters(within_dates_, nullptr);
  if (!dates_in_text && !by_date) return;
  keep_new(possible);
  undated_excluded_ = apply_filters(std::move(possible), nullptr).size() - documents_.size();
}

DocumentSet FilteredMatches::filtered(DocumentSet documents) const {
  if (request_.from || request_.to) {
    const DayRange range(request_.from, request_.to);
    std::erase_if(documents, [&](std::uint32_t document) {
      return !snapshot_.columns().is_within(document, range);
    });
  }
  keep_new(documents);
  return apply_filters(std::move(documents), nullptr);
}

void FilteredMatches::keep_new(DocumentSet& documents) const {
  if (!request_.since) return;
  std::erase_if(documents, [&](std::uint32_t document) {
    return snapshot_.columns().sequence(document) <= *request_.since;
  });
}

void FilteredMatches::resolve_filters() {
  for (const FacetRow& row : kFacets) {
    FacetFilter& filter = filters_[static_cast<std::size_t>(row.facet)];
    const std::string name(row.name);
    for (auto* values : {&filter.any, &filter.none}) {
      for (std::string& value : *values) {
        value = resolve_facet_value(snapshot_, row.facet, value, name);
      }
    }
    for (std::string& value : filter.about) {
      value = resolve_facet_value(snapshot_, row.facet, value, "about");
    }
  }
}

DocumentSet FilteredMatches::naming(Facet facet, const std::string& value) const {
  if (request_.roll_up == RollUpTo::none || facet_row(facet).kind != FacetKind::entity) {
    return matching_.matches(value_clause(facet, value));
  }
  DocumentSet documents;
  for (const std::string& member : snapshot_.roll_up().family(facet, value)) {
    documents = unite(documents, matching_.matches(value_clause(facet, member)));
  }
  return documents;
}

void FilteredMatches::keep_about(DocumentSet& documents, Facet facet) const {
  const FacetFilter& filter = filters_[static_cast<std::size_t>(facet)];
  const FacetColumns& columns = snapshot_.columns();
  // By ordinal: which of the chosen values it stands for.
  std::vector<std::vector<bool>> chosen;
  for (const std::string& value : filter.about) {
    std::vector<bool>& ordinals = chosen.emplace_back(columns.distinct(facet));
    const auto mark = [&](const std::string& member) {
      if (const auto ordinal = columns.ordinal(facet, member)) ordinals[*ordinal] = true;
    };
    if (request_.roll_up == RollUpTo::none) {
      mark(value);
    } else {
      for (const std::string& member : snapshot_.roll_up().family(facet, value)) mark(member);
    }
  }
  std::erase_if(documents, [&](std::uint32_t document) {
    const auto values = columns.values(facet, document);
    const auto about = columns.about(facet, document);
    const auto is_about = [&](const std::vector<bool>& ordinals) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (about[i] != 0 && ordinals[values[i]]) return true;
      }
      return false;
    };
    return !(filter.all ? std::ranges::all_of(chosen, is_about)
                        : std::ranges::any_of(chosen, is_about));
  });
}

std::vector<EntityKey> FilteredMatches::entities_asked() const {
  std::vector<EntityKey> asked;
  for (const FacetRow& row : kFacets) {
    if (row.kind != FacetKind::entity) continue;
    const FacetFilter& filter = filters_[static_cast<std::size_t>(row.facet)];
    for (const std::string& value : filter.any) asked.push_back({row.facet, value});
    for (const std::string& value : filter.about) asked.push_back({row.facet, value});
  }
  return asked;
}

DocumentSet FilteredMatches::apply_filters(DocumentSet documents, const Facet* skipped) const {
  for (const FacetRow& row : kFacets) {
    const FacetFilter& filter = filters_[static_cast<std::size_t>(row.facet)];
    const bool chooses = skipped == nullptr || *skipped != row.facet;
    DocumentSet any;
    for (std::size_t i = 0; chooses && i < filter.any.size(); ++i) {
      const DocumentSet one = naming(row.facet, filter.any[i]);
      any = i == 0 ? one : (filter.all ? intersect(any, one) : unite(any, one));
    }
    if (chooses && !filter.any.empty()) documents = intersect(documents, any);
    if (chooses && !filter.about.empty()) keep_about(documents, row.facet);
    for (const std::string& value : filter.none) {
      documents = subtract(documents, naming(row.facet, value));
    }
  }
  return documents;
}

FilteredMatches::Counts FilteredMatches::count_values(Facet facet,
                                                      const DocumentSet& documents) const {
  const FacetColumns& columns = snapshot_.columns();
  const std::size_t distinct = snapshot_.roll_up().distinct(facet);
  Counts counts{std::vector<std::uint32_t>(distinct), std::vector<std::uint32_t>(distinct)};
  if (request_.roll_up == RollUpTo::parent || request_.count == CountOf::stories) {
    count_once(facet, documents, counts);
    return counts;
  }
  for (const std::uint32_t document : documents) {
    const auto values = columns.values(facet, document);
    const auto about = columns.about(facet, document);
    for (std::size_t i = 0; i < values.size(); ++i) {
      ++counts.articles[values[i]];
      counts.about[values[i]] += about[i];
    }
  }
  return counts;
}

/// A parent counts once for all its children in an article, and a story once for all its articles.
void FilteredMatches::count_once(Facet facet, const DocumentSet& documents, Counts& counts) const {
  const FacetColumns& columns = snapshot_.columns();
  const RollUp& roll_up = snapshot_.roll_up();
  const bool rolls_up = request_.roll_up == RollUpTo::parent;
  const bool of_stories = request_.count == CountOf::stories;
  // The article or story that counted last.
  std::vector<std::uint32_t> named_by(counts.articles.size());
  std::vector<std::uint32_t> about_by(counts.articles.size());
  const DocumentSet by_story = of_stories ? snapshot_.stories().by_story(documents) : DocumentSet{};
  for (const std::uint32_t document : of_stories ? by_story : documents) {
    const std::uint32_t counted = of_stories ? snapshot_.stories().story(document) : document;
    const auto values = columns.values(facet, document);
    const auto about = columns.about(facet, document);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto count = [&](std::uint32_t ordinal) {
        if (std::exchange(named_by[ordinal], counted) != counted) ++counts.articles[ordinal];
        if (about[i] == 0) return;
        if (std::exchange(about_by[ordinal], counted) != counted) ++counts.about[ordinal];
      };
      count(values[i]);
      if (!rolls_up) continue;
      for (const std::uint32_t parent : roll_up.ancestors(facet, values[i])) count(parent);
    }
  }
}

bool FilteredMatches::is_chosen(Facet facet, const std::string& value) const {
  const FacetFilter& filter = filters_[static_cast<std::size_t>(facet)];
  return contains(filter.any, value) || contains(filter.about, value);
}

FacetResult FilteredMatches::count(Facet facet, std::size_t most) const {
  const FacetFilter& filter = filters_[static_cast<std::size_t>(facet)];
  const bool chosen = !filter.any.empty() || !filter.about.empty();
  const bool beside = chosen && !filter.all;
  return beside ? count_in(facet, apply_filters(within_dates_, &facet), most)
                : count_in(facet, documents_, most);
}

FacetResult FilteredMatches::count_within(Facet facet) const {
  return count_in(facet, documents_, kAllValues);
}

FacetResult FilteredMatches::count_in(Facet facet, const DocumentSet& documents,
                                      std::size_t most) const {
  const FacetFilter& filter = filters_[static_cast<std::size_t>(facet)];
  const Counts counts = count_values(facet, documents);
  std::vector<std::uint32_t> counted;
  for (std::uint32_t ordinal = 0; ordinal < counts.articles.size(); ++ordinal) {
    if (counts.articles[ordinal] > 0) counted.push_back(ordinal);
  }
  const auto value = [&](std::uint32_t ordinal) -> const std::string& {
    return snapshot_.roll_up().value(facet, ordinal);
  };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return counts.articles[a] != counts.articles[b] ? counts.articles[a] > counts.articles[b]
                                                    : value(a) < value(b);
  };
  const auto shown = counted.begin() + static_cast<std::ptrdiff_t>(std::min(most, counted.size()));
  std::partial_sort(counted.begin(), shown, counted.end(), before);
  FacetResult result;
  result.facet = facet;
  result.conjunctive = filter.all;
  result.distinct = counted.size();
  std::set<std::string> asked(filter.any.begin(), filter.any.end());
  asked.insert(filter.none.begin(), filter.none.end());
  asked.insert(filter.about.begin(), filter.about.end());
  if (!asked.empty()) std::sort(shown, counted.end(), before);
  const auto add = [&](const std::string& name, std::uint32_t articles, std::uint32_t about) {
    result.values.push_back({name, "", articles, contains(filter.any, name),
                             contains(filter.none, name), about, contains(filter.about, name)});
  };
  for (auto ordinal = counted.begin(); ordinal != counted.end(); ++ordinal) {
    if (ordinal >= shown && asked.empty()) break;
    const bool is_asked = asked.erase(value(*ordinal)) > 0;
    if (ordinal >= shown && !is_asked) continue;
    add(value(*ordinal), counts.articles[*ordinal], counts.about[*ordinal]);
  }
  for (const std::string& absent : asked) add(absent, 0, 0);
  return result;
}

}  // namespace techpolicy
