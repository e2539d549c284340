#include "indexer/articles/html_main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "indexer/articles/ascii.h"
#include "indexer/articles/html_block_choice.h"
#include "indexer/articles/html_blocks.h"

namespace techpolicy {
namespace {

/// Blocks that hold text for the element around them.
constexpr std::array<std::string_view, 12> kTextBlocks = {
    "p", "blockquote", "pre", "li", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "tr"};

/// Marks count where they hold most of the page's running text: teasers are marked as articles too.
constexpr std::size_t kMarkedPercent = 60;

/// What narrowing must keep: less, and parts of stories are lost; more, and what stands beside them
/// (key points, "about us") is taken in.
constexpr std::size_t kKeptPercent = 80;

bool is_one_of(const HtmlNode& node, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), node.name) != names.end();
}

/// The running text in each node.
std::vector<std::size_t> prose_in(const HtmlTree& tree, const HtmlMarks& marks) {
  std::vector<std::size_t> prose(tree.size(), 0);
  for (const TextBlock& block : text_blocks(tree, &marks, 0)) {
    if (is_prose(block)) prose[block.node] += block.bytes;
  }
  for (std::size_t i = tree.size() - 1; i > 0; --i) prose[tree[i].parent] += prose[i];
  return prose;
}

/// Of the elements that `choose` takes the one with the story, where they hold most running text of
/// the page.
template <typename Choose>
std::optional<std::size_t> story_among(const HtmlTree& tree, const std::vector<std::size_t>& prose,
                                       const Choose& choose) {
  std::vector<std::size_t> chosen;
  std::size_t most = 0;
  std::size_t all = 0;
  for (std::size_t i = 1; i < tree.size();) {
    const bool takes = prose[i] > 0 && choose(tree[i]);
    if (takes) {
      chosen.push_back(i);
      most = std::max(most, prose[i]);
      all += prose[i];
    }
    i = takes ? tree[i].end : i + 1;
  }
  if (all * 100 < prose[0] * kMarkedPercent) return std::nullopt;
  // Pages go on with other stories below their own: not the largest, the first large one.
  const auto is_large = [&](std::size_t i) { return prose[i] * 2 >= most; };
  const auto found = std::find_if(chosen.begin(), chosen.end(), is_large);
  return found == chosen.end() ? std::nullopt : std::optional(*found);
}

std::size_t marked_element(const HtmlTree& tree, const std::vector<std::size_t>& prose) {
  const auto body = story_among(tree, prose, [](const HtmlNode& node) {
    return has_word(node.attribute("itemprop"), "articlebody");
  });
  if (body) return *body;
  const auto article =
      story_among(tree, prose, [](const HtmlNode& node) { return node.is("article"); });
  if (article) return *article;
  const auto main = story_among(tree, prose, [](const HtmlNode& node) {
    return node.is("main") || node.attribute("role") == "main";
  });
  return main.value_or(0);
}

/// The innermost element that still holds the running text of the marked one, all but a little.
std::size_t main_element(const HtmlTree& tree, const HtmlMarks& marks) {
  const std::vector<std::size_t> prose = prose_in(tree, marks);
  std::size_t root = marked_element(tree, prose);
  for (std::size_t i = root + 1; i < tree[root].end;) {
    const bool holds = prose[i] * 100 >= prose[root] * kKeptPercent && prose[i] > 0;
    if (holds && !is_one_of(tree[i], kTextBlocks)) {
      root = i++;
    } else {
      i = tree[i].end;
    }
  }
  return root;
}

}  // namespace

MarkupText main_text(const HtmlTree& tree, const HtmlMarks& marks, std::string_view title,
                     std::string_view given) {
  const std::size_t root = main_element(tree, marks);
  std::vector<TextBlock> blocks = text_blocks(tree, &marks, root);
  keep_story(tree, title, blocks);
  if (!given.empty()) keep_what_is_given(given, blocks);
  MarkupText text = joined_blocks(blocks);
  return text.text.empty() ? joined_blocks(text_blocks(tree, &marks, 0)) : text;
}

MarkupText text_of(const HtmlTree& tree) { return joined_blocks(text_blocks(tree, nullptr, 0)); }

}  // namespace techpolicy
