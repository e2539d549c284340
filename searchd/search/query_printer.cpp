// The canonical text of a query tree: every operator written, quotation marks only where they are
// needed. The lexer itself is asked what needs them, so that printing and reading cannot differ.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "searchd/search/query.h"
#include "searchd/search/query_characters.h"
#include "searchd/search/query_dates.h"
#include "searchd/search/query_fault.h"
#include "searchd/search/query_operators.h"
#include "searchd/search/query_tokens.h"

namespace techpolicy {
namespace {

std::string quoted(std::string_view text) {
  std::u32string inner;
  for (const char32_t c : to_code_points(text)) {
    inner.push_back(quote_family(c) == QuoteFamily::quotation_mark ? U' ' : c);
  }
  return std::string("\"").append(to_utf8(inner)).append("\"");
}

/// Addresses may hold what is refused in quotes.
bool is_address(std::string_view text) {
  const std::u32string points = to_code_points(text);
  return !points.empty() && address_end(points, 0) == points.size();
}

/// A wildcard or "~", outside of addresses.
bool holds_symbol(std::string_view text) {
  const std::u32string points = to_code_points(text);
  if (address_end(points, 0) != 0) return false;
  return has_letter_or_digit(points) && std::any_of(points.begin(), points.end(), [](char32_t c) {
           return is_wildcard(c) || ascii_form(c) == U'~';
         });
}

/// Is the text, written after the prefix, read as one word that is the text?
bool is_bare(std::string_view prefix, std::string_view text) {
  try {
    const auto tokens = tokenize_query(to_code_points(std::string(prefix).append(text)));
    const std::size_t expected = prefix.empty() ? 1 : 2;
    return tokens.size() == expected && tokens.back().kind == QueryTokenKind::word &&
           !tokens.back().exact && to_utf8(tokens.back().text) == text;
  } catch (const QueryFault&) {
    return false;
  }
}

std::string print_value(const std::string& prefix, std::string_view text) {
  return prefix + (is_bare(prefix, text) ? std::string(text) : quoted(text));
}

std::string field_prefix(const QueryNode& node) {
  return node.field ? std::string(field_row(*node.field).name) + ":" : std::string();
}

std::string print_text(const QueryNode& node) {
  const std::string prefix = field_prefix(node);
  if (node.exact && is_address(node.text)) return prefix + "=" + node.text;
  if (node.kind == QueryKind::phrase || node.exact) return prefix + quoted(node.text);
  if (holds_symbol(node.text)) return prefix + quoted(node.text);
  if (is_bare(prefix, node.text)) return prefix + node.text;
  const std::string lower = ascii_lower_case(node.text);
  return prefix + (is_bare(prefix, lower) ? lower : quoted(node.text));
}

std::string print_facet(const QueryNode& node) {
  const std::string prefix = std::string(facet_row(node.facet).name) + ":";
  return print_value(prefix, node.text.empty() ? node.entity.id : node.text);
}

std::string bracketed(std::string_view text) { return std::string("(").append(text).append(")"); }

std::string print_operand(const QueryNode& node) {
  const QueryNode& shown =
      node.kind == QueryKind::entity && !node.children.empty() ? node.children.front() : node;
  std::string text = print_query(shown);
  return shown.children.size() > 1 ? bracketed(text) : text;
}

std::string print_joined(const QueryNode& node, std::string_view separator) {
  std::string text;
  for (const QueryNode& child : node.children) {
    if (&child != &node.children.front()) text += separator;
    text += node.children.size() == 1 ? print_query(child) : print_operand(child);
  }
  return text;
}

std::string print_chain(const QueryNode& node) {
  std::string text = print_operand(node.children.front());
  for (std::size_t i = 0; i < node.links.size(); ++i) {
    text += " " + print_proximity(node.links[i]) + " " + print_operand(node.children[i + 1]);
  }
  return text;
}

std::string print_preference(const QueryNode& node) {
  if (node.children.size() < 2) return print_joined(node, "");
  std::string text;
  for (const QueryNode& child : node.children) {
    const bool required = &child == &node.children.front();
    const bool brackets = required && child.kind == QueryKind::negation;
    text += required ? "+" : " OR ";
    text += brackets ? bracketed(print_operand(child)) : print_operand(child);
  }
  return text;
}

}  // namespace

std::string print_query(const QueryNode& node) {
  switch (node.kind) {
    case QueryKind::everything:
      return {};
    case QueryKind::nothing:
      return "\"\"";
    case QueryKind::word:
    case QueryKind::phrase:
      return print_text(node);
    case QueryKind::entity:
    case QueryKind::conjunction:
      return print_joined(node, " AND ");
    case QueryKind::disjunction:
      return print_joined(node, " OR ");
    case QueryKind::wildcard:
      return field_prefix(node) + node.text;
    case QueryKind::fuzzy:
      return field_prefix(node) + node.text + "~" + std::to_string(node.number);
    case QueryKind::cased:
      return print_value("caps:", node.text);
    case QueryKind::proximity:
      return print_chain(node);
    case QueryKind::at_least:
      return "atleast:" + std::to_string(node.number) + " " + print_operand(node.children.front());
    case QueryKind::facet_value:
      return print_facet(node);
    case QueryKind::about:
      return print_value("about:", node.text);
    case QueryKind::date:
      return "date:" + print_date_range(node.from, node.to);
    case QueryKind::author:
      return print_value("author:", node.text);
    case QueryKind::url:
      return print_value("url:", node.text);
    case QueryKind::id:
      return print_value("id:", node.text);
    case QueryKind::negation:
      return node.children.empty() ? std::string() : "NOT " + print_operand(node.children.front());
    case QueryKind::preference:
      return print_preference(node);
  }
  return {};
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  const bool same_node = a.kind == b.kind && a.text == b.text && a.field == b.field &&
                         a.exact == b.exact && a.entity == b.entity && a.facet == b.facet &&
                         a.from == b.from && a.to == b.to && a.number == b.number &&
                         a.links == b.links && a.children.size() == b.children.size();
  if (!same_node) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_query(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace techpolicy
