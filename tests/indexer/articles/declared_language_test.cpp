#include "indexer/articles/declared_language.h"

#include <gtest/gtest.h>

namespace techpolicy {
namespace {

TEST(DeclaredLanguage, PrimarySubtag) {
  const struct {
    const char* declared;
    const char* expected;
    const char* why;
  } cases[] = {
      {"en", "en", "a code"},
      {"en_US", "en", "POSIX"},
      {"EN-gb", "en", "BCP 47 with region"},
      {"zh-Hant", "zh", "with script"},
      {"eng", "en", "three letters where two exist"},
      {" fr ", "fr", "spaces"},
      {"en, fr", "en", "the first of several"},
      {"English", "en", "a name"},
      {"FRANÇAIS", "fr", "a name in its own language, capitals"},
      {"中文", "zh", "a name in its own script"},
      {"", "", "nothing"},
      {"und", "", "says that it is unknown"},
      {"xx", "", "no language"},
      {"unknown", "", "no name of one"},
      {"e1", "", "not letters"},
      {"\xff\xff", "", "no text"},
  };
  for (const auto& c : cases) EXPECT_EQ(language_code(c.declared), c.expected) << c.why;
}

}  // namespace
}  // namespace techpolicy
