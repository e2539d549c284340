#include "indexer/articles/html_main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indexer/articles/ascii.h"
#include "indexer/articles/html_block_choice.h"
#include "indexer/articles/html_blocks.h"

namespace techpolicy {
namespace {

/// Blocks that hold text for the element around them.
constexpr std::array<std::string_view, 12> kTextBlocks = {
    "p", "blockquote", "pre", "li", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "tr"};

/// A shorter run of text is a label more often than a sentence.
constexpr std::size_t kMinProseBytes = 25;

/// What narrowing may lose: a line beside the story, not a paragraph of it.
constexpr std::size_t kMostOfPercent = 95;

bool is_one_of(const HtmlNode& node, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), node.name) != names.end();
}

std::size_t running_text(const HtmlMarks& marks, std::size_t i) {
  return marks.text[i] - marks.links[i];
}

/// The element with the most running text of its own; a part of it counts for the element around,
/// because stories are divided into sections.
std::size_t densest_element(const HtmlTree& tree, const HtmlMarks& marks) {
  const std::vector<std::size_t> blocks = block_elements(tree);
  std::vector<std::size_t> own(tree.size(), 0);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (tree[i].kind == HtmlNode::Kind::text && !marks.left_out[i]) {
      own[blocks[i]] += marks.text[i];
    }
  }
  std::vector<std::size_t> score(tree.size(), 0);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    const bool mostly_links = marks.links[i] * 2 > marks.text[i];
    if (own[i] < kMinProseBytes || mostly_links) continue;
    std::size_t holder = i;
    while (holder != 0 && is_one_of(tree[holder], kTextBlocks))
      holder = blocks[tree[holder].parent];
    score[holder] += own[i];
    if (holder != 0) score[blocks[tree[holder].parent]] += own[i] / 2;
  }
  const auto best = std::max_element(score.begin(), score.end());
  return static_cast<std::size_t>(best - score.begin());
}

/// Of the nodes that `choose` takes, the first with at least half the running text of the largest:
/// pages go on with other stories below their own.
template <typename Choose>
std::optional<std::size_t> largest(const HtmlTree& tree, const HtmlMarks& marks,
                                   const Choose& choose) {
  std::vector<std::size_t> chosen;
  std::size_t most = 0;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (marks.left_out[i] || !choose(tree[i])) continue;
    chosen.push_back(i);
    most = std::max(most, running_text(marks, i));
  }
  for (const std::size_t i : chosen) {
    if (running_text(marks, i) * 2 >= most) return i;
  }
  return std::nullopt;
}

std::size_t main_element(const HtmlTree& tree, const HtmlMarks& marks) {
  const std::size_t densest = densest_element(tree, marks);
  const auto body = largest(tree, marks, [](const HtmlNode& node) {
    return has_word(node.attribute("itemprop"), "articlebody");
  });
  const auto article =
      largest(tree, marks, [](const HtmlNode& node) { return node.is("article"); });
  const auto main = largest(tree, marks, [](const HtmlNode& node) {
    return node.is("main") || node.attribute("role") == "main";
  });
  // Pages mark teasers as articles too: what is marked must hold what is densest, or as much text.
  for (const auto& candidate : {body, article, main}) {
    if (!candidate) continue;
    if (running_text(marks, *candidate) * 2 >= running_text(marks, densest)) return *candidate;
  }
  return densest;
}

/// The innermost element that still holds the running text of `root`, all but a little.
std::size_t narrowed(const HtmlTree& tree, const HtmlMarks& marks, std::size_t root) {
  std::vector<std::size_t> prose(tree.size(), 0);
  for (const TextBlock& block : text_blocks(tree, &marks, root)) {
    if (is_prose(block)) prose[block.node] += block.bytes;
  }
  for (std::size_t i = tree[root].end - 1; i > root; --i) prose[tree[i].parent] += prose[i];
  for (std::size_t i = root + 1; i < tree[root].end;) {
    const bool holds = prose[i] * 100 >= prose[root] * kMostOfPercent && prose[i] > 0;
    if (holds && !is_one_of(tree[i], kTextBlocks)) {
      root = i++;
    } else {
      i = tree[i].end;
    }
  }
  return root;
}

}  // namespace

std::string main_text(const HtmlTree& tree, const HtmlMarks& marks, std::string_view title,
                      std::string_view given) {
  const std::size_t root = narrowed(tree, marks, main_element(tree, marks));
  std::vector<TextBlock> blocks = text_blocks(tree, &marks, root);
  keep_story(tree, title, blocks);
  if (!given.empty()) keep_what_is_given(given, blocks);
  std::string text = joined_blocks(blocks);
  return text.empty() ? joined_blocks(text_blocks(tree, &marks, 0)) : text;
}

std::string text_of(const HtmlTree& tree) { return joined_blocks(text_blocks(tree, nullptr, 0)); }

}  // namespace techpolicy
