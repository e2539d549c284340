// The order of results: words, nearness, age, salience; ties; and that the parts of a score add up.
#include "searchd/search/ranking.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

struct Row {
  std::string id;
  std::string title;
  std::string text;
  std::string date;
};

/// An index of these articles, and what ranks them.
class RankedIndex {
 public:
  explicit RankedIndex(const std::vector<Row>& rows) {
    std::string lines;
    for (const Row& row : rows) {
      nlohmann::json line = {{"id", row.id}, {"title", row.title}, {"text", row.text}};
      if (!row.date.empty()) line["date"] = row.date;
      lines += line.dump() + "\n";
    }
    index_.build({index_.write("rows.jsonl", lines)});
    snapshot_ = Snapshot::open(index_.store(), 1, nullptr);
  }

  struct Scored {
    std::string id;
    float score = 0;
    ScoreParts parts;
  };
  /// In the order of a result.
  [[nodiscard]] std::vector<Scored> rank(const std::string& q, Sort sort,
                                         const RankingParameters& parameters = kRanking) const {
    const auto lease = snapshot_->database();
    const ResolvedQuery query = resolve_query(parse_query(q, {}), *snapshot_, true);
    Matching matching(*snapshot_, *lease);
    Ranking ranking(query.clause, {}, *snapshot_, *lease, matching, parameters);
    std::vector<Ranked> ranked = ranking.rank(matching.matches(query.clause), sort);
    std::sort(ranked.begin(), ranked.end(), ResultOrder(sort, snapshot_->columns()));
    std::vector<Scored> scored;
    for (const Ranked& one : ranked) {
      scored.push_back({parse_stored_article((*lease).get_document(one.document).get_data()).id,
                        one.score, ranking.parts(one.document)});
    }
    return scored;
  }
  [[nodiscard]] std::vector<std::string> ids(const std::string& q, Sort sort) const {
    std::vector<std::string> ids;
    for (const Scored& one : rank(q, sort)) ids.push_back(one.id);
    return ids;
  }
  [[nodiscard]] const IndexStore& store() const { return index_.store(); }

 private:
  BuiltIndex index_;
  std::shared_ptr<const Snapshot> snapshot_;
};

using Ids = std::vector<std::string>;

TEST(Ranking, WordsSideBySideComeBeforeWordsApart) {
  const std::string filler =
      " something else is told here for a while so that the words are apart ";
  const RankedIndex index({
      {"apart", "", "Export of goods." + filler + "Controls of borders.", ""},
      {"beside", "", "Export controls of goods." + filler + "And of borders.", ""},
      {"turned", "", "Controls export of goods." + filler + "And of borders.", ""},
  });
  EXPECT_EQ(index.ids("export controls", Sort::lexical), (Ids{"beside", "turned", "apart"}));
}

TEST(Ranking, AgeTakesNoMoreThanItsShare) {
  const RankedIndex index({
      {"new", "", "chips are made", "2025-06-01"},
      {"old", "", "chips are made", "2015-06-01"},
      {"ancient", "", "chips are made", "1965-06-01"},
      {"undated", "", "chips are made", ""},
  });
  const auto dated = index.rank("chips", Sort::relevance);
  const auto plain = index.rank("chips", Sort::lexical);
  const float whole = plain.front().score;
  EXPECT_FLOAT_EQ(dated[0].score, whole) << "the newest loses nothing";
  const float floor = whole * (1 - kRanking.recency);
  EXPECT_EQ(dated[1].id, "old");
  EXPECT_GT(dated[1].score, floor);
  EXPECT_EQ(dated[2].id, "ancient");
  EXPECT_GT(dated[2].score, floor);
  EXPECT_EQ(dated[3].id, "undated");
  EXPECT_FLOAT_EQ(dated[3].score, floor);
  for (const auto& one : plain) EXPECT_FLOAT_EQ(one.score, whole) << "lexical knows no dates";
}

TEST(Ranking, TiesGoByDateThenId) {
  const RankedIndex index({
      {"d", "", "chips", ""},
      {"c", "", "chips", "2024-01-01"},
      {"b", "", "chips", "2024-01-01"},
      {"a", "", "chips", "2023-01-01"},
  });
  EXPECT_EQ(index.ids("chips", Sort::lexical), (Ids{"b", "c", "a", "d"}));
}

