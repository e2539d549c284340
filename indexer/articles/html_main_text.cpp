#include "indexer/articles/html_main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indexer/articles/ascii.h"
#include "indexer/articles/plain_paragraphs.h"

namespace techpolicy {
namespace {

/// Elements that begin a new paragraph. Cells of a table row stay together.
constexpr std::array<std::string_view, 37> kBlocks = {
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",
    "details", "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",       "h5",         "h6",     "header",
    "hgroup",  "html",    "li",    "main",       "nav",      "ol",         "p",      "pre",
    "section", "summary", "table", "tr",         "ul"};

/// Blocks that hold text for the element around them.
constexpr std::array<std::string_view, 12> kTextBlocks = {
    "p", "blockquote", "pre", "li", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "tr"};

/// A shorter run of text is a label more often than a sentence.
constexpr std::size_t kMinProseBytes = 25;

bool is_one_of(const HtmlNode& node, std::span<const std::string_view> names) {
  return std::find(names.begin(), names.end(), node.name) != names.end();
}

bool is_blank(std::string_view text) { return ascii_trim(text).empty(); }

std::string collapsed(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// Gathers the text of a subtree into paragraphs.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(std::string_view title) : title_(title) {}

  void append(std::string_view text, bool keep_lines) {
    for (const char c : text)
      paragraph_ += is_ascii_space(c) && !(keep_lines && c == '\n') ? ' ' : c;
  }
  void begin_item() { paragraphs_.begin_item(); }
  void end_item() { paragraphs_.end_item(); }
  void line_break() { paragraph_ += '\n'; }

  /// Ends a paragraph; blank lines in it divide it further.
  void end_paragraph(bool heading) {
    std::string lines;
    std::string_view rest = paragraph_;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string line = collapsed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty()) {
        write(lines, heading);
        lines.clear();
      } else {
        if (!lines.empty()) lines += '\n';
        lines += line;
      }
    }
    write(lines, heading);
    paragraph_.clear();
  }

  [[nodiscard]] std::string take() { return paragraphs_.take(); }

 private:
  void write(const std::string& paragraph, bool heading) {
    if (paragraph.empty() || (heading && paragraph == title_)) return;
    paragraphs_.add(paragraph);
  }

  std::string_view title_;
  std::string paragraph_;
  PlainParagraphs paragraphs_;
};

/// The nearest block around each node, itself included.
std::vector<std::size_t> blocks_of(const HtmlTree& tree) {
  std::vector<std::size_t> blocks(tree.size(), 0);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    blocks[i] = is_one_of(tree[i], kBlocks) ? i : blocks[tree[i].parent];
  }
  return blocks;
}

bool is_heading(const HtmlNode& node) {
  return node.name.size() == 2 && node.name[0] == 'h' && is_ascii_digit(node.name[1]);
}

/// Lists and paragraphs that are links and little else lead away from the story.
bool leads_away(const HtmlNode& node, std::size_t text, std::size_t links) {
  if (node.is("ul") || node.is("ol") || node.is("dl")) return links * 2 > text && text < 3000;
  return node.is("p") && links * 10 > text * 9 && text < 200;
}

std::string render(const HtmlTree& tree, const HtmlMarks* marks, std::size_t root,
                   std::string_view title) {
  const std::vector<std::size_t> blocks = blocks_of(tree);
  ParagraphWriter writer(title);
  std::size_t block = blocks[root];
  std::size_t item_end = 0;
  for (std::size_t i = root; i < tree[root].end;) {
    const HtmlNode& node = tree[i];
    const bool skipped =
        marks == nullptr ? is_silent_element(node)
                         : marks->left_out[i] || leads_away(node, marks->text[i], marks->links[i]);
    if (blocks[i] != block) {
      writer.end_paragraph(is_heading(tree[block]));
      block = blocks[i];
    }
    if (i >= item_end) writer.end_item();
    if (skipped && i != root) {
      i = node.end;
      continue;
    }
    if (node.kind == HtmlNode::Kind::text) {
      writer.append(node.text, tree[block].is("pre"));
    } else if (node.is("li")) {
      writer.begin_item();
      item_end = node.end;
    } else if (node.is("br")) {
      writer.line_break();
    } else if (node.is("td") || node.is("th")) {
      writer.append(" ", false);
    }
    ++i;
  }
  writer.end_paragraph(is_heading(tree[block]));
  return writer.take();
}

std::size_t running_text(const HtmlMarks& marks, std::size_t i) {
  return marks.text[i] - marks.links[i];
}

/// The element with the most running text of its own; a part of it counts for the element around,
/// because stories are divided into sections.
std::size_t densest_element(const HtmlTree& tree, const HtmlMarks& marks) {
  const std::vector<std::size_t> blocks = blocks_of(tree);
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

/// Of the nodes that `choose` takes, the one with the most running text.
template <typename Choose>
std::optional<std::size_t> largest(const HtmlTree& tree, const HtmlMarks& marks,
                                   const Choose& choose) {
  std::optional<std::size_t> best;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (marks.left_out[i] || !choose(tree[i])) continue;
    if (!best || running_text(marks, i) > running_text(marks, *best)) best = i;
  }
  return best;
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

}  // namespace

std::string main_text(const HtmlTree& tree, const HtmlMarks& marks, std::string_view title) {
  std::string text = render(tree, &marks, main_element(tree, marks), title);
  return is_blank(text) ? render(tree, &marks, 0, title) : text;
}

std::string text_of(const HtmlTree& tree) { return render(tree, nullptr, 0, {}); }

}  // namespace techpolicy
