#include "searchd/pages/query_words.h"

#include <vector>

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

/// Parts of what is a part itself stand in parentheses.
std::string part_in_words(const QueryNode& node) {
  const std::string words = query_in_words(node);
  return node.children.size() > 1 ? "(" + words + ")" : words;
}

std::vector<std::string> parts_in_words(const QueryNode& node) {
  std::vector<std::string> parts;
  for (const QueryNode& child : node.children) parts.push_back(part_in_words(child));
  return parts;
}

std::string alternatives(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    text = text.empty() ? part : ui_text("said_or", {{"first", text}, {"second", part}});
  }
  return text;
}

std::string dates(const QueryNode& node) {
  if (node.from && node.to && *node.from == *node.to) {
    return ui_text("said_date_in", {{"date", format_date(*node.from)}});
  }
  if (node.from && node.to) {
    return ui_text("said_date_between",
                   {{"from", format_date(*node.from)}, {"to", format_date(*node.to)}});
  }
  return node.from ? ui_text("said_date_from", {{"from", format_date(*node.from)}})
                   : ui_text("said_date_to", {{"to", format_date(*node.to)}});
}

std::string link_key(const Proximity& link) {
  switch (link.nearness) {
    case Nearness::near:
      return "said_near";
    case Nearness::adjacent:
      return "said_before";
    case Nearness::sentence:
      return "said_sentence";
    case Nearness::paragraph:
      return "said_paragraph";
  }
  return {};
}

std::string chain(const QueryNode& node) {
  std::string text = part_in_words(node.children.front());
  for (std::size_t i = 0; i < node.links.size(); ++i) {
    text = ui_text(link_key(node.links[i]), {{"first", text},
                                             {"second", part_in_words(node.children[i + 1])},
                                             {"n", format_number(node.links[i].distance)}});
  }
  return text;
}

std::string preference(const QueryNode& node) {
  std::vector<std::string> parts = parts_in_words(node);
  const std::string required = parts.front();
  parts.erase(parts.begin());
  return ui_text("said_better", {{"first", required}, {"rest", alternatives(parts)}});
}

std::string leaf(const QueryNode& node) {
  const auto said = [&](const char* key) { return ui_text(key, {{"text", node.text}}); };
  switch (node.kind) {
    case QueryKind::word:
      return said(node.exact ? "said_exact" : "said_word");
    case QueryKind::phrase:
      return said("said_phrase");
    case QueryKind::wildcard:
      return said("said_wildcard");
    case QueryKind::fuzzy:
      return ui_text(node.number == 1 ? "said_one_edit" : "said_two_edits", {{"text", node.text}});
    case QueryKind::cased:
      return said("said_cased");
    case QueryKind::facet_value:
      return ui_text("said_value", {{"type", facet_type(node.facet)}, {"text", node.text}});
    case QueryKind::about:
      return said("said_about");
    case QueryKind::author:
      return said("said_author");
    case QueryKind::url:
      return said("said_url");
    case QueryKind::id:
      return said("said_id");
    case QueryKind::date:
      return dates(node);
    case QueryKind::nothing:
      return ui_text("said_nothing");
    default:
      return ui_text("said_everything");
  }
}

}  // namespace

std::string query_in_words(const QueryNode& query) {
  switch (query.kind) {
    case QueryKind::conjunction:
      return ui_list(parts_in_words(query));
    case QueryKind::disjunction:
      return alternatives(parts_in_words(query));
    case QueryKind::preference:
      return preference(query);
    case QueryKind::proximity:
      return chain(query);
    case QueryKind::negation:
      return ui_text("said_not", {{"what", part_in_words(query.children.front())}});
    case QueryKind::at_least:
      return ui_text("said_at_least", {{"what", part_in_words(query.children.front())},
                                       {"n", format_number(query.number)}});
    case QueryKind::entity:
      return query_in_words(query.children.front());
    default:
      break;
  }
  std::string text = leaf(query);
  if (!query.field) return text;
  return ui_text("said_in_" + std::string(field_row(*query.field).name), {{"what", text}});
}

}  // namespace techpolicy
