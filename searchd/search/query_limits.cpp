#include "searchd/search/query_limits.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"

namespace techpolicy {
namespace {

/// Parentheses and NOTs around the deepest leaf, as printed: compound operands have parentheses.
std::size_t printed_depth(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const QueryNode& child : node.children) {
    const bool after_plus = node.kind == QueryKind::preference && &child == &node.children.front();
    const bool brackets =
        child.children.size() > 1 || (after_plus && child.kind == QueryKind::negation);
    deepest = std::max(deepest, printed_depth(child) + (brackets ? 1 : 0));
  }
  return deepest + (node.kind == QueryKind::negation ? 1 : 0);
}

std::size_t term_count(const QueryToken& token) {
  const bool is_text = token.kind == QueryTokenKind::word || token.kind == QueryTokenKind::quoted;
  if (!is_text || !has_letter_or_digit(token.text)) return 0;
  return 1 + static_cast<std::size_t>(std::count(token.text.begin(), token.text.end(), U' '));
}

}  // namespace

void check_query_length(std::u32string_view text) {
  if (text.size() <= kMaxQueryCodePoints) return;
  std::size_t end = kMaxQueryCodePoints;
  while (end > 0 && !is_query_space(text[end])) --end;
  if (end == 0) end = kMaxQueryCodePoints;
  throw QueryFault("too_long", kMaxQueryCodePoints,
                   "A query may have " + std::to_string(kMaxQueryCodePoints) +
                       " characters; this one has " + std::to_string(text.size()) + ".",
                   {{end, text.size(), U""}});
}

void check_query_brackets(const std::vector<QueryToken>& tokens, std::size_t size) {
  std::vector<std::size_t> open;
  for (const QueryToken& token : tokens) {
    if (token.kind == QueryTokenKind::open) {
      open.push_back(token.begin);
      if (open.size() > kMaxQueryDepth) refuse_depth(token.begin);
    } else if (token.kind == QueryTokenKind::close) {
      if (open.empty()) {
        throw QueryFault("unbalanced_parenthesis", token.begin,
                         "A closing parenthesis has no opening one.",
                         {{token.begin, token.end, U" "}});
      }
      open.pop_back();
    }
  }
  if (open.empty()) return;
  throw QueryFault("unbalanced_parenthesis", open.back(), "A parenthesis is not closed.",
                   {{size, size, std::u32string(open.size(), U')')}});
}

void check_query_terms(const std::vector<QueryToken>& tokens) {
  std::size_t terms = 0;
  for (const QueryToken& token : tokens) {
    terms += term_count(token);
    if (terms <= kMaxQueryTerms) continue;
    throw QueryFault("too_many_terms", token.begin,
                     "A query may have " + std::to_string(kMaxQueryTerms) +
                         " words; for long texts use syntax=plain.",
                     {{token.begin, tokens.back().end, U""}});
  }
}

void check_query_depth(const QueryNode& root) {
  if (printed_depth(root) > kMaxQueryDepth) refuse_depth(root.begin);
}

void refuse_depth(std::size_t place) {
  throw QueryFault("too_deep", place,
                   "Parentheses and NOT may stand in each other " + std::to_string(kMaxQueryDepth) +
                       " deep. Write the query flatter.",
                   {});
}

}  // namespace techpolicy
