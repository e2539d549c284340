// Hit sets, totals and facet counts of random queries equal a scan. The seed is printed;
// TECHPOLICY_SEED sets it, TECHPOLICY_SCAN_QUERIES how many queries there are (2,000):
//   TECHPOLICY_SCAN_QUERIES=20000 build/release/tests/searchd_search_tests --gtest_filter='Scan.*'
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

#include "indexer/schema/found_names.h"
#include "tests/searchd/search/scanned_index.h"

namespace techpolicy {
namespace {

constexpr std::size_t kArticles = 250;
constexpr std::size_t kQueriesOfCorpus = 500;
const std::vector<Facet> kCounted = {Facet::company, Facet::person, Facet::law,
                                     Facet::source,  Facet::lang,   Facet::year};

std::size_t query_count() {
  const char* given = std::getenv("TECHPOLICY_SCAN_QUERIES");
  return given == nullptr ? 2000 : std::strtoul(given, nullptr, 10);
}

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
  std::size_t undated = 0;
  const std::size_t queries = query_count();
  const std::size_t corpora = (queries + kQueriesOfCorpus - 1) / kQueriesOfCorpus;
  for (std::size_t corpus = 0; corpus < corpora; ++corpus) {
    const unsigned seed = first_seed() + static_cast<unsigned>(corpus);
    std::cout << "seed " << seed << "\n";
    ScannedCorpus::Random random(seed);
    ScannedIndex generated(random, kArticles);
    ScannedCorpus& scanned = generated.scanned;
    const Searcher& searcher = *generated.searcher;
    for (std::size_t i = 0; i < kQueriesOfCorpus; ++i) {
      const WishedSearch search = ScannedCorpus::random_search(random);
      const SearchRequest request = counted_request(search);
      const auto [ids, result] = all_hits(searcher, request);
      const std::string shown = request.q + " ? " + query_string(request);
      ASSERT_EQ(ids, scanned.ids(search)) << shown;
      ASSERT_EQ(result.total, ids.size()) << shown;
      ASSERT_EQ(result.undated_excluded, scanned.undated(search)) << shown;
      undated += result.undated_excluded;
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
  EXPECT_GT(found_names, queries) << "too few names that only articles give";
  EXPECT_GT(with_hits, queries / 3) << "too many empty answers to mean much";
  EXPECT_GT(about_values, queries) << "too few articles are about anything";
  EXPECT_GT(undated, queries) << "too few articles without dates";
  std::cout << corpora * kQueriesOfCorpus << " queries, " << with_hits << " with hits\n";
}

}  // namespace
}  // namespace techpolicy