TEST(Ranking, BeingAboutAnEntityCountsWhereItIsAskedFor) {
  const std::string long_text =
      " told at length, with many words about the weather, the sea and the ships upon it. ";
  const RankedIndex index({
      {"passing", "Ships", "The sea and" + long_text + long_text + "Nvidia was there.", ""},
      {"about", "Nvidia", "Nvidia and Nvidia again:" + long_text + long_text, ""},
  });
  const auto scored = index.rank("company:nvidia weather", Sort::lexical);
  ASSERT_EQ(scored.size(), 2U);
  EXPECT_EQ(scored[0].id, "about");
  EXPECT_GT(scored[0].parts.salience, scored[1].parts.salience);
  EXPECT_GT(scored[1].parts.salience, 0);
  EXPECT_EQ(index.rank("weather", Sort::lexical)[0].parts.salience, 0) << "nobody asked";
}

TEST(Ranking, PartsAddUpToTheScore) {
  const RankedIndex index({
      {"one", "Export controls on chips", "Nvidia sells chips. Export controls bind it.",
       "2025-01-01"},
      {"two", "Chips", "Controls on the export of chips to Huawei and Nvidia, start-up or not.",
       "2020-01-01"},
      {"three", "", "Export controls, chips, semiconductors and Nvidia in one start-up.", ""},
  });
  for (const char* q :
       {"chips", "export controls chips nvidia", "Nvidia OR Huawei", "\"export controls\" chips",
        "title:chips OR semi*", "start-up", "the export of chips to", "export NEAR/3 controls",
        "company:nvidia chips"}) {
    for (const Sort sort : {Sort::relevance, Sort::lexical}) {
      const auto scored = index.rank(q, sort);
      ASSERT_FALSE(scored.empty()) << q;
      for (const auto& one : scored) {
        EXPECT_NEAR(one.parts.total(), double{one.score}, 1e-4) << q << " in " << one.id;
        if (sort == Sort::lexical) {
          EXPECT_EQ(one.parts.recency, 0) << q;
        }
      }
    }
  }
}

TEST(Ranking, FunctionWordsMatchButWeighLittle) {
  const RankedIndex index({
      {"short", "", "which which which which which tariffs", ""},
      {"full", "", "which tariffs on tariffs", ""},
      {"other", "", "nothing of it", ""},
      {"more", "", "nothing of it again", ""},
  });
  EXPECT_EQ(index.ids("which tariffs", Sort::lexical), (Ids{"full", "short"}));
}

std::vector<Row> many_rows(std::size_t count) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    for (std::size_t k = 0; k <= i % 7; ++k) text += "export ";
    text += i % 3 == 0 ? "controls on chips." : "of goods. There are controls.";
    text += i % 5 == 0 ? " Tariffs and quotas follow." : " Nothing follows.";
    rows.push_back({"a" + std::to_string(i), "", text, i % 2 == 0 ? "2024-05-01" : ""});
  }
  return rows;
}

/// More matches than are looked at closely, so that pages cross from the ones to the others.
TEST(Ranking, PagesAndCursorsNeitherRepeatNorSkip) {
  const std::size_t count = kRanking.reranked * 2 + 37;
  const RankedIndex index(many_rows(count));
  const Searcher searcher(index.store(), 1);
  for (const char* q : {"export controls", "export controls goods tariffs OR chips"}) {
    SearchRequest request;
    request.q = q;
    request.collapse = Collapse::none;
    request.per_page = 100;
    Ids expected;
    for (request.page = 1; request.page <= count / request.per_page + 1; ++request.page) {
      for (const Hit& hit : searcher.search(request).hits) expected.push_back(hit.id);
    }
    Ids unique = expected;
    std::sort(unique.begin(), unique.end());
    EXPECT_EQ(std::unique(unique.begin(), unique.end()), unique.end()) << q;
    EXPECT_EQ(expected.size(), searcher.search(request).total) << q;
    for (const unsigned per_page : {7U, 64U}) {
      Ids found;
      SearchRequest next = request;
      next.page = 1;
      next.per_page = per_page;
      float last = 1e9F;
      do {
        const SearchResult result = searcher.search(next);
        for (const Hit& hit : result.hits) {
          found.push_back(hit.id);
          EXPECT_LE(hit.score, last) << q << ": scores fall";
          last = static_cast<float>(hit.score);
        }
        next.cursor = result.next_cursor;
      } while (!next.cursor.empty());
      EXPECT_EQ(found, expected) << q << " by " << per_page;
    }
  }
}

}  // namespace
}  // namespace techpolicy
