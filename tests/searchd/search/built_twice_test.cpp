// The same articles give the same answers, whatever the threads that built the index did.
#include <gtest/gtest.h>
#include <vector>

#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"
#include "tests/searchd/search/scanned_corpus.h"

namespace techpolicy {
namespace {

constexpr unsigned kSeed = 20240229;
constexpr std::size_t kArticles = 400;

struct Answer {
  std::vector<std::string> first_ten;  ///< Ids with their scores.
  std::vector<std::string> facets;     ///< Values with their counts.
  bool operator==(const Answer&) const = default;
};

Answer answer_of(const Searcher& searcher, const SearchRequest& request) {
  Answer answer;
  const SearchResult result = searcher.search(request);
  for (const Hit& hit : result.hits) {
    answer.first_ten.push_back(hit.id + ' ' + std::to_string(hit.score));
  }
  for (const FacetResult& facet : result.facets) {
    for (const FacetCount& value : facet.values) {
      answer.facets.push_back(value.value + ' ' + std::to_string(value.count));
    }
  }
  return answer;
}

TEST(Searcher, AnswersAlikeFromTwoBuilds) {
  std::cout << "seed " << kSeed << "\n";
  ScannedCorpus::Random random(kSeed);
  const std::string articles = ScannedCorpus::generate(random, kArticles);
  std::vector<std::vector<Answer>> answers;
  for (const unsigned jobs : {1U, 2U, 5U}) {
    BuiltIndex index;
    index.jobs = jobs;
    ASSERT_EQ(index.build({index.write("generated.jsonl", articles)}).added, kArticles);
    const Searcher searcher(index.store(), 1);
    std::vector<Answer>& of_build = answers.emplace_back();
    for (const char* q : {"chips", "Nvidia", "export OR chips", "", "\"export controls\""}) {
      SearchRequest request;
      request.q = q;
      request.facets = {Facet::company, Facet::person, Facet::year};
      of_build.push_back(answer_of(searcher, request));
    }
  }
  EXPECT_EQ(answers[0], answers[1]);
  EXPECT_EQ(answers[0], answers[2]);
  EXPECT_EQ(answers[0].front().first_ten.size(), 10U) << "too few hits to mean much";
}

}  // namespace
}  // namespace techpolicy
