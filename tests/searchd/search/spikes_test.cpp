// Which bars of a timeline stand far above its usual.
#include "searchd/search/spikes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace techpolicy {
namespace {

using Counts = std::vector<std::uint64_t>;

TEST(Spikes, StandFarAboveTheUsual) {
  struct Row {
    Counts counts;
    std::vector<std::pair<std::size_t, std::size_t>> spikes;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {{10, 12, 9, 11, 40, 10, 8, 12, 11}, {{4, 4}}, "one bar of 40 where 11 are usual"},
      {{10, 12, 9, 11, 40, 38, 8, 12, 11}, {{4, 5}}, "neighbours are one spike"},
      {{40, 9, 9, 11, 10, 12, 8, 12, 45}, {{0, 0}, {8, 8}}, "at both ends"},
      {{10, 12, 9, 11, 20, 10, 8, 12, 11}, {}, "20 is within what chance gives around 11"},
      {{0, 0, 0, 0, 6, 0, 0, 0, 0, 0}, {{4, 4}}, "six at once where there is nothing"},
      {{0, 0, 0, 0, 4, 0, 0, 0, 0, 0}, {}, "four are too few for anything"},
      {{5, 90, 3, 80, 4, 85, 6, 88, 2, 84}, {}, "what varies so much has no usual"},
      {{1000, 1010, 990, 1005, 1150, 995, 1003, 1001}, {{4, 4}}, "15 % above a steady thousand"},
      {{1, 1, 1, 1, 50, 1, 1}, {}, "seven bars are too few"},
      {{}, {}, "no bars"},
  };
  for (const Row& row : rows) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const Spike& spike : find_spikes(row.counts)) found.emplace_back(spike.first, spike.last);
    EXPECT_EQ(found, row.spikes) << row.reason;
  }
}

TEST(Spikes, SayHowMuch) {
  const Counts counts = {10, 12, 9, 11, 40, 38, 8, 12, 11};
  const std::vector<Spike> spikes = find_spikes(counts);
  ASSERT_EQ(spikes.size(), 1U);
  EXPECT_EQ(spikes[0].count, 78U);
  EXPECT_DOUBLE_EQ(spikes[0].usual, 22) << "twice the median";
}

}  // namespace
}  // namespace techpolicy
