// What makes an article be about an entity, as an order of examples.
#include "indexer/build/salience.h"

#include <gtest/gtest.h>

#include "indexer/schema/values.h"

namespace techpolicy {
namespace {

struct Row {
  Presence presence;
  std::uint32_t mentions_of_type;
  std::size_t words;
  bool about;
  const char* why;
};

TEST(Salience, SaysWhatAnArticleIsAbout) {
  const Row rows[] = {
      {{1, 0.0}, 8, 300, true, "in the title"},
      {{1, 0.03}, 8, 300, true, "in the first sentence"},
      {{1, 0.2}, 8, 300, false, "once, soon after"},
      {{2, 0.2}, 8, 300, true, "and again"},
      {{1, 0.5}, 8, 300, false, "once, among others"},
      {{1, 0.5}, 1, 300, false, "once, though the only one of its kind"},
      {{5, 0.5}, 20, 300, true, "again and again from the middle on"},
      {{5, 0.5}, 200, 60'000, false, "the same in a text as long as a book"},
      {{500, 0.0}, 600, 60'000, true, "of which it is the subject"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(is_about(salience(row.presence, row.mentions_of_type, row.words)), row.about)
        << row.why;
  }
}

TEST(Salience, IsStoredInTenths) {
  EXPECT_EQ(salience_tenths(1.949), 19);
  EXPECT_EQ(salience_tenths(1.96), 20) << "rounded, and about from there on";
  EXPECT_TRUE(is_about(1.96));
  EXPECT_EQ(salience_tenths(99), 255);
  EXPECT_EQ(salience_tenths(-1), 0);
}

}  // namespace
}  // namespace techpolicy
