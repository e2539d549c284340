// Dates in the first lines of texts: which lines are date lines, and which only mention a day.
#include "indexer/articles/date_line.h"

#include <gtest/gtest.h>
#include <string>

namespace techpolicy {
namespace {

TEST(DateLine, AtTheTop) {
  const std::string story = "The council adopted the rule after two years of talks.";
  const struct {
    std::string text;
    const char* expected;  ///< ISO; empty: no date.
    const char* why;
  } cases[] = {
      {"Brussels, 17 April 2026\n\n" + story, "2026-04-17", "place and date"},
      {"Rule adopted\n\n17 April 2026\n\n" + story, "2026-04-17", "behind a headline"},
      {"Published on 17 April 2026\n" + story, "2026-04-17", "a label"},
      {"Published: April 17, 2026, 10:30 AM EST\n" + story, "2026-04-17", "with a time"},
      {"By Jane Roe | April 17, 2026 | 5 min read\n" + story, "2026-04-17", "among other facts"},
      {"Date: 2026-04-17\n" + story, "2026-04-17", "ISO"},
      {"April 2026\n" + story, "2026-04", "a month keeps its precision"},
      {"Veröffentlicht am 17. April 2026\n" + story, "2026-04-17", "German label"},
      {"Berlin, den 3. März 2025\n" + story, "", "words that are neither place nor label"},
      {"Publié le 17 avril 2026 à 10h30\n" + story, "2026-04-17", "French label"},
      {"Madrid, 17 de abril de 2026\n" + story, "2026-04-17", "Spanish"},
      {"发布时间：2026年4月17日 10:30\n" + story, "2026-04-17", "Chinese label"},
      {"BRUSSELS, April 17, 2026 (Agency) - " + story, "2026-04-17", "dateline with agency"},
      {"SAN FRANCISCO, Calif., April 17, 2026 /Wire/ -- " + story, "2026-04-17", "wire"},
      {"London, 17 April 2026 – " + story, "2026-04-17", "dateline with dash"},
      {"WASHINGTON, April 3 (Agency) - " + story, "", "no year: it is not invented"},
      {"On April 17, 2026, the council adopted the rule.\n" + story, "", "in a sentence"},
      {"In April 2026 the council met.\n" + story, "", "a month in a sentence"},
      {"The rule of 17 April 2026 is void.\n" + story, "", "behind other words"},
      {"Updated: April 17, 2026\n" + story, "", "when it was changed"},
      {"Last updated 17 April 2026\n" + story, "", "when it was changed, in words"},
      {"Brussels, 31 February 2026\n" + story, "", "no such day"},
      {"03/04/2025\n" + story, "", "two readings"},
      {story + "\n\n" + story + "\n\na\n\nb\n\nc\n\nd\n\ne\n\n17 April 2026", "",
       "too far down to be at the top"},
      {"", "", "nothing"},
      {"\xff\xfe 17 April 2026", "", "bytes that are no text"},
  };
  for (const auto& c : cases) {
    const auto date = date_at_top(c.text);
    EXPECT_EQ(date ? date->iso() : "", c.expected) << c.text.substr(0, 60) << ": " << c.why;
  }
}

}  // namespace
}  // namespace techpolicy
