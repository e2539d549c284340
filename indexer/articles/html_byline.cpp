#include "indexer/articles/html_byline.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/articles/ascii.h"
#include "indexer/articles/html_boilerplate.h"

namespace techpolicy {
namespace {

constexpr std::array<std::string_view, 5> kBy = {"by ", "von ", "par ", "por ", "di "};

/// All text inside, on one line.
std::string line_of(const HtmlTree& tree, std::size_t i) {
  std::string line;
  for (std::size_t j = i; j < tree[i].end;) {
    if (is_silent_element(tree[j])) {
      j = tree[j].end;
      continue;
    }
    for (const char c : tree[j].kind == HtmlNode::Kind::text ? tree[j].text : std::string{}) {
      const bool space = is_ascii_space(c);
      if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
    }
    ++j;
  }
  return std::string(ascii_trim(line));
}

bool is_called_author(const HtmlNode& node) {
  for (const std::string_view attribute : {"class", "id", "itemprop", "rel"}) {
    const std::string names = ascii_lower(node.attribute(attribute));
    if (names.find("author") != std::string::npos || names.find("byline") != std::string::npos) {
      return true;
    }
  }
  return false;
}

/// Two to four words with a capital each, and no digits: "Jane Q. Roe".
bool is_name(std::string_view text) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 4;
  std::size_t words = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const char first = text.front();
    const bool capital = (first >= 'A' && first <= 'Z') || (first & 0x80) != 0;
    if (!capital) return false;
    if (text.substr(0, end).find_first_of("0123456789|:@/!?,") != std::string_view::npos) {
      return false;
    }
    ++words;
    text = ascii_trim(text.substr(end));
  }
  return words >= kFewest && words <= kMost;
}

/// The name in "By Jane Roe", else in "Jane Roe" where `called_author`.
std::string name_in(std::string_view line, bool called_author) {
  const std::string lower = ascii_lower(line);
  for (const std::string_view by : kBy) {
    if (!lower.starts_with(by)) continue;
    line = ascii_trim(line.substr(by.size()));
    return is_name(line) ? std::string(line) : std::string{};
  }
  return called_author && is_name(line) ? std::string(line) : std::string{};
}

}  // namespace

std::string byline_near(const HtmlTree& tree, std::size_t heading) {
  constexpr std::size_t kNearNodes = 150;  // Below the headline; above it the menus are.
  constexpr std::size_t kNodesInByline = 12;
  const std::size_t end = std::min(tree.size(), tree[heading].end + kNearNodes);
  for (std::size_t i = tree[heading].end; i < end; ++i) {
    const HtmlNode& node = tree[i];
    if (node.kind != HtmlNode::Kind::element || node.end - i > kNodesInByline) continue;
    if (is_silent_element(node)) continue;
    std::string name = name_in(line_of(tree, i), is_called_author(node));
    if (!name.empty()) return name;
  }
  return {};
}

}  // namespace techpolicy
