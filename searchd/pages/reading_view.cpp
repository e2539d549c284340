#include "searchd/pages/reading_view.h"

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

bool begins_mark(const MarkedText& text, std::size_t i) {
  return text[i].match && (i == 0 || !text[i - 1].match);
}

void add_link(View& group, const TextRun& run) {
  if (!run.entity) {
    group.flag("url", false).flag("hint", false);
    return;
  }
  group.text("url", entity_url(*run.entity));
  group.text("hint", entity_type(*run.entity));
}

}  // namespace

std::size_t count_marks(const MarkedText& text) {
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size(); ++i) marks += begins_mark(text, i) ? 1U : 0U;
  return marks;
}

View ReadingText::spot() {
  ++marks_;
  View spot;
  spot.text("number", std::to_string(marks_));
  spot.text("prev", marks_ > 1 ? std::to_string(marks_ - 1) : "");
  spot.text("next", marks_ < total_ ? std::to_string(marks_ + 1) : "");
  return spot.text("place", ui_text("match_place", {{"n", format_number(marks_)},
                                                    {"total", format_number(total_)}}));
}

View ReadingText::word(const TextRun& run) const {
  const bool as_written = form_ == TextForm::original && run.original.has_value();
  View word;
  word.flag("match", run.match).text("words", as_written ? *run.original : run.text);
  word.flag("shown_as?", as_written);
  const bool meant = run.meaning && (run.match || form_ == TextForm::original);
  word.text("meaning", meant ? *run.meaning : "");
  return word.text("shown_as", as_written ? ui_text("shown_as", {{"text", run.text}}) : "");
}

std::vector<View> ReadingText::groups(const MarkedText& text) {
  std::vector<View> groups;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    std::vector<View> spots;
    std::vector<View> runs;
    // A group without a mention ends before each match, so that its step stands beside it.
    do {
      if (begins_mark(text, i)) spots.push_back(spot());
      runs.push_back(word(text[i]));
      ++i;
    } while (i < text.size() && text[i].entity == text[begin].entity &&
             (text[begin].entity || !begins_mark(text, i)));
    View group;
    add_link(group, text[begin]);
    group.list("spots", std::move(spots)).list("runs", std::move(runs));
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace techpolicy
