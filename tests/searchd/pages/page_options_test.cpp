// Parameters of a page that are none of the search, and the citation that one of them remembers.
#include "searchd/pages/page_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/pages/citation.h"

namespace techpolicy {
namespace {

using testing::HasSubstr;

TEST(PageOptions, AreTakenOutOfTheParameters) {
  Parameters parameters = {{"q", "chips"}, {"chart", "share"}, {"cited", "33.126.2026-11-24"}};
  const PageOptions options = take_page_options(parameters);
  EXPECT_EQ(parameters, (Parameters{{"q", "chips"}}));
  EXPECT_EQ(options.chart, ChartOf::share);
  ASSERT_TRUE(options.cited);
  EXPECT_EQ(options.cited->total, 33U);
  EXPECT_EQ(options.cited->sequence, 126U);
  EXPECT_EQ(options.cited->on.iso(), "2026-11-24");
  EXPECT_EQ(options.cited->parameter(), "33.126.2026-11-24");
}

TEST(PageOptions, WhatCannotBeReadIsNoCitation) {
  for (const char* value : {"", "33", "33.126", "33.126.", "33.126.2026-13-01", "x.1.2026-01-01",
                            "1.-2.2026-01-01", "99999999999999999999.1.2026-01-01", "..2026"}) {
    Parameters parameters = {{"cited", value}};
    EXPECT_FALSE(take_page_options(parameters).cited) << value;
    EXPECT_TRUE(parameters.empty()) << value;
  }
}

TEST(Citation, OfASearchSaysWhatItGaveAndLeadsBackToIt) {
  SearchRequest asked;
  asked.q = "export controls";
  asked.filter(Facet::company).any = {"nvidia"};
  asked.page = 3;
  SearchResult result;
  result.total = 16;
  result.index.sequence = 126;
  result.index.revision = 2;
  const std::string text =
      search_citation("http://site", asked, result, *parse_partial_date("2026-11-24"));
  EXPECT_EQ(text,
            "Search for “export controls”; company nvidia: 16 articles. Tech policy search, "
            "revision 2 of the index, 24 November 2026. "
            "http://site/search?q=export+controls&company=nvidia&cited=16.126.2026-11-24");
}

TEST(Citation, OfAnArticleLeavesOutWhatIsNotKnown) {
  StoredArticle article;
  EXPECT_EQ(article_citation(article, "A title", "http://site/article/a"),
            "A title. no date. http://site/article/a");
  article.authors = {"An Author", "Another"};
  article.source_name = "Sample Wire";
  article.published = parse_partial_date("2025-03");
  article.url = "javascript:alert(1)";
  EXPECT_THAT(article_citation(article, "A title", "http://site/article/a"),
              HasSubstr("An Author and Another: A title. Sample Wire, March 2025. http://site/"))
      << "only http and https are addresses";
}

}  // namespace
}  // namespace techpolicy
