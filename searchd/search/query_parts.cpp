#include "searchd/search/query_parts.h"

#include <algorithm>
#include <utility>

namespace techpolicy {
namespace {

bool asks_for_dates(const QueryNode& query) {
  if (query.kind == QueryKind::negation) return false;
  return query.kind == QueryKind::date ||
         std::any_of(query.children.begin(), query.children.end(), asks_for_dates);
}

/// The conjunction of what `keep` leaves of each child; `everything` stands for nothing left.
template <typename Keep>
QueryNode remaining(const QueryNode& conjunction, Keep keep) {
  QueryNode rest = conjunction;
  rest.children.clear();
  for (const QueryNode& child : conjunction.children) {
    QueryNode kept = keep(child);
    if (kept.kind != QueryKind::everything) rest.children.push_back(std::move(kept));
  }
  if (rest.children.empty()) return {};
  if (rest.children.size() > 1) return rest;
  QueryNode last = std::move(rest.children.front());
  return last;
}

}  // namespace

QueryNode part_of(const QueryNode& query, std::size_t begin, std::size_t end) {
  if (query.children.empty() || (query.begin == begin && query.end == end)) return query;
  for (const QueryNode& child : query.children) {
    if (child.begin <= begin && end <= child.end) return part_of(child, begin, end);
  }
  return remaining(query, [&](const QueryNode& child) {
    return begin <= child.begin && child.end <= end ? child : QueryNode();
  });
}

QueryNode without_part(const QueryNode& query, std::size_t begin, std::size_t end) {
  if (begin <= query.begin && query.end <= end) return {};
  if (query.kind != QueryKind::conjunction) return query;
  return remaining(query, [&](const QueryNode& child) { return without_part(child, begin, end); });
}

QueryNode without_dates(const QueryNode& query) {
  if (!asks_for_dates(query)) return query;
  if (query.kind == QueryKind::preference) return without_dates(query.children.front());
  if (query.kind != QueryKind::conjunction) return {};
  return remaining(query, without_dates);
}

QueryNode with_part(const QueryNode& query, const QueryNode& old, const QueryNode& instead) {
  if (query.children.empty() && query.begin == old.begin && query.end == old.end) return instead;
  QueryNode copy = query;
  copy.children.clear();
  for (const QueryNode& child : query.children) {
    copy.children.push_back(with_part(child, old, instead));
  }
  return copy;
}

}  // namespace techpolicy
