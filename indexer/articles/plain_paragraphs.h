// The paragraphs of a marked-up text, as plain text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/article.h"

namespace techpolicy {

enum class PlainParagraph { text, heading };

/// Cleans paragraphs (clean_utf8(): later it would move what stands behind), puts a blank line
/// between paragraphs, and "- " before the first one of a list item: by that the analyzer knows a
/// list.
class PlainParagraphs {
 public:
  /// Empty paragraphs are none.
  void add(std::string_view written, PlainParagraph kind) {
    const std::string paragraph = clean_utf8(written);
    if (paragraph.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    const std::size_t begin = text_.size();
    if (std::exchange(in_new_item_, false)) text_ += "- ";
    text_ += paragraph;
    if (kind == PlainParagraph::heading) headings_.push_back({begin, text_.size()});
  }

  void begin_item() { in_new_item_ = true; }
  void end_item() { in_new_item_ = false; }

  [[nodiscard]] MarkupText take() {
    return {std::exchange(text_, {}), std::exchange(headings_, {})};
  }

 private:
  std::string text_;
  std::vector<TextRange> headings_;
  bool in_new_item_ = false;
};

}  // namespace techpolicy
