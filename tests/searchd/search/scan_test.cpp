// Hit sets, totals and facet counts of random queries equal a scan. The seed is printed;
// TECHPOLICY_SEED sets it, TECHPOLICY_SCAN_QUERIES how many queries there are (2,000):
//   TECHPOLICY_SCAN_QUERIES=20000 build/release/tests/searchd_search_tests --gtest_filter='Scan.*'
#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

#include "indexer/schema/found_names.h"
#include "indexer/schema/slots.h"
#include "indexer/schema/values.h"
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
  request.collapse = Collapse::none;
  request.count = search.by_story ? CountOf::stories : CountOf::articles;
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

struct AllHits {
  std::set<std::string> ids;
  std::vector<std::string> in_order;
  std::map<std::string, std::uint64_t> duplicates;  ///< By id.
  SearchResult first;
};

/// All pages, and the facets of the first.
AllHits all_hits(const Searcher& searcher, SearchRequest request) {
  AllHits all;
  const auto take = [&](const SearchResult& result) {
    for (const Hit& hit : result.hits) {
      EXPECT_TRUE(all.ids.insert(hit.id).second) << hit.id << " stands twice";
      all.in_order.push_back(hit.id);
      all.duplicates[hit.id] = hit.duplicates;
    }
    request.cursor = result.next_cursor;
  };
  all.first = searcher.search(request);
  take(all.first);
  request.facets.clear();
  while (!request.cursor.empty()) take(searcher.search(request));
  return all;
}

std::map<std::string, std::string> stories_of(const Xapian::Database& database) {
  std::map<std::string, std::string> stories;
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    const auto value = [&](Slot slot) {
      return database.get_document(*document).get_value(static_cast<Xapian::valueno>(slot));
    };
    const std::string story = unpack_story(value(Slot::story)).story;
    if (!story.empty()) stories[value(Slot::id)] = story;
  }
  return stories;
}

/// Folded, in pages of 7: the best of each story in the order of all hits, with the number of
/// others.
void expect_folded(const Searcher& searcher, SearchRequest request, const AllHits& unfolded,
                   const ScannedCorpus& scanned) {
  std::vector<std::string> expected;
  std::map<std::string, std::uint64_t> others;
  std::map<std::string, std::string> best;
  for (const std::string& id : unfolded.in_order) {
    const auto [place, fresh] = best.try_emplace(scanned.story(id), id);
    if (fresh) expected.push_back(id);
    others[place->second] += fresh ? 0U : 1U;
  }
  request.collapse = Collapse::duplicates;
  request.per_page = 7;
  const AllHits folded = all_hits(searcher, request);
  EXPECT_EQ(folded.in_order, expected);
  EXPECT_EQ(folded.duplicates, others);
  EXPECT_EQ(folded.first.stories, expected.size());
  EXPECT_EQ(folded.first.total, unfolded.in_order.size());
}

TEST(Scan, RandomQueriesEqualBruteForce) {
  std::size_t with_hits = 0;
  std::size_t folded = 0;
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
    scanned.set_stories(stories_of(generated.index.store().open()));
    for (std::size_t i = 0; i < kQueriesOfCorpus; ++i) {
      WishedSearch search = ScannedCorpus::random_search(random);
      search.by_story = random() % 3 == 0;
      const SearchRequest request = counted_request(search);
      const AllHits hits = all_hits(searcher, request);
      const std::set<std::string>& ids = hits.ids;
      const SearchResult& result = hits.first;
      const std::string shown = request.q + " ? " + query_string(request);
      ASSERT_EQ(ids, scanned.ids(search)) << shown;
      ASSERT_EQ(result.total, ids.size()) << shown;
      ASSERT_EQ(result.undated_excluded, scanned.undated(search)) << shown;
      undated += result.undated_excluded;
      with_hits += ids.empty() ? 0U : 1U;
      expect_folded(searcher, request, hits, scanned);
      ASSERT_FALSE(HasFailure()) << "folded: " << shown;
      folded += result.total - result.stories;
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
  EXPECT_GT(folded, queries) << "too few copies";
  EXPECT_GT(with_hits, queries / 3) << "too many empty answers to mean much";
  EXPECT_GT(about_values, queries) << "too few articles are about anything";
  EXPECT_GT(undated, queries) << "too few articles without dates";
  std::cout << corpora * kQueriesOfCorpus << " queries, " << with_hits << " with hits\n";
}

}  // namespace
}  // namespace techpolicy
