// The XML of a feed, RSS 2.0, RSS 1.0 (RDF) or Atom, as items with named values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace techpolicy {

/// An element of an item, or of the feed's head.
struct FeedElement {
  /// With the usual prefix of its namespace, whatever the feed calls it: "title", "dc:date",
  /// "content:encoded", "atom:link". Of an element in an element "atom:author/atom:name".
  std::string name;
  std::string text;    ///< All text in it.
  std::string markup;  ///< The same with its inner elements as HTML; empty where it has none.
  /// By their names without a prefix.
  std::vector<std::pair<std::string, std::string>> attributes;

  /// Empty where there is no such attribute.
  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
};

struct FeedItem {
  std::vector<FeedElement> elements;
  std::size_t line = 0;  ///< 1-based.
  std::string fault;     ///< Why it is not whole; empty where it is.
};

struct ParsedFeed {
  std::string root;  ///< Local name of the root element; empty where there is none.
  std::vector<FeedElement> head;
  std::vector<FeedItem> items;
  std::string fault;  ///< Of the XML around the items; empty where it is sound.
  std::size_t fault_line = 0;

  [[nodiscard]] bool is_feed() const { return root == "rss" || root == "feed" || root == "RDF"; }
};

/// `text` must be valid UTF-8 (see decode_text()). Loads nothing from anywhere and knows no entity
/// but XML's and HTML's own. Linear; no recursion.
[[nodiscard]] ParsedFeed parse_feed(std::string_view text);

}  // namespace techpolicy
