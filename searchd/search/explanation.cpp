#include "searchd/search/explanation.h"

#include <algorithm>
#include <utility>

#include "searchd/search/bad_request.h"
#include "searchd/search/matching.h"
#include "searchd/search/query_parts.h"

namespace techpolicy {
namespace {

/// Lists of places, for all counts together and again for all totals.
constexpr std::size_t kMaxPositionLists = 10'000;

/// Children that are parts of the query by themselves: a name or an expanded word is one thing.
bool has_parts(ClauseKind kind) {
  return kind == ClauseKind::conjunction || kind == ClauseKind::disjunction ||
         kind == ClauseKind::negation || kind == ClauseKind::preference ||
         kind == ClauseKind::proximity || kind == ClauseKind::at_least;
}

/// nullopt where too many places would have to be read.
std::optional<DocumentSet> try_matches(Matching& matching, const Clause& clause,
                                       const DocumentSet* within) {
  try {
    return matching.matches(clause, within);
  } catch (const BadRequest&) {
    return std::nullopt;
  }
}

/// For each document which of the parts it lacks, as far as that matters: none, one, or more.
class Lacking {
 public:
  explicit Lacking(DocumentSet all) : all_(std::move(all)), lacks_(all_.size(), kNone) {}

  /// Documents that lack one part at most.
  [[nodiscard]] DocumentSet near_misses() const {
    return chosen([](std::size_t lacks) { return lacks != kMore; });
  }
  /// Documents that would match without this part.
  [[nodiscard]] DocumentSet without(std::size_t part) const {
    return chosen([part](std::size_t lacks) { return lacks == kNone || lacks == part; });
  }
  /// `holding` must be right for the near misses.
  void note(std::size_t part, const DocumentSet& holding) {
    auto next = holding.begin();
    for (std::size_t i = 0; i < all_.size(); ++i) {
      while (next != holding.end() && *next < all_[i]) ++next;
      if (next != holding.end() && *next == all_[i]) continue;
      lacks_[i] = lacks_[i] == kNone ? part : kMore;
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kMore = static_cast<std::size_t>(-2);

  template <typename Wanted>
  [[nodiscard]] DocumentSet chosen(Wanted wanted) const {
    DocumentSet documents;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (wanted(lacks_[i])) documents.push_back(all_[i]);
    }
    return documents;
  }

  DocumentSet all_;
  std::vector<std::size_t> lacks_;
};

class Explainer {
 public:
  Explainer(const QueryNode& parsed, const Snapshot& snapshot, Xapian::Database& database)
      : parsed_(parsed),
        counting_(snapshot, database, kMaxPositionLists),
        lacking_(snapshot, database, kMaxPositionLists) {}

  std::vector<ExplainedClause> run(const Clause& clause, const FilteredMatches& filtered) {
    const bool several = clause.kind == ClauseKind::conjunction;
    const std::span<const Clause> parts(several ? clause.children.data() : &clause,
                                        several ? clause.children.size() : 1);
    std::vector<std::size_t> rows;
    for (const Clause& part : parts) {
      rows.push_back(rows_.size());
      add(part, 0);
    }
    add_totals(parts, rows, filtered);
    return std::move(rows_);
  }

 private:
  void add(const Clause& clause, unsigned depth) {
    ExplainedClause row;
    row.clause = print_query(part_of(parsed_, clause.begin, clause.end));
    row.depth = depth;
    if (const auto found = try_matches(counting_, clause, nullptr)) row.count = found->size();
    if (clause.kind == ClauseKind::forms) row.words = clause.words;
    rows_.push_back(std::move(row));
    if (!has_parts(clause.kind)) return;
    for (const Clause& child : clause.children) {
      if (child.end > child.begin) add(child, depth + 1);
    }
  }

  void add_totals(std::span<const Clause> parts, const std::vector<std::size_t>& rows,
                  const FilteredMatches& filtered) {
    Lacking lacking(lacking_.all_documents());
    // Parts whose places have to be looked at come last, in few documents.
    for (const bool placed : {false, true}) {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (needs_places(parts[i]) != placed) continue;
        const DocumentSet near = lacking.near_misses();
        const auto found = try_matches(lacking_, parts[i], placed ? &near : nullptr);
        if (!found) return;
        lacking.note(i, *found);
      }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      ExplainedClause& row = rows_[rows[i]];
      row.query_without = print_query(without_part(parsed_, parts[i].begin, parts[i].end));
      row.total_without = filtered.filtered(lacking.without(i)).size();
    }
  }

  const QueryNode& parsed_;
  Matching counting_;
  Matching lacking_;
  std::vector<ExplainedClause> rows_;
};

}  // namespace

std::vector<ExplainedClause> explain(const QueryNode& parsed, const ResolvedQuery& resolved,
                                     const FilteredMatches& filtered, const Snapshot& snapshot,
                                     Xapian::Database& database) {
  if (parsed.kind == QueryKind::everything) return {};
  return Explainer(parsed, snapshot, database).run(resolved.clause, filtered);
}

}  // namespace techpolicy
