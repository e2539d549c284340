// Chains of places against every combination of places, on random texts. The seed is printed.
#include "searchd/search/spans.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <random>

namespace techpolicy {
namespace {

constexpr unsigned kSeed = 20261124;
constexpr std::uint32_t kPositions = 40;

bool in_one_unit(const std::vector<std::uint32_t>& starts, std::uint32_t from, std::uint32_t to) {
  return std::none_of(starts.begin(), starts.end(),
                      [&](std::uint32_t start) { return start > from && start <= to; });
}

bool stand_so(const Span& left, const Span& right, const Proximity& link, const TextUnits& units) {
  const bool in_order = left.end < right.begin;
  if (!in_order && right.end >= left.begin) return false;
  const std::uint32_t apart = in_order ? right.begin - left.end : left.begin - right.end;
  const std::uint32_t from = std::min(left.begin, right.begin);
  const std::uint32_t to = std::max(left.end, right.end);
  switch (link.nearness) {
    case Nearness::near:
      return apart <= link.distance;
    case Nearness::adjacent:
      return in_order && apart <= link.distance;
    case Nearness::sentence:
      return in_one_unit(units.sentences, from, to);
    case Nearness::paragraph:
      return in_one_unit(units.paragraphs, from, to);
  }
  return false;
}

/// Adds each chain that goes on from the chosen spans to `kept`.
void try_all(const std::vector<Spans>& operands, const std::vector<Proximity>& links,
             const TextUnits& units, std::vector<Span>& chosen, std::vector<Spans>& kept) {
  if (chosen.size() == operands.size()) {
    for (std::size_t i = 0; i < chosen.size(); ++i) kept[i].push_back(chosen[i]);
    return;
  }
  for (const Span& span : operands[chosen.size()]) {
    if (!chosen.empty() && !stand_so(chosen.back(), span, links[chosen.size() - 1], units))
      continue;
    chosen.push_back(span);
    try_all(operands, links, units, chosen, kept);
    chosen.pop_back();
  }
}

class RandomText {
 public:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

  Spans spans() {
    std::vector<Spans> one(1);
    for (std::uint32_t i = below(6); i > 0; --i) {
      const std::uint32_t begin = below(kPositions);
      one.front().push_back({begin, begin + below(6)});
    }
    return unite_spans(one);
  }

  std::vector<std::uint32_t> starts(std::uint32_t apart) {
    std::vector<std::uint32_t> starts;
    for (std::uint32_t at = 0; at < kPositions; at += 1 + below(apart)) starts.push_back(at);
    return starts;
  }

  Proximity link() {
    constexpr Nearness kAll[] = {Nearness::near, Nearness::adjacent, Nearness::sentence,
                                 Nearness::paragraph};
    return {kAll[below(4)], 1 + below(8)};
  }

 private:
  std::mt19937 random_{kSeed};
};

TEST(Spans, LinkedOnesAreThoseOfSomeCombination) {
  std::cout << "seed " << kSeed << "\n";
  RandomText text;
  int with_chains = 0;
  for (int round = 0; round < 20000; ++round) {
    const TextUnits units{text.starts(12), text.starts(25)};
    std::vector<Spans> operands{text.spans()};
    std::vector<Proximity> links;
    for (std::uint32_t i = 1 + text.below(3); i > 0; --i) {
      links.push_back(text.link());
      operands.push_back(text.spans());
    }
    std::vector<Spans> expected(operands.size());
    std::vector<Span> chosen;
    try_all(operands, links, units, chosen, expected);
    for (Spans& spans : expected) spans = unite_spans({&spans, 1});
    std::vector<Spans> found = linked_spans(operands, links, units);
    with_chains += expected.front().empty() ? 0 : 1;
    ASSERT_EQ(found, expected) << "round " << round;
  }
  EXPECT_GT(with_chains, 2000);
}

TEST(Spans, CountsThoseThatStandApart) {
  EXPECT_EQ(count_apart({}), 0U);
  EXPECT_EQ(count_apart({{1, 1}, {2, 2}}), 2U);
  EXPECT_EQ(count_apart({{1, 2}, {2, 3}, {3, 4}}), 2U);
  EXPECT_EQ(count_apart({{1, 9}, {2, 3}, {5, 6}}), 2U) << "two short ones rather than a long one";
}

}  // namespace
}  // namespace techpolicy
