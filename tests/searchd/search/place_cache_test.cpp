// Places are looked at once, and what is kept is never taken for what was not looked at.
#include "searchd/search/place_cache.h"

#include <gtest/gtest.h>
#include <set>

#include "searchd/search/matching.h"
#include "searchd/search/phrase_documents.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

Clause leaf(ClauseKind kind, std::vector<std::string> words) {
  Clause clause;
  clause.kind = kind;
  clause.words = std::move(words);
  return clause;
}

Clause chain(std::vector<Clause> operands, Proximity link) {
  Clause clause;
  clause.kind = ClauseKind::proximity;
  clause.links.assign(operands.size() - 1, link);
  clause.children = std::move(operands);
  return clause;
}

TEST(PlaceKey, DiffersWherePlacesMay) {
  const Clause a = leaf(ClauseKind::word, {"a"});
  const Clause b = leaf(ClauseKind::word, {"b"});
  Clause exact = a;
  exact.exact = true;
  Clause glossed = a;
  glossed.glossary = true;
  Clause nvidia = leaf(ClauseKind::entity, {});
  nvidia.entity = {Facet::company, "nvidia"};
  Clause person = nvidia;
  person.entity.type = Facet::person;
  const Proximity near{Nearness::near, 5};
  const std::vector<Clause> clauses = {
      a,
      b,
      exact,
      glossed,
      nvidia,
      person,
      leaf(ClauseKind::cased, {"a"}),
      leaf(ClauseKind::phrase, {"a", "b"}),
      leaf(ClauseKind::phrase, {"b", "a"}),
      leaf(ClauseKind::phrase, {"a1:b"}),
      leaf(ClauseKind::forms, {"a", "b"}),
      chain({a, b}, near),
      chain({b, a}, near),
      chain({a, exact}, near),
      chain({a, b}, {Nearness::near, 6}),
      chain({a, b}, {Nearness::adjacent, 5}),
      chain({a, b, b}, near),
      chain({a, chain({b, b}, near)}, near),
  };
  std::set<std::string> keys;
  for (const Clause& clause : clauses) {
    keys.insert(place_key(clause, Field::title));
    keys.insert(place_key(clause, Field::body));
  }
  EXPECT_EQ(keys.size(), clauses.size() * 2);
  Clause elsewhere = a;
  elsewhere.begin = 7;
  elsewhere.end = 8;
  EXPECT_EQ(place_key(elsewhere, Field::body), place_key(a, Field::body))
      << "where it stands in the query does not matter";
}

TEST(PlaceCache, GivesWhatWasLookedAt) {
  PlaceCache cache;
  const auto placed = std::make_shared<PlacedPostings>(PlacedPostings{{1, 3, 5}, {{3}, {2}}});
  cache.keep("k", placed);
  EXPECT_EQ(cache.find("k", {1, 3, 5}), placed);
  EXPECT_EQ(cache.find("k", {3}), placed) << "a part of it";
  EXPECT_EQ(cache.find("k", {}), placed);
  EXPECT_EQ(cache.find("k", {1, 2}), nullptr) << "nobody looked at 2";
  EXPECT_EQ(cache.find("other", {1}), nullptr);
  const auto wider = std::make_shared<PlacedPostings>(PlacedPostings{{1, 2, 3, 5}, {{3}, {2}}});
  cache.keep("k", wider);
  EXPECT_EQ(cache.find("k", {1, 2}), wider);
}

TEST(PlaceCache, NarrowAndWideQuestionsAreAnsweredInAnyOrder) {
  BuiltIndex built;
  std::string records;
  for (int i = 0; i < 40; ++i) {
    records += R"({"id":")" + std::to_string(i) + R"(","text":")" +
               (i % 2 == 0 ? "export controls" : "controls, export") + (i % 3 == 0 ? " rare" : "") +
               "\"}\n";
  }
  built.build({built.write("records.jsonl", records)});
  const auto snapshot = Snapshot::open(built.store(), 1, nullptr);
  const auto lease = snapshot->database();
  const auto count = [&](const std::string& q) {
    const ResolvedQuery query = resolve_query(parse_query(q, {}), *snapshot, true);
    Matching matching(*snapshot, *lease);
    return matching.matches(query.clause).size();
  };
  for (int again = 0; again < 2; ++again) {
    EXPECT_EQ(count("rare \"export controls\""), 7U);
    EXPECT_EQ(count("\"export controls\""), 20U) << "more than was looked at for the rare word";
    EXPECT_EQ(count("rare \"export controls\""), 7U);
    EXPECT_EQ(count("-rare \"export controls\""), 13U);
  }
}

TEST(PlaceCache, WhatIsKnownCostsNothing) {
  BuiltIndex built;
  std::string records;
  for (int i = 0; i < 40; ++i) {
    records += R"({"id":")" + std::to_string(i) + "\",\"text\":\"export controls\"}\n";
  }
  built.build({built.write("records.jsonl", records)});
  const auto snapshot = Snapshot::open(built.store(), 1, nullptr);
  const auto lease = snapshot->database();
  const ResolvedQuery query =
      resolve_query(parse_query("\"export controls\"", {}), *snapshot, true);
  const auto count = [&](std::size_t lists) {
    return Matching(*snapshot, *lease, lists).matches(query.clause).size();
  };
  const std::size_t lists = 80 + 80 / kMatcherReadsFaster;
  EXPECT_THROW(count(lists - 1), BadRequest) << "two lists of each article, looked at twice";
  EXPECT_EQ(count(lists), 40U);
  EXPECT_EQ(count(0), 40U);
}

}  // namespace
}  // namespace techpolicy
