// The grammar of queries. Precedence: NOT - + bind tightest, then AND, then OR; words without an
// operator between them are joined by the default operator.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searchd/search/bad_request.h"
#include "searchd/search/query.h"
#include "searchd/search/query_characters.h"
#include "searchd/search/query_fault.h"
#include "searchd/search/query_leaves.h"
#include "searchd/search/query_limits.h"
#include "searchd/search/query_operands.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {
namespace {

/// Repairs of repairs: enough for what people type, few enough for what attackers send.
constexpr int kMaxRepairs = 32;

bool is_compound(const QueryNode& node) { return node.children.size() > 1; }

/// The node of a kind over those children that are something.
QueryNode combine(QueryKind kind, std::vector<QueryNode> children) {
  std::erase_if(children, [](const QueryNode& child) { return child.kind == QueryKind::nothing; });
  QueryNode node;
  node.kind = children.empty() ? QueryKind::nothing : kind;
  if (children.size() == 1) return std::move(children.front());
  if (!children.empty()) {
    node.begin = children.front().begin;
    for (const QueryNode& child : children) {
      node.begin = std::min(node.begin, child.begin);
      node.end = std::max(node.end, child.end);
    }
  }
  node.children = std::move(children);
  return node;
}

/// One operand of a chain of OR, with what the grammar must know of its surroundings.
struct Operand {
  QueryNode node;
  bool required = false;  ///< "+x".
  bool negated = false;   ///< "-x" or "NOT x".
  bool beside_explicit_or = false;
};

/// "+a b": a must match, b adds to the score. "a b -c" with default operator any: not c, whatever
/// of a and b matches; with OR written beside it, "-c" is an alternative like the others.
QueryNode combine_alternatives(std::vector<Operand> operands) {
  if (operands.size() == 1) return std::move(operands.front().node);
  std::vector<QueryNode> required;
  std::vector<QueryNode> optional;
  std::vector<QueryNode> all(1);
  for (Operand& operand : operands) {
    const bool excluded = operand.negated && !operand.beside_explicit_or;
    auto& group = operand.required ? required : (excluded ? all : optional);
    group.push_back(std::move(operand.node));
  }
  QueryNode must = combine(QueryKind::conjunction, std::move(required));
  if (must.kind == QueryKind::nothing) {
    all.front() = combine(QueryKind::disjunction, std::move(optional));
  } else {
    optional.insert(optional.begin(), std::move(must));
    all.front() = combine(QueryKind::preference, std::move(optional));
  }
  return combine(QueryKind::conjunction, std::move(all));
}

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, const QueryOptions& options)
      : tokens_(std::move(tokens)), options_(options) {}

  /// The brackets of the tokens must be balanced.
  QueryNode parse() { return tokens_.empty() ? combine(QueryKind::nothing, {}) : chain(); }

 private:
  [[nodiscard]] bool is_at(QueryTokenKind kind) const {
    return position_ < tokens_.size() && tokens_[position_].kind == kind;
  }
  [[nodiscard]] bool at_operand() const {
    return position_ < tokens_.size() && !is_at(QueryTokenKind::close) &&
           !is_at(QueryTokenKind::conjunction) && !is_at(QueryTokenKind::disjunction) &&
           !is_at(QueryTokenKind::proximity);
  }
  [[nodiscard]] bool accept(QueryTokenKind kind) {
    const bool found = is_at(kind);
    if (found) ++position_;
    return found;
  }

  QueryNode chain();
  Operand conjunction();
  Operand signed_operand();
  Operand negation();
  QueryNode proximity();
  QueryNode operand();
  QueryNode at_least();
  QueryNode leaf(const std::optional<QueryField>& field, std::size_t begin);
  QueryNode field();
  QueryNode group(const std::optional<QueryField>& field, std::size_t begin);
  void descend(std::size_t place);
  [[noreturn]] void refuse_missing_operand() const;

  std::vector<QueryToken> tokens_;
  const QueryOptions& options_;
  std::size_t position_ = 0;
  std::size_t depth_ = 0;
  std::optional<QueryField> group_field_;
};

