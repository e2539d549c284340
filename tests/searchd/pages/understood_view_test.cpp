// What the page says of how a query was understood, and of what may have been meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/pages/query_words.h"
#include "searchd/pages/search_page.h"

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(QueryWords, SaysEveryKindOfPart) {
  struct Row {
    std::string query;
    std::string words;
  };
  const std::vector<Row> rows = {
      {"chips", "“chips” in any form"},
      {"title:\"chips\"", "exactly “chips” in the title"},
      {"lead:\"AI Act\"", "the phrase “AI Act” in the first paragraph"},
      {"body:semi*", "words like semi* in the text"},
      {"deepsek~1", "words one letter from “deepsek”"},
      {"deepsek~2", "words up to two letters from “deepsek”"},
      {"caps:AI", "“AI” with these capitals"},
      {"company:nvidia", "company nvidia"},
      {"about:nvidia", "mainly about nvidia"},
      {"author:Doe url:wire id:a", "author “Doe”, address with wire and the article a"},
      {"date:2025", "published in 2025"},
      {"date:2025-03..2025-06", "published from March 2025 to June 2025"},
      {"date:2025-03..", "published from March 2025 on"},
      {"date:..2025-03-01", "published until 1 March 2025"},
      {"=a OR =b -=c", "exactly “a” or (exactly “b” and not exactly “c”)"},
      {"+=a OR =b OR =c", "exactly “a”, better with exactly “b” or exactly “c”"},
      {"=a NEAR/5 =b", "exactly “a” within 5 words of exactly “b”"},
      {"=a ADJ/2 =b", "exactly “a” at most 2 words before exactly “b”"},
      {"=a SENTENCE =b PARAGRAPH =c",
       "exactly “a” in one sentence with exactly “b” in one paragraph with exactly “c”"},
      {"atleast:3 (=a OR =b)", "(exactly “a” or exactly “b”) at 3 places or more"},
      {"", "all articles"},
      {"!!!", "nothing, since there is no word in it"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(query_in_words(parse_query(row.query, {})), row.words) << row.query;
  }
}

std::string page_of(const SearchRequest& asked, const SearchResult& result,
                    const FaultyRequest* instead_of = nullptr) {
  SearchPageContent content;
  content.asked = asked;
  content.result = result;
  content.instead_of = instead_of;
  return render_search_page(content, PagePart::results);
}

TEST(UnderstoodView, ExplainsWhatIsMoreThanWords) {
  SearchRequest asked;
  asked.q = "chips export";
  SearchResult result;
  result.parsed = "chips AND export";
  EXPECT_THAT(page_of(asked, result), Not(HasSubstr("Understood as")));
  asked.q = "chips <NOT> export";
  result.parsed = "chips AND NOT export";
  EXPECT_THAT(page_of(asked, result), HasSubstr("Understood as: “chips” in any form and not"));
  asked.explain = true;
  result.total = 5;
  result.explanation = {{"se*", 0, 3, "export", 9, {"semi", "semis"}}, {"<b>", 1, {}, {}, {}, {}}};
  const std::string page = page_of(asked, result);
  EXPECT_THAT(page, HasSubstr("semi and semis"));
  EXPECT_THAT(page, HasSubstr("<td>3 articles</td>"));
  EXPECT_THAT(page, HasSubstr("/search?q=export&amp;explain=1\">9 articles</a>"));
  EXPECT_THAT(page, HasSubstr("too many to count"));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

TEST(UnderstoodView, OffersAnotherSpelling) {
  SearchRequest asked;
  asked.q = "Hauwei chips";
  SearchResult result;
  result.parsed = "Hauwei AND chips";
  result.respelling = Respelling{"Huawei AND chips", 3};
  const std::string page = page_of(asked, result);
  EXPECT_THAT(page, HasSubstr("Did you mean"));
  EXPECT_THAT(page, HasSubstr("Huawei AND chips (3)"));
}

TEST(UnderstoodView, SaysThatARepairedQueryWasRun) {
  const Parameters typed = {{"q", "a w/5 b"}, {"lang", "en"}};
  const BadRequest error({{"q", "unsupported_operator", "Not <here>.", {}, 2, "a NEAR/5 b"}});
  const FaultyRequest faulty{typed, error};
  const auto repaired = repaired_parameters(faulty);
  ASSERT_TRUE(repaired);
  EXPECT_EQ(*repaired, (Parameters{{"q", "a NEAR/5 b"}, {"lang", "en"}}));
  SearchRequest asked;
  asked.q = "a NEAR/5 b";
  SearchResult result;
  result.parsed = asked.q;
  const std::string page = page_of(asked, result, &faulty);
  EXPECT_THAT(page, HasSubstr("Not &lt;here&gt;."));
  EXPECT_THAT(page, HasSubstr("These are the results of:"));
  const BadRequest hopeless({{"q", "too_deep", "Deep.", {}, 2, ""}});
  EXPECT_FALSE(repaired_parameters({typed, hopeless}));
  const BadRequest of_date({{"from", "bad_format", "Date.", {}, {}, "2025"}});
  EXPECT_FALSE(repaired_parameters({typed, of_date}));
}

}  // namespace
}  // namespace techpolicy
