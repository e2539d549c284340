// The reading view: one number a match, one link a mention, repairs on demand.
#include "searchd/pages/article_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

TextRun run(std::string text, bool match, std::optional<EntityKey> entity = {}) {
  TextRun made;
  made.text = std::move(text);
  made.match = match;
  made.entity = std::move(entity);
  return made;
}

const EntityKey kNvidia{Facet::company, "nvidia"};

ArticleView article() {
  ArticleView view;
  view.article.id = "a1";
  view.title = {run("A title", false)};
  TextRun space = run(" ", false);
  space.original = "";
  view.paragraphs = {{ParagraphKind::paragraph,
                      {run("Nvidia", true, kNvidia), run(" licence", true), run(" and ", false),
                       run("Jensen", false, kNvidia), run(" Huang", true, kNvidia), space,
                       run("the boss <b>", false)}}};
  view.repair_count = 1;
  return view;
}

TEST(ArticlePage, NumbersEachMatchOnceHoweverManyRunsItHas) {
  const std::string page = render_article_page(article(), {}, TextForm::repaired, "");
  EXPECT_THAT(page, HasSubstr("2 matches"));
  EXPECT_THAT(page, HasSubstr("id=\"match-2\""));
  EXPECT_THAT(page, Not(HasSubstr("id=\"match-3\"")));
  EXPECT_THAT(page, HasSubstr("Match 1 of 2"));
}

TEST(ArticlePage, LinksAMentionAsAWhole) {
  const std::string page = render_article_page(article(), {}, TextForm::repaired, "");
  EXPECT_THAT(page, HasSubstr("href=\"/entities/company/nvidia\" title=\"company\">"
                              "Jensen<mark> Huang</mark></a>"));
  EXPECT_THAT(page, HasSubstr("the boss &lt;b&gt;"));
}

TEST(ArticlePage, MarksByAWordWhatNobodyHasReviewed) {
  const EntityKey zentor{Facet::company, "unreviewed.zentor"};
  ArticleView view = article();
  view.paragraphs.front().text.push_back(run("Zentor", false, zentor));
  view.entities = {{zentor, "Zentor", 1, 0}};
  const std::string page = render_article_page(view, {}, TextForm::repaired, "");
  EXPECT_THAT(page, HasSubstr("title=\"company, unreviewed\">Zentor</a>"));
  EXPECT_THAT(page, HasSubstr("Zentor <span class=\"unreviewed\">unreviewed</span></span>"));
}

TEST(ArticlePage, ShowsWhatIsWrittenOnDemand) {
  const std::string repaired = render_article_page(article(), {}, TextForm::repaired, "");
  EXPECT_THAT(repaired, HasSubstr("</a> the boss"));
  EXPECT_THAT(repaired, HasSubstr("/article/a1?original=1"));
  const std::string original = render_article_page(article(), {}, TextForm::original, "");
  EXPECT_THAT(original, HasSubstr("</a><span class=\"repair\" title=\"Shown and searched as “ ”\">"
                                  "</span>the boss"));
}

TEST(ArticlePage, CountsNoMatchTwiceWhereTheTitleIsASentenceOfTheText) {
  ArticleView view = article();
  view.title_derived = true;
  view.title = view.paragraphs.front().text;
  EXPECT_THAT(render_article_page(view, {}, TextForm::repaired, ""), HasSubstr("2 matches"));
}

TEST(ArticlePage, LeadsBackToTheSearch) {
  SearchRequest asked;
  asked.q = "chips";
  asked.page = 2;
  EXPECT_THAT(render_article_page(article(), asked, TextForm::repaired, ""),
              HasSubstr("href=\"/search?q=chips&amp;page=2\""));
}

TEST(ArticlePage, ListsCopiesAndSimilarArticles) {
  ArticleNeighbours neighbours;
  Copy copy;
  copy.hit.id = "wire";
  copy.hit.title = {{"A <report>", false, {}, {}}};
  copy.hit.source = {"wire", "The Wire"};
  copy.same = 0.87;
  copy.delay_days = 0;
  neighbours.copies = {60, 3, {copy}};
  Hit similar;
  similar.id = "other";
  similar.title = {{"Another story", false, {}, {}}};
  neighbours.similar = {similar};
  const std::string page = render_article_page(article(), {}, TextForm::repaired, "", neighbours);
  for (const char* part :
       {"id=\"copies\"", "href=\"/article/wire\"", "A &lt;report&gt;", "The Wire", "87%",
        "the first day", "3 days after", "The first 1 of 60", "href=\"/article/other\""}) {
    EXPECT_THAT(page, HasSubstr(part));
  }
  EXPECT_THAT(render_article_page(article(), {}, TextForm::repaired, ""),
              Not(HasSubstr("id=\"copies\"")))
      << "an article alone says nothing of copies";
}

}  // namespace
}  // namespace techpolicy