QueryNode Parser::chain() {
  std::vector<Operand> operands;
  operands.push_back(conjunction());
  while (true) {
    const bool written = accept(QueryTokenKind::disjunction);
    // With default operator all, conjunction() has taken every neighbour.
    if (!written && !at_operand()) break;
    operands.back().beside_explicit_or |= written;
    operands.push_back(conjunction());
    operands.back().beside_explicit_or = written;
  }
  return combine_alternatives(std::move(operands));
}

Operand Parser::conjunction() {
  Operand first = signed_operand();
  std::vector<QueryNode> nodes;
  const bool implicit = options_.default_operator == DefaultOperator::all;
  while (accept(QueryTokenKind::conjunction) || (implicit && at_operand())) {
    nodes.push_back(signed_operand().node);
  }
  if (nodes.empty()) return first;
  nodes.insert(nodes.begin(), std::move(first.node));
  Operand all;
  all.node = combine(QueryKind::conjunction, std::move(nodes));
  return all;
}

Operand Parser::signed_operand() {
  if (is_at(QueryTokenKind::negation) || is_at(QueryTokenKind::minus)) return negation();
  Operand result;
  result.required = accept(QueryTokenKind::plus);
  result.node = proximity();
  return result;
}

Operand Parser::negation() {
  const QueryToken& sign = tokens_[position_++];
  descend(sign.begin);
  const bool again = sign.kind == QueryTokenKind::negation &&
                     (is_at(QueryTokenKind::negation) || is_at(QueryTokenKind::minus));
  QueryNode child = again ? negation().node : proximity();
  --depth_;
  Operand result;
  result.negated = true;
  result.node.begin = sign.begin;
  result.node.end = child.end;
  result.node.kind = child.kind == QueryKind::nothing ? child.kind : QueryKind::negation;
  if (child.kind != QueryKind::nothing) result.node.children.push_back(std::move(child));
  return result;
}

/// "a NEAR/5 b SENTENCE c": each operand stands so to the next.
QueryNode Parser::proximity() {
  QueryNode first = operand();
  if (!is_at(QueryTokenKind::proximity)) return first;
  QueryNode chain;
  chain.kind = QueryKind::proximity;
  chain.begin = first.begin;
  if (first.kind != QueryKind::nothing) chain.children.push_back(std::move(first));
  while (is_at(QueryTokenKind::proximity)) {
    const QueryToken& link = tokens_[position_++];
    QueryNode next = operand();
    if (next.kind == QueryKind::nothing) continue;
    if (!chain.children.empty()) chain.links.push_back(link.proximity);
    chain.children.push_back(std::move(next));
    check_proximity_operands(chain, link);
  }
  if (chain.children.empty()) return combine(QueryKind::nothing, {});
  if (chain.children.size() == 1) return std::move(chain.children.front());
  chain.end = chain.children.back().end;
  return chain;
}

/// "atleast:5 Huawei".
QueryNode Parser::at_least() {
  const QueryToken& token = tokens_[position_++];
  QueryNode node;
  node.kind = QueryKind::at_least;
  node.number = token.number;
  node.begin = token.begin;
  QueryNode counted = operand();
  check_counted_operand(counted, token);
  node.end = counted.end;
  if (counted.kind == QueryKind::nothing) return counted;
  node.children.push_back(std::move(counted));
  return node;
}

QueryNode Parser::operand() {
  if (!at_operand() || is_at(QueryTokenKind::plus) || is_at(QueryTokenKind::minus) ||
      is_at(QueryTokenKind::negation)) {
    refuse_missing_operand();
  }
  if (is_at(QueryTokenKind::field)) return field();
  if (is_at(QueryTokenKind::at_least)) return at_least();
  if (is_at(QueryTokenKind::open)) return group(group_field_, tokens_[position_].begin);
  return leaf(group_field_, tokens_[position_].begin);
}

QueryNode Parser::leaf(const std::optional<QueryField>& field, std::size_t begin) {
  const QueryToken& token = tokens_[position_++];
  QueryNode node = make_leaf(token, field, begin, options_.today);
  if (node.kind == QueryKind::date && position_ < tokens_.size()) {
    refuse_split_range(token, tokens_[position_]);
  }
  return node;
}

QueryNode Parser::field() {
  const QueryToken& token = tokens_[position_++];
  if (group_field_) {
    throw QueryFault("nested_field", token.begin, "A field cannot hold another field.",
                     {{token.begin, token.end, U""}});
  }
  return is_at(QueryTokenKind::open) ? group(token.field, token.begin)
                                     : leaf(token.field, token.begin);
}

