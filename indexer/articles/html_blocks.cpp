#include "indexer/articles/html_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

/// Elements that begin a new paragraph. Cells of a table row stay together. Sorted.
constexpr std::array<std::string_view, 38> kBlocks = {
    "address", "article", "aside",   "blockquote", "body",     "caption",    "center", "dd",
    "details", "div",     "dl",      "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",      "h3",         "h4",       "h5",         "h6",     "header",
    "hgroup",  "hr",      "html",    "li",         "main",     "nav",        "ol",     "p",
    "pre",     "section", "summary", "table",      "tr",       "ul"};
static_assert(std::is_sorted(kBlocks.begin(), kBlocks.end()));

bool is_heading(const HtmlNode& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && is_ascii_digit(node.name[1]);
}

bool is_list(const HtmlNode& node) { return node.is("ul") || node.is("ol") || node.is("dl"); }

/// Lists and paragraphs that are links and little else lead away from the story.
bool leads_away(const HtmlNode& node, std::size_t text, std::size_t links) {
  constexpr std::size_t kLongListBytes = 3000;
  constexpr std::size_t kLoneLinkBytes = 200;
  if (is_list(node)) return links * 2 > text && text < kLongListBytes;
  return node.is("p") && links * 10 > text * 9 && text < kLoneLinkBytes;
}

/// Spaces that HTML does not collapse, and characters of no width.
constexpr std::array<std::string_view, 4> kWideSpaces = {"\xC2\xA0", "\xE2\x80\x8B", "\xE3\x80\x80",
                                                         "\xEF\xBB\xBF"};

void trim_wide_spaces(std::string& text) {
  std::string_view rest = text;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : kWideSpaces) {
      again = again || rest.starts_with(space) || rest.ends_with(space);
      if (rest.starts_with(space)) rest.remove_prefix(space.size());
      if (rest.ends_with(space)) rest.remove_suffix(space.size());
    }
    rest = ascii_trim(rest);
  }
  if (rest.size() < text.size()) text = std::string(rest);
}

/// Gathers text until its block ends.
class BlockWriter {
 public:
  BlockWriter(const HtmlTree& tree, std::size_t node) : tree_(tree), node_(node) {}

  /// Ends the block where the next one stands in another element.
  void enter(std::size_t node) {
    if (node == node_) return;
    end_block();
    node_ = node;
  }
  void begin_item(std::size_t end) {
    begins_item_ = true;
    item_end_ = end;
  }
  /// Tells which node comes next: an item without text has no block.
  void reach(std::size_t node) {
    if (node < item_end_) return;
    if (begins_item_) end_block();
    begins_item_ = false;
  }
  void append(std::string_view text, bool link, bool emphasis) {
    for (const char c : text) {
      const bool space = is_ascii_space(c);
      if (space && !(c == '\n' && tree_[node_].is("pre"))) {
        pending_space_ = true;
      } else if (space) {
        line_break();
      } else {
        write(c, link, emphasis);
      }
    }
  }
  void space() { pending_space_ = true; }
  /// A second one in a row ends the block.
  void line_break() {
    if (block_.text.empty()) return;
    if (pending_break_) return end_block();
    pending_break_ = true;
  }
  void end_block() {
    pending_break_ = pending_space_ = false;
    if (trim_wide_spaces(block_.text); block_.text.empty()) return block_ = {}, void();
    block_.node = node_;
    block_.kind = kind();
    block_.begins_item = std::exchange(begins_item_, false);
    blocks_.push_back(std::exchange(block_, {}));
  }
  [[nodiscard]] std::vector<TextBlock> take() {
    end_block();
    return std::move(blocks_);
  }

 private:
  void write(char c, bool link, bool emphasis) {
    if (pending_break_ || pending_space_) {
      if (!block_.text.empty()) block_.text += pending_break_ ? '\n' : ' ';
      pending_break_ = pending_space_ = false;
    }
    block_.text += c;
    ++block_.bytes;
    block_.links += link;
    block_.emphasised += emphasis && !link;
  }
  [[nodiscard]] BlockKind kind() const {
    if (is_heading(tree_[node_])) return BlockKind::heading;
    if (tree_[node_].is("pre")) return BlockKind::preformatted;
    return begins_item_ ? BlockKind::item : BlockKind::paragraph;
  }

  const HtmlTree& tree_;
  std::size_t node_;
  std::size_t item_end_ = 0;
  bool begins_item_ = false;
  bool pending_space_ = false;
  bool pending_break_ = false;
  TextBlock block_;
  std::vector<TextBlock> blocks_;
};

bool is_left_out(const HtmlTree& tree, const HtmlMarks* marks, std::size_t i) {
  if (marks == nullptr) return is_silent_element(tree[i]);
  return marks->left_out[i] || leads_away(tree[i], marks->text[i], marks->links[i]);
}

}  // namespace

std::vector<std::size_t> block_elements(const HtmlTree& tree) {
  std::vector<std::size_t> blocks(tree.size(), 0);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    const bool is_block = std::binary_search(kBlocks.begin(), kBlocks.end(), tree[i].name);
    blocks[i] = is_block ? i : blocks[tree[i].parent];
  }
  return blocks;
}

std::vector<TextBlock> text_blocks(const HtmlTree& tree, const HtmlMarks* marks, std::size_t root) {
  const std::vector<std::size_t> elements = block_elements(tree);
  BlockWriter writer(tree, elements[root]);
  std::size_t link_end = 0;
  std::size_t emphasis_end = 0;
  for (std::size_t i = root; i < tree[root].end;) {
    const HtmlNode& node = tree[i];
    writer.enter(elements[i]);
    writer.reach(i);
    if (i != root && is_left_out(tree, marks, i)) {
      i = node.end;
      continue;
    }
    if (node.kind == HtmlNode::Kind::text) {
      writer.append(node.text, i < link_end, i < emphasis_end);
    } else if (node.is("li")) {
      writer.begin_item(node.end);
    } else if (node.is("br")) {
      writer.line_break();
    } else if (node.is("td") || node.is("th")) {
      writer.space();
    } else if (node.is("a")) {
      link_end = std::max(link_end, node.end);
    } else if (node.is("em") || node.is("i")) {
      emphasis_end = std::max(emphasis_end, node.end);
    }
    ++i;
  }
  return writer.take();
}

MarkupText joined_blocks(const std::vector<TextBlock>& blocks) {
  PlainParagraphs paragraphs;
  for (const TextBlock& block : blocks) {
    if (block.begins_item) paragraphs.begin_item();
    paragraphs.add(block.text, block.kind == BlockKind::heading ? PlainParagraph::heading
                                                                : PlainParagraph::text);
  }
  return paragraphs.take();
}

}  // namespace techpolicy
