// Which page numbers are offered.
#include "searchd/pages/pager_view.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

/// The pager in short: numbers, "[n]" the one shown, "…" a gap.
std::string in_short(const Paging& paging) {
  View view;
  add_pager(view, paging, [](unsigned page) { return std::to_string(page); });
  const auto* pagers = std::get_if<std::vector<View>>(&view.values().front().second);
  if (pagers == nullptr) return "none";
  std::string text;
  for (const View& page : std::get<std::vector<View>>(pagers->front().values().front().second)) {
    std::string number = "…";
    bool current = false;
    for (const auto& [name, value] : page.values()) {
      if (name == "number") number = std::get<std::string>(value);
      if (name == "current") current = std::get<bool>(value);
    }
    if (!text.empty()) text += ' ';
    if (current) number.insert(0, 1, '[').push_back(']');
    text += number;
  }
  return text;
}

struct PagerCase {
  Paging paging;
  const char* shown;
  const char* reason;
};

TEST(PagerView, ShowsNumbersAroundThePage) {
  const PagerCase cases[] = {
      {{10, 1, 10, 10000}, "none", "one page needs no pager"},
      {{11, 1, 10, 10000}, "[1] 2", "one hit more than fits"},
      {{95, 5, 10, 10000}, "1 … 3 4 [5] 6 7 … 10", "gaps on both sides"},
      {{95, 10, 10, 10000}, "1 … 8 9 [10]", "the last page"},
      {{95, 4, 10, 10000}, "1 2 3 [4] 5 6 … 10", "no gap where nothing is left out"},
      {{1000000, 1, 10, 10000}, "[1] 2 3 … 1,000", "never deeper than may be asked for"},
      {{5, 1, 0, 10000}, "none", "per_page 0 asks for counts only"},
  };
  for (const PagerCase& row : cases) EXPECT_EQ(in_short(row.paging), row.shown) << row.reason;
}

}  // namespace
}  // namespace techpolicy
