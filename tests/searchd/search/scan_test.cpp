// Hit sets, totals and facet counts of random queries equal a scan. The seed is printed;
// TECHPOLICY_SEED sets it.
#include <gtest/gtest.h>
#include <iostream>

#include "indexer/schema/found_names.h"
#include "tests/searchd/search/scanned_index.h"

namespace techpolicy {
namespace {

constexpr std::size_t kCorpora = 4;
constexpr std::size_t kArticles = 250;
constexpr std::size_t kQueries = 500;
const std::vector<Facet> kCounted = {Facet::company, Facet::person, Facet::law,
                                     Facet::source,  Facet::lang,   Facet::year};

SearchRequest counted_request(const WishedSearch& search) {
  SearchRequest request = request_of(search);
  request.facets = kCounted;
  request.facet_limit = 200;
  request.per_page = 100;
  return request;
}

ScannedCounts counts_of(const FacetResult& facet) {
  ScannedCounts counts;
  for (const FacetCount& value : facet.values) {
    if (value.count > 0) counts.articles[value.value] = value.count;
    if (value.about > 0) counts.about[value.value] = value.about;
  }
  return counts;
}

/// All pages, and the facets of the first.
std::pair<std::set<std::string>, SearchResult> all_hits(const Searcher& searcher,
                                                        SearchRequest request) {
  std::set<std::string> ids;
  SearchResult first = searcher.search(request);
  std::string cursor = first.next_cursor;
  for (const Hit& hit : first.hits) ids.insert(hit.id);
  request.facets.clear();
  while (!cursor.empty()) {
    request.cursor = cursor;
    const SearchResult next = searcher.search(request);
    for (const Hit& hit : next.hits)
      EXPECT_TRUE(ids.insert(hit.id).second) << hit.id << " stands twice";
    cursor = next.next_cursor;
  }
  return {std::move(ids), std::move(first)};
}

TEST(Scan, RandomQueriesEqualBruteForce) {
  std::size_t with_hits = 0;
  std::size_t found_names = 0;
  std::size_t about_values = 0;
  for (std::size_t corpus = 0; corpus < kCorpora; ++corpus) {
    const unsigned seed = first_seed() + static_cast<unsigned>(corpus);
    std::cout << "seed " << seed << "\n";
    ScannedCorpus::Random random(seed);
    ScannedIndex generated(random, kArticles);
    ScannedCorpus& scanned = generated.scanned;
    const Searcher& searcher = *generated.searcher;
    for (std::size_t i = 0; i < kQueries; ++i) {
      const WishedSearch search = ScannedCorpus::random_search(random);
      const SearchRequest request = counted_request(search);
      const auto [ids, result] = all_hits(searcher, request);
      const std::string shown = request.q + " ? " + query_string(request);
      ASSERT_EQ(ids, scanned.ids(search)) << shown;
      ASSERT_EQ(result.total, ids.size()) << shown;
      with_hits += ids.empty() ? 0U : 1U;
      for (const FacetResult& facet : result.facets) {
        const auto expected = scanned.facet(search, facet.facet);
        const ScannedCounts counts = counts_of(facet);
        ASSERT_EQ(counts.articles, expected.articles)
            << facet_row(facet.facet).name << " of " << shown;
        ASSERT_EQ(counts.about, expected.about) << facet_row(facet.facet).name << " of " << shown;
        ASSERT_EQ(facet.distinct, expected.articles.size()) << shown;
        about_values += counts.about.size();
        for (const auto& [value, count] : expected.articles) {
          found_names += is_found_name(facet.facet, value) ? 1U : 0U;
        }
      }
    }
  }
  EXPECT_GT(found_names, kCorpora * kQueries) << "too few names that only articles give";
  EXPECT_GT(with_hits, kCorpora * kQueries / 3) << "too many empty answers to mean much";
  EXPECT_GT(about_values, kCorpora * kQueries) << "too few articles are about anything";
}

}  // namespace
}  // namespace techpolicy
