// Scores in words, beneath the hits that are explained.
#include "searchd/pages/score_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/pages/search_page.h"

namespace techpolicy {
namespace {

TEST(ScoreView, SaysEveryPart) {
  struct Row {
    ScoreParts parts;
    std::string words;
    std::string reason;
  };
  const std::vector<Row> rows = {
      {{{{"chips", 4.12, 0.5, 1}, {"\"AI Act\"", 0, 0, 2}}, 0.8, 0.26, 1.3, -0.94},
       "Score 9.0 = 4.1 for chips in the title + 0.5 for chips in the first paragraph + 1.0 for "
       "chips in the text + 2.0 for \"AI Act\" in the text + 0.8 for words near each other + 0.3 "
       "for words that the best articles share + 1.3 for being about what is asked for − 0.9 for "
       "age",
       "all of them"},
      {{{{"chips", 0, 0, 3}}, 0, 0, 0, 0},
       "Score 3.0 = 3.0 for chips in the text",
       "what adds nothing is not said"},
      {{{{"chips", 0, 0, 3}}, 0.04, 0, 0, -0.04},
       "Score 3.0 = 3.0 for chips in the text",
       "nor what would be shown as 0.0"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(score_in_words(row.parts.total(), row.parts), row.words) << row.reason;
  }
}

TEST(ScoreView, StandsBeneathExplainedHits) {
  SearchPageContent content;
  content.result.total = 1;
  content.result.hits.resize(1);
  content.result.hits.front().score = 3;
  const auto page = [&] { return render_search_page(content, PagePart::results); };
  EXPECT_THAT(page(), testing::Not(testing::HasSubstr("Score")));
  content.result.hits.front().score_parts = ScoreParts{{{"<b>", 0, 0, 3}}, 0, 0, 0, 0};
  EXPECT_THAT(page(), testing::HasSubstr("Score 3.0 = 3.0 for &lt;b&gt; in the text"));
}

}  // namespace
}  // namespace techpolicy
