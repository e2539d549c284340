// The paragraphs of a marked-up text, as plain text.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace techpolicy {

/// Puts a blank line between paragraphs, and "- " before the first one of a list item: by that the
/// analyzer knows a list.
class PlainParagraphs {
 public:
  /// Empty paragraphs are none.
  void add(std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    if (std::exchange(in_new_item_, false)) text_ += "- ";
    text_ += paragraph;
  }

  void begin_item() { in_new_item_ = true; }
  void end_item() { in_new_item_ = false; }

  [[nodiscard]] std::string take() { return std::exchange(text_, {}); }

 private:
  std::string text_;
  bool in_new_item_ = false;
};

}  // namespace techpolicy
