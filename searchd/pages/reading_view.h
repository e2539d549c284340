// The text of an article for reading: mentions linked, matches numbered and stepped through.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searchd/pages/view.h"
#include "searchd/search/search_result.h"

namespace techpolicy {

/// With repairs as searched, or as the article has it, repaired places underlined.
enum class TextForm { repaired, original };

/// The stretches of matching runs in a text: what a reader sees as one match each.
[[nodiscard]] std::size_t count_marks(const MarkedText& text);

/// Makes the parts of one article, from its title on; matches are numbered across calls.
class ReadingText {
 public:
  /// `total_marks`: of the whole article.
  ReadingText(TextForm form, std::size_t total_marks) : form_(form), total_(total_marks) {}

  /// Groups of runs, one for each mention and for each stretch between mentions.
  [[nodiscard]] std::vector<View> groups(const MarkedText& text);

 private:
  [[nodiscard]] View spot();
  [[nodiscard]] View word(const TextRun& run) const;

  TextForm form_;
  std::size_t total_;
  std::size_t marks_ = 0;  ///< Made so far.
};

}  // namespace techpolicy
