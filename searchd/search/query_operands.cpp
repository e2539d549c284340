#include "searchd/search/query_operands.h"

#include <algorithm>
#include <string>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"

namespace techpolicy {
namespace {

bool has_places(QueryKind kind) {
  return kind == QueryKind::word || kind == QueryKind::phrase || kind == QueryKind::wildcard ||
         kind == QueryKind::fuzzy || kind == QueryKind::cased || kind == QueryKind::entity;
}

/// Nothing in it but alternatives that stand at places of the text.
bool is_suitable(const QueryNode& node) {
  if (node.kind != QueryKind::disjunction) return has_places(node.kind);
  return std::all_of(node.children.begin(), node.children.end(), is_suitable);
}

const QueryNode& first_leaf(const QueryNode& node) {
  return node.children.empty() ? node : first_leaf(node.children.front());
}

bool is_in_field(const QueryNode& node, const std::optional<Field>& field) {
  if (node.children.empty()) return node.field == field;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return is_in_field(child, field); });
}

}  // namespace

void check_proximity_operands(const QueryNode& chain, const QueryToken& operator_token) {
  const QueryEdit as_and{operator_token.begin, operator_token.end, U"AND"};
  for (const QueryNode& operand : chain.children) {
    if (is_suitable(operand)) continue;
    throw QueryFault("unsuitable_operand", operator_token.begin,
                     "Beside this operator stand words, phrases, or words joined by OR in "
                     "parentheses. Chains need no parentheses: a NEAR/5 b NEAR/5 c.",
                     {as_and});
  }
  const std::optional<Field> field = first_leaf(chain).field;
  if (is_in_field(chain, field)) return;
  throw QueryFault("unsuitable_operand", operator_token.begin,
                   "Both sides of this operator must be in one field: title:(a NEAR/5 b).",
                   {as_and});
}

void check_counted_operand(const QueryNode& operand, const QueryToken& operator_token) {
  if (is_suitable(operand)) return;
  throw QueryFault("unsuitable_operand", operator_token.begin,
                   "\"atleast:\" counts a word, a phrase, or words joined by OR in parentheses.",
                   {{operator_token.begin, operator_token.end, U""}});
}

}  // namespace techpolicy
