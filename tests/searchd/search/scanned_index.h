// A generated corpus twice: built into an index, and held for brute force.
#pragma once

#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <variant>

#include "indexer/articles/article_reader.h"
#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"
#include "tests/searchd/search/scanned_corpus.h"

namespace techpolicy {

/// TECHPOLICY_SEED sets it; tests print it.
inline unsigned first_seed() {
  const char* given = std::getenv("TECHPOLICY_SEED");
  return given == nullptr ? 20240229U : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

/// The request that means a search.
inline SearchRequest request_of(const WishedSearch& search) {
  SearchRequest request;
  request.q = search.wish.text();
  for (const auto& [facet, filter] : search.filters) {
    request.filter(facet).any.assign(filter.any.begin(), filter.any.end());
    request.filter(facet).none.assign(filter.none.begin(), filter.none.end());
    request.filter(facet).about.assign(filter.about.begin(), filter.about.end());
    request.filter(facet).all = filter.all;
  }
  request.from = parse_partial_date(search.from);
  request.to = parse_partial_date(search.to);
  request.roll_up = search.rolls_up ? RollUpTo::parent : RollUpTo::none;
  return request;
}

struct ScannedIndex {
  ScannedIndex(ScannedCorpus::Random& random, std::size_t articles)
      : scanned(ScannedCorpus::lexicon(index)) {
    const std::string file =
        index.write("generated.jsonl", ScannedCorpus::generate(random, articles));
    EXPECT_EQ(index.build({file}).added, articles);
    reader_for(file)({file, "generated.jsonl"},
                     [&](Record&& record) { scanned.add(std::get<Article>(std::move(record))); });
    searcher = std::make_unique<Searcher>(index.store(), 1);
  }

  BuiltIndex index;
  ScannedCorpus scanned;
  std::unique_ptr<Searcher> searcher;
};

}  // namespace techpolicy
