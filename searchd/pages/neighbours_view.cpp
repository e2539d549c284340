#include "searchd/pages/neighbours_view.h"

#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

std::string same_text(double same) {
  if (same >= 1) return ui_text("copy_word_for_word");
  return ui_text("copy_same", {{"share", format_share(same)}});
}

std::string delay_text(const std::optional<DayNumber>& days) {
  if (!days) return "";
  return *days == 0 ? ui_text("copy_first_day")
                    : ui_count("copy_later", static_cast<std::uint64_t>(*days));
}

View line_view(const Hit& hit) {
  View view;
  view.text("url", article_url(hit.id, {})).text("title", plain_text(hit.title));
  view.text("source", hit.source.name).text("lang", lang_attribute(hit.lang));
  view.text("date", hit.published ? format_date(*hit.published) : "");
  view.text("iso", hit.published ? hit.published->iso() : "");
  view.text("folded", hit.duplicates > 0 ? ui_count("copies", hit.duplicates) : "");
  return view;
}

}  // namespace

void add_neighbours(View& page, const ArticleNeighbours& neighbours) {
  const Copies& copies = neighbours.copies;
  std::vector<View> views;
  for (const Copy& copy : copies.copies) {
    View view = line_view(copy.hit);
    view.text("delay", delay_text(copy.delay_days)).text("same", same_text(copy.same));
    views.push_back(std::move(view));
  }
  const bool cut = copies.total > copies.copies.size();
  page.text("copies_shown",
            cut ? ui_text("copies_shown", {{"n", format_number(copies.copies.size())},
                                           {"total", format_number(copies.total)}})
                : "");
  page.text("copies_own",
            copies.delay_days.value_or(0) == 0
                ? ui_text("copies_intro")
                : ui_count("copies_late", static_cast<std::uint64_t>(*copies.delay_days)));
  page.optional_list("copies", std::move(views));
  std::vector<View> similar;
  for (const Hit& hit : neighbours.similar) similar.push_back(line_view(hit));
  page.optional_list("similar", std::move(similar));
}

void add_copies(View& view, const Hit& hit, const std::string& article_url) {
  const bool folded = hit.duplicates > 0;
  view.text("folded", folded ? ui_count("copies", hit.duplicates) : "");
  view.text("folded_url", folded ? article_url + "#copies" : "");
  std::string first;
  if (folded && hit.first) {
    const FirstOfStory& of = *hit.first;
    const std::string name = of.source.name.empty() ? of.id : of.source.name;
    const std::string date = of.published ? format_date(*of.published) : ui_text("no_date");
    first =
        ui_text("copies_first", {{"source", name}, {"date", date}, {"same", same_text(of.same)}});
  }
  view.text("folded_first", first);
}

}  // namespace techpolicy
