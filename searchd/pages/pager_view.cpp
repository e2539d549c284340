#include "searchd/pages/pager_view.h"

#include <algorithm>
#include <set>

#include "searchd/pages/formats.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

constexpr unsigned kAround = 2;  ///< Numbers on either side of the page shown.

std::set<unsigned> shown_pages(unsigned page, unsigned last) {
  std::set<unsigned> shown = {1, last};
  const unsigned first_near = page > kAround ? page - kAround : 1;
  for (unsigned near = first_near; near <= std::min(last, page + kAround); ++near) {
    shown.insert(near);
  }
  return shown;
}

}  // namespace

unsigned last_page(const Paging& paging) {
  if (paging.per_page == 0) return 1;
  const std::uint64_t needed = (paging.total + paging.per_page - 1) / paging.per_page;
  const std::uint64_t allowed = paging.deepest / paging.per_page;
  return static_cast<unsigned>(std::max<std::uint64_t>(1, std::min(needed, allowed)));
}

void add_pager(View& view, const Paging& paging,
               const std::function<std::string(unsigned page)>& url_of) {
  const unsigned last = last_page(paging);
  if (last <= 1) {
    view.flag("pager", false);
    return;
  }
  std::vector<View> pages;
  unsigned before = 0;
  for (const unsigned number : shown_pages(std::min(paging.page, last), last)) {
    if (number > before + 1) pages.push_back(View().flag("gap", true));
    View page;
    page.flag("gap", false).text("number", format_number(number)).text("url", url_of(number));
    page.text("spoken", ui_text("page_label", {{"n", format_number(number)}}));
    pages.push_back(page.flag("current", number == paging.page));
    before = number;
  }
  const bool cut = paging.per_page != 0 && std::uint64_t{last} * paging.per_page < paging.total;
  View pager;
  pager.list("pages", std::move(pages));
  pager.text("prev_url", paging.page > 1 ? url_of(std::min(paging.page - 1, last)) : "");
  pager.text("next_url", paging.page < last ? url_of(paging.page + 1) : "");
  pager.text("depth_note",
             cut ? ui_text("depth_note", {{"n", format_number(paging.deepest)}}) : "");
  view.list("pager", {pager});
}

}  // namespace techpolicy
