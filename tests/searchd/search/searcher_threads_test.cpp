// Requests on several threads while articles are added: none fails, and no thread sees the index go
// back.
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr unsigned kThreads = 4;
constexpr unsigned kReaders = 2;  // Fewer than threads, so that some wait for a database.
constexpr unsigned kAdditions = 12;
constexpr unsigned kPollMilliseconds = 5;

std::string record(unsigned number) {
  return R"({"id":"n)" + std::to_string(number) + R"(","text":"Nvidia sells chips number )" +
         std::to_string(number) + R"("})" + "\n";
}

TEST(Searcher, AnswersWhileTheIndexGrows) {
  BuiltIndex index;
  ASSERT_EQ(index.build({index.write("first.jsonl", record(0))}).added, 1U);
  const Searcher searcher(index.store(), kReaders, kPollMilliseconds);
  std::atomic<bool> done{false};
  std::atomic<unsigned> failures{0};
  std::atomic<unsigned> answers{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      SearchRequest request;
      request.q = "\"Nvidia sells\" chips";
      request.facets = {Facet::company};
      std::uint64_t last = 0;
      while (!done) {
        try {
          const SearchResult result = searcher.search(request);
          const bool whole = result.total == result.index.documents &&
                             result.facets.front().values.front().count == result.total;
          if (!whole || result.index.revision < last) ++failures;
          last = result.index.revision;
          ++answers;
        } catch (const std::exception&) {
          ++failures;
        }
      }
    });
  }
  for (unsigned i = 1; i <= kAdditions; ++i) {
    EXPECT_EQ(index.add({index.write("more" + std::to_string(i) + ".jsonl", record(i))}).added, 1U);
  }
  const std::uint64_t newest = index.state().revision;
  while (searcher.index_info()->revision < newest) std::this_thread::yield();
  done = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0U);
  EXPECT_GT(answers, kThreads);
  EXPECT_EQ(searcher.search({}).total, kAdditions + 1U);
}

}  // namespace
}  // namespace techpolicy