QueryNode Parser::group(const std::optional<QueryField>& field, std::size_t begin) {
  descend(tokens_[position_].begin);
  const std::size_t open = tokens_[position_++].begin;
  if (is_at(QueryTokenKind::close)) {
    throw QueryFault("empty_parentheses", open, "There is nothing between these parentheses.",
                     {{begin, tokens_[position_].end, U""}});
  }
  const std::optional<QueryField> outer = std::exchange(group_field_, field);
  QueryNode node = chain();
  group_field_ = outer;
  if (is_compound(node)) {
    node.begin = begin;
    node.end = tokens_[position_].end;
  }
  ++position_;
  --depth_;
  return node;
}

void Parser::descend(std::size_t place) {
  if (++depth_ > kMaxQueryDepth) refuse_depth(place);
}

void Parser::refuse_missing_operand() const {
  const bool at_end = position_ == tokens_.size() || is_at(QueryTokenKind::close);
  const bool after_sign = position_ > 0 && (tokens_[position_ - 1].kind == QueryTokenKind::plus ||
                                            tokens_[position_ - 1].kind == QueryTokenKind::minus);
  const QueryToken& token = tokens_[position_ - (at_end || after_sign ? 1 : 0)];
  throw QueryFault("dangling_operator", token.begin,
                   "This operator has nothing to work on. To search for the word itself put it in "
                   "quotation marks or write it in small letters.",
                   {{token.begin, token.end, U""}});
}

QueryNode parse_text(std::u32string_view text, const QueryOptions& options) {
  if (is_blank(text)) return {};
  check_query_length(text);
  std::vector<QueryToken> tokens = tokenize_query(text);
  check_query_brackets(tokens, text.size());
  check_query_terms(tokens);
  QueryNode node = Parser(std::move(tokens), options).parse();
  check_query_depth(node);
  return node;
}

/// The query with the fault mended, and whatever faults the mended one has; empty where that fails
/// or says nothing.
std::string repaired_query(std::u32string text, std::vector<QueryEdit> edits,
                           const QueryOptions& options) {
  for (int round = 0; round < kMaxRepairs && !edits.empty(); ++round) {
    text = apply_edits(std::move(text), edits);
    while (!text.empty() && is_query_space(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_query_space));
    try {
      const QueryNode node = parse_text(text, options);
      const bool says_something =
          node.kind != QueryKind::everything && node.kind != QueryKind::nothing;
      return says_something ? to_utf8(text) : std::string();
    } catch (const QueryFault& fault) {
      edits = fault.edits();
    }
  }
  return {};
}

QueryNode parse_plain(std::u32string_view text, DefaultOperator default_operator) {
  if (is_blank(text)) return {};
  if (text.size() > kMaxPlainCodePoints) {
    RequestFault fault;
    fault.parameter = "q";
    fault.code = "too_long";
    fault.detail = "A plain text may have " + std::to_string(kMaxPlainCodePoints) + " characters.";
    fault.position = kMaxPlainCodePoints;
    fault.suggestion = to_utf8(text.substr(0, kMaxPlainCodePoints));
    throw BadRequest({std::move(fault)});
  }
  // A word said twice counts twice, and names keep all their words.
  std::vector<QueryToken> tokens = tokenize_plain_query(text);
  tokens.resize(std::min(tokens.size(), kMaxQueryTerms));
  std::vector<QueryNode> words;
  for (const QueryToken& token : tokens) {
    words.push_back(make_leaf(token, std::nullopt, token.begin, 0));
  }
  const bool all = default_operator == DefaultOperator::all;
  return combine(all ? QueryKind::conjunction : QueryKind::disjunction, std::move(words));
}

}  // namespace

QueryNode parse_query(std::string_view text, const QueryOptions& options) {
  const std::u32string points = to_code_points(text);
  if (options.syntax == QuerySyntax::plain) return parse_plain(points, options.default_operator);
  try {
    return parse_text(points, options);
  } catch (const QueryFault& found) {
    RequestFault fault;
    fault.parameter = "q";
    fault.code = found.code();
    fault.detail = found.what();
    fault.position = found.position();
    fault.suggestion = repaired_query(points, found.edits(), options);
    throw BadRequest({std::move(fault)});
  }
}

}  // namespace techpolicy
