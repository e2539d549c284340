// Dates must never look more precise than they are known.
#include "searchd/pages/formats.h"

#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace techpolicy {
namespace {

struct DateCase {
  const char* iso;
  const char* shown;
  const char* reason;
};

TEST(Formats, ShowsDatesAsPreciselyAsTheyAreKnown) {
  const DateCase cases[] = {
      {"2026-04-17", "17 April 2026", "a day"},
      {"2026-04", "April 2026", "a month has no day"},
      {"2026", "2026", "a year has no month, and no thousands separator"},
      {"1969-12-31", "31 December 1969", "days before 1970 are negative"},
      {"2024-02-29", "29 February 2024", "a leap day, in no time zone but its own"},
  };
  for (const DateCase& row : cases) {
    EXPECT_EQ(format_date(parse_partial_date(row.iso).value()), row.shown) << row.reason;
  }
}

TEST(Formats, GroupsDigits) {
  EXPECT_EQ(format_number(0), "0");
  EXPECT_EQ(format_number(84579), "84,579");
}

TEST(Formats, NamesLanguages) {
  EXPECT_EQ(language_name("fr"), "French");
  EXPECT_EQ(language_name("und"), "language unknown");
  EXPECT_EQ(language_name(""), "language unknown");
}

TEST(Formats, MayBeUsedByManyThreads) {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    threads.emplace_back([&wrong, i] {
      for (int round = 0; round < 200; ++round) {
        wrong[i] += format_date(parse_partial_date("2026-04-17").value()) != "17 April 2026";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace techpolicy
