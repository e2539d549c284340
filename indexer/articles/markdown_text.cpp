#include "indexer/articles/markdown_text.h"

#include <md4c.h>
#include <utility>

#include "indexer/articles/ascii.h"
#include "indexer/articles/html_main_text.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/plain_paragraphs.h"

namespace techpolicy {
namespace {

/// Text that HTML tags and entities are taken out of.
std::string text_of_html(std::string_view html) { return text_of(parse_html(html).tree).text; }

/// Receives md4c's events. Its parser hands over one block after another, nested ones inside.
class TextCollector {
 public:
  explicit TextCollector(std::string_view known_title) : title_(known_title) {}

  void enter_block(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        end_paragraph();
        heading_level_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        if (!paragraph_.empty()) paragraph_ += " | ";
        break;
      case MD_BLOCK_LI:
        end_paragraph();
        paragraphs_.begin_item();
        break;
      case MD_BLOCK_HTML:
        in_html_ = true;
        [[fallthrough]];
      default:
        end_paragraph();
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) return;
    if (std::exchange(in_html_, false)) paragraph_ = text_of_html(paragraph_);
    end_paragraph();
    if (type == MD_BLOCK_LI) paragraphs_.end_item();
    heading_level_ = 0;
  }

  void enter_span(MD_SPANTYPE type) { images_ += type == MD_SPAN_IMG ? 1 : 0; }
  void leave_span(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG ? 1 : 0; }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_NULLCHAR:
        break;
      case MD_TEXT_BR:
        paragraph_ += '\n';
        break;
      case MD_TEXT_SOFTBR:
        paragraph_ += ' ';
        break;
      case MD_TEXT_ENTITY:
        paragraph_ += text_of_html(text);
        break;
      case MD_TEXT_HTML:
        if (in_html_) paragraph_ += text;  // Tags within a line are dropped here, one by one.
        break;
      case MD_TEXT_NORMAL:
      case MD_TEXT_CODE:
      case MD_TEXT_LATEXMATH:
        paragraph_ += text;
        break;
    }
  }

  [[nodiscard]] MarkdownText take() {
    end_paragraph();
    return {std::move(title_), paragraphs_.take()};
  }

 private:
  void end_paragraph() {
    const std::string_view paragraph = ascii_trim(paragraph_);
    const auto kind = heading_level_ > 0 ? PlainParagraph::heading : PlainParagraph::text;
    if (!paragraph.empty() && !is_title(paragraph)) paragraphs_.add(paragraph, kind);
    paragraph_.clear();
  }

  /// Takes the first heading of level 1 as the title where none is known.
  bool is_title(std::string_view paragraph) {
    if (heading_level_ != 1 || std::exchange(had_top_heading_, true)) return false;
    if (title_.empty()) title_ = paragraph;
    return title_ == paragraph;
  }

  std::string title_;
  PlainParagraphs paragraphs_;
  std::string paragraph_;
  bool had_top_heading_ = false;
  unsigned heading_level_ = 0;
  int images_ = 0;
  bool in_html_ = false;
};

TextCollector& collector(void* user) { return *static_cast<TextCollector*>(user); }

MD_PARSER parser_events() {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    collector(user).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    collector(user).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
    collector(user).enter_span(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    collector(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    collector(user).text(type, {text, size});
    return 0;
  };
  return parser;
}

}  // namespace

MarkdownText markdown_text(std::string_view markdown, std::string_view known_title) {
  const MD_PARSER parser = parser_events();
  TextCollector text_collector(known_title);
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &text_collector);
  return text_collector.take();
}

}  // namespace techpolicy
