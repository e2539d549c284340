// Each link of a page is the request it stands for, from its first hit on.
#include "searchd/pages/search_links.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

SearchRequest asked() {
  SearchRequest request;
  request.q = "chips & \"export\"";
  request.page = 3;
  request.filter(Facet::company).any = {"nvidia", "huawei"};
  request.filter(Facet::company).none = {"apple"};
  return request;
}

TEST(SearchLinks, EncodeWhatIsTyped) {
  EXPECT_EQ(search_url(asked()),
            "/search?q=chips+%26+%22export%22&company=huawei&company=nvidia&company=-apple&page=3");
  EXPECT_EQ(search_url(SearchRequest()), "/search");
}

TEST(SearchLinks, ChangeOneValueAndStartAgain) {
  const SearchRequest excluded = excluding_value(asked(), Facet::company, "nvidia");
  EXPECT_EQ(excluded.filter(Facet::company).any, std::vector<std::string>{"huawei"});
  EXPECT_EQ(excluded.filter(Facet::company).none, (std::vector<std::string>{"apple", "nvidia"}))
      << "a value is never both chosen and excluded";
  EXPECT_EQ(excluded.page, 1U);
  const SearchRequest chosen = with_value(asked(), Facet::company, "apple");
  EXPECT_TRUE(chosen.filter(Facet::company).none.empty());
  EXPECT_EQ(chosen.filter(Facet::company).any.back(), "apple");
}

TEST(SearchLinks, AYearKeepsWhatTheDatesLeaveOfIt) {
  struct Row {
    const char* from;
    const char* to;
    const char* url;
    const char* reason;
  };
  const Row rows[] = {
      {"", "", "/search?from=2025&to=2025", "no dates: the year"},
      {"2025-03", "2025-06", "/search?from=2025-03&to=2025-06", "a span within it stays"},
      {"2024-03", "2025-06", "/search?from=2025&to=2025-06", "a span that begins before"},
      {"2025-11-05", "", "/search?from=2025-11-05&to=2025", "a span without an end"},
  };
  for (const Row& row : rows) {
    SearchRequest request;
    request.from = parse_partial_date(row.from);
    request.to = parse_partial_date(row.to);
    EXPECT_EQ(search_url(with_value(request, Facet::year, "2025")), row.url) << row.reason;
  }
}

TEST(SearchLinks, NarrowByAValueWhateverElseIsChosen) {
  const SearchRequest narrowed = narrowed_by(asked(), Facet::company, "amd");
  EXPECT_TRUE(narrowed.filter(Facet::company).all) << "with the others, not in their place";
  EXPECT_FALSE(narrowed_by(asked(), Facet::law, "ai-act").filter(Facet::law).all);
}

TEST(SearchLinks, ChooseByWhatArticlesAreAbout) {
  const SearchRequest about = about_value(asked(), Facet::company, "apple");
  EXPECT_TRUE(about.filter(Facet::company).none.empty()) << "never both wanted and excluded";
  EXPECT_EQ(about.filter(Facet::company).about, std::vector<std::string>{"apple"});
  EXPECT_TRUE(about.filter(Facet::company).any.empty()) << "as many as the number beside it says";
  EXPECT_EQ(filter_count(about), 1U) << "counted like any other";
  SearchRequest one;
  one.filter(Facet::company).any = {"nvidia"};
  const SearchRequest other = with_other_sense(one, Facet::company);
  EXPECT_EQ(search_url(other), "/search?about=company:nvidia");
  EXPECT_TRUE(chooses_about(other, Facet::company));
  EXPECT_EQ(search_url(with_other_sense(other, Facet::company)), "/search?company=nvidia");
  EXPECT_EQ(search_url(without_about(other, Facet::company, "nvidia")), "/search");
}

TEST(SearchLinks, FilterYearsByDates) {
  const SearchRequest chosen = with_value({}, Facet::year, "2024");
  EXPECT_EQ(search_url(chosen), "/search?from=2024&to=2024");
  EXPECT_TRUE(is_year_chosen(chosen, "2024"));
  EXPECT_EQ(search_url(without_value(chosen, Facet::year, "2024")), "/search");
  EXPECT_EQ(search_url(without_value(chosen, Facet::year, "2023")), "/search?from=2024&to=2024")
      << "another year is not taken away";
}

TEST(SearchLinks, LetOnlyWebAddressesBecomeLinks) {
  for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "//evil", "HTTP//x", ""}) {
    EXPECT_EQ(safe_link(bad), "") << bad;
  }
  EXPECT_EQ(safe_link("https://sample.example/a"), "https://sample.example/a");
}

}  // namespace
}  // namespace techpolicy
