// A parsed HTML page as a flat list of nodes, so that no code but the parser's sees libxml2 and
// none of it needs recursion: pages nest as deep as their authors want.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace techpolicy {

struct HtmlAttribute {
  std::string name;
  std::string value;
};

struct HtmlNode {
  enum class Kind { element, text, comment };

  Kind kind = Kind::element;
  std::size_t parent = 0;  ///< Index; the root is its own parent.
  std::size_t end = 0;     ///< One past the last node inside this one.
  std::string name;        ///< Of an element, in lower case.
  std::string text;        ///< Of a text or a comment, entities resolved.
  std::vector<HtmlAttribute> attributes;

  [[nodiscard]] bool is(std::string_view element) const { return name == element; }
  /// Empty where there is no such attribute.
  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
  [[nodiscard]] bool has_attribute(std::string_view attribute_name) const;
};

/// In document order, so that the nodes inside node i are those from i + 1 to its `end`. Node 0 is
/// the document itself. Never empty.
using HtmlTree = std::vector<HtmlNode>;

/// So deep pages are read: those whose authors forget end tags come to hundreds. The parser looks
/// through all open elements at each end tag, so that without a bound pages could hold it for
/// hours.
inline constexpr int kDeepestElement = 1000;

struct ParsedHtml {
  HtmlTree tree;
  bool whole = true;  ///< False where elements nest deeper: the page is read up to there.
};

/// Parses as browsers do: broken markup gives some tree, never an error. Loads nothing from
/// anywhere. `html` must be valid UTF-8; what it declares about its character set is ignored.
[[nodiscard]] ParsedHtml parse_html(std::string_view html);

}  // namespace techpolicy
