// What a curator is shown of the names that the gazetteer lacks.
#include "indexer/build/candidates.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/indexer/build/small_lexicon.h"

namespace techpolicy {
namespace {

std::vector<NameCandidate> candidates_of(const std::vector<Article>& articles) {
  const auto lexicon = small_lexicon();
  CandidateList list;
  for (const Article& article : articles) {
    list.add(*analyze_article(article, *lexicon), lexicon->gazetteer());
  }
  return list.most_frequent();
}

TEST(Candidates, CountArticlesAndMentionsMostFrequentFirst) {
  const auto found = candidates_of({
      article_of("", "It sued Brisko Inc. then. And Nvidia, see H.R. 4346."),
      article_of("", "It sued Zentor Widgets Inc. then. Later Zentor paid."),
      article_of("", "The news came late. A stake in Zentor Widgets\twas sold. It was cheap."),
  });
  ASSERT_EQ(found.size(), 2U) << "neither the known company nor the citation";
  EXPECT_EQ(found[0].key.id, "unreviewed.zentor-widgets");
  EXPECT_EQ(found[0].label, "Zentor Widgets");
  EXPECT_EQ(found[0].articles, 2U);
  EXPECT_EQ(found[0].mentions, 3U);
  EXPECT_EQ(found[0].example, "It sued Zentor Widgets Inc. then") << "the sentence of the first";
  EXPECT_TRUE(found[0].patterns.contains("legal form"));
  EXPECT_TRUE(found[0].patterns.contains("shares or part of")) << "of all articles";
  EXPECT_EQ(found[1].key.id, "unreviewed.brisko");
}

TEST(Candidates, KeepAnExampleOnOneShortLine) {
  const std::string filler(400, 'x');
  const auto found = candidates_of({article_of(
      "", "é" + filler + " é sued\nZentor Widgets Inc.\tover é " + filler + "\n\nEnd.")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_LT(found[0].example.size(), 300U);
  EXPECT_NE(found[0].example.find("é sued Zentor Widgets Inc. over é"), std::string::npos)
      << found[0].example;
}

TEST(Candidates, AsTabSeparatedValuesAndAsJson) {
  const auto found = candidates_of({article_of("", "It sued Zentor Widgets Inc. then.")});
  EXPECT_EQ(candidates_tsv(found),
            "articles\tmentions\ttype\tid\tname\tpatterns\texample\n"
            "1\t1\tcompany\tunreviewed.zentor-widgets\tZentor Widgets\tlegal form\t"
            "It sued Zentor Widgets Inc. then\n");
  const auto json = nlohmann::json::parse(candidates_json(found));
  EXPECT_EQ(json["id"], "unreviewed.zentor-widgets");
  EXPECT_EQ(json["patterns"], nlohmann::json::array({"legal form"}));
  EXPECT_EQ(json["articles"], 1);
}

}  // namespace
}  // namespace techpolicy
