#include "searchd/pages/score_view.h"

#include <cmath>

#include "searchd/pages/formats.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

/// What rounds to 0.0 is not worth a place.
constexpr double kLeastShown = 0.05;

class Sum {
 public:
  void add(double weight, const std::string& what) {
    if (std::abs(weight) < kLeastShown) return;
    if (weight < 0) {
      text_ += text_.empty() ? "−" : " − ";
    } else if (!text_.empty()) {
      text_ += " + ";
    }
    text_ += ui_text("score_part", {{"weight", format_decimal(std::abs(weight))}, {"what", what}});
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string score_in_words(double score, const ScoreParts& parts) {
  Sum sum;
  for (const WordScore& word : parts.words) {
    sum.add(word.title, ui_text("said_in_title", {{"what", word.text}}));
    sum.add(word.lead, ui_text("said_in_lead", {{"what", word.text}}));
    sum.add(word.body, ui_text("said_in_body", {{"what", word.text}}));
  }
  sum.add(parts.closeness, ui_text("score_closeness"));
  sum.add(parts.feedback, ui_text("score_feedback"));
  sum.add(parts.salience, ui_text("score_salience"));
  sum.add(parts.recency, ui_text("score_recency"));
  return ui_text("score_sum", {{"score", format_decimal(score)}, {"sum", sum.text()}});
}

}  // namespace techpolicy
