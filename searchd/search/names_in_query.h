// Known names in the words and phrases of one query, and what they were taken for.
#pragma once

#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/entities/mentioned_names.h"
#include "searchd/search/search_result.h"
#include "searchd/search/snapshot.h"

namespace techpolicy {

class NamesInQuery {
 public:
  /// `aliases` false: finds none. Borrows the snapshot.
  NamesInQuery(const Snapshot& snapshot, bool aliases) : snapshot_(snapshot), aliases_(aliases) {}

  /// Citations of laws that are known, then names of the gazetteer, certain ones and others.
  [[nodiscard]] std::vector<QueryName> in(const TextAnalysis& typed);

  [[nodiscard]] const EntityKey& key(const QueryName& name) const {
    return known().key(name.entity);
  }

  /// Notes that the query was widened with all names of an entity, or that a word may mean one.
  void widen_with(const QueryName& name) { note(also_, name); }
  void offer(const QueryName& name) { note(offered_, name); }

  [[nodiscard]] const std::vector<EntityRef>& also() const { return also_; }
  [[nodiscard]] const std::vector<EntityRef>& offered() const { return offered_; }

 private:
  [[nodiscard]] MentionedNames known() const { return {snapshot_.lexicon().gazetteer(), cited_}; }
  void add_cited_laws(const TextAnalysis& typed, std::vector<QueryName>& names);
  void note(std::vector<EntityRef>& list, const QueryName& name) const;

  const Snapshot& snapshot_;
  bool aliases_;
  std::vector<FoundName> cited_;  ///< Of the query, behind the gazetteer's entities.
  std::vector<EntityRef> also_;
  std::vector<EntityRef> offered_;
};

}  // namespace techpolicy
