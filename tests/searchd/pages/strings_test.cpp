// Texts of the pages: filled once, plural forms by the number.
#include "searchd/pages/strings.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace techpolicy {
namespace {

TEST(Strings, ChoosesThePluralForm) {
  EXPECT_EQ(ui_count("articles", 1), "1 article");
  EXPECT_EQ(ui_count("articles", 0), "0 articles");
  EXPECT_EQ(ui_count("articles", 1234), "1,234 articles");
}

TEST(Strings, LeavesBracesOfFillingsAlone) {
  EXPECT_EQ(ui_text("title_page", {{"name", "{site}"}, {"site", "S"}}), "{site} – S")
      << "a query may hold the name of another filling";
}

TEST(Strings, RefusesAKeyThatIsNotThere) {
  EXPECT_THROW((void)ui_text("no such key"), std::logic_error);
}

TEST(Strings, JoinsAsASentenceDoes) {
  EXPECT_EQ(ui_list({"a"}), "a");
  EXPECT_EQ(ui_list({"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace techpolicy
