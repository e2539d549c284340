// Which pairs of texts are one story, each with the reason.
#include <gtest/gtest.h>

#include "indexer/stories/story_match.h"
#include "tests/indexer/stories/sketched.h"

namespace techpolicy {
namespace {

const std::string kReport =
    "Regulators in Brussels fined the chip maker Zentor 1,250,000 euros on 17 April 2026 for "
    "selling "
    "processors to a customer in Moscow without a licence. The company had told the Commission "
    "that "
    "the parts were meant for washing machines. Inspectors found 300 of them in navigation units "
    "of "
    "drones. Zentor said that it would appeal, and that its controls had been tightened since. "
    "DG Trade called the case a warning to every exporter in Europe.";

struct Row {
  const char* reason;
  std::string text;
  bool same;
};

TEST(SameStory, CopiesAreOneAndFormsAreNot) {
  const std::vector<Row> rows = {
      {"word for word", kReport, true},
      {"capitals, quotes and spaces are no words",
       "REGULATORS in  Brussels \"fined\" the chip maker « Zentor »" +
           kReport.substr(kReport.find(" 1,250,000")),
       true},
      {"numbers and dates in the house's way",
       "Regulators in Brussels fined the chip maker Zentor 1 250 000 euros on April 17, 2026, for "
       "selling processors to a customer in Moscow without a licence. The company had told the "
       "Commission that the parts were meant for washing machines. Inspectors found three hundred "
       "of them in navigation units of drones. Zentor said that it would appeal, and that its "
       "controls had been tightened since. DG Trade called the case a warning to "
       "every exporter in Europe.",
       true},
      {"another translation: few runs of words are left, the names and most words are",
       "The chip manufacturer Zentor must pay a fine of 1.25 million euros, regulators in Brussels "
       "decided on 17 April 2026, since it sold processors to a buyer in Moscow without holding a "
       "licence. To the Commission the company had declared that those parts were for washing "
       "machines; inspectors discovered 300 of them in the navigation units of drones. Zentor "
       "announced an appeal and said its controls have been tightened since. The case is a warning "
       "to all exporters in Europe, DG Trade said.",
       true},
      {"the same form with other names and numbers is another notice",
       "Regulators in Brussels fined the chip maker Orbitel 2,100,000 euros on 3 May 2026 for "
       "selling processors to a customer in Minsk without a licence. The company had told the "
       "Commission that the parts were meant for washing machines. Inspectors found 80 of them in "
       "navigation units of drones. Orbitel said that it would appeal, and that its controls had "
       "been tightened since. DG Trade called the case a warning to every "
       "exporter in Europe.",
       false},
      {"another article on the same subject",
       "Zentor shares fell in Frankfurt after Brussels punished the group over parts that reached "
       "Moscow. Analysts at three banks cut their estimates, and one called the fine small beside "
       "the loss of trust among customers in Germany and France. The board meets on Friday to "
       "discuss who is to lead the export department from June.",
       false},
      {"a digest that holds it among others is none of its stories",
       kReport +
           " Elsewhere in the week, courts in Dublin heard three appeals of platforms against data "
           "orders, the Diet in Tokyo passed a law on foundries, and Canberra opened a register of "
           "models. Lawmakers in Ottawa asked for another reading of the privacy bill, and the "
           "agency in Seoul published guidance on advertising that addresses children. In Nairobi "
           "moderators won the right to bargain together, while ministers in Lagos agreed to share "
           "cables. A bank in Zurich paid for a leak. Spectrum in Warsaw was sold for less than "
           "hoped.",
       false},
  };
  for (const Row& row : rows) {
    const StorySketch report = sketched(kReport);
    const StorySketch other = sketched(row.text);
    EXPECT_EQ(same_story(report, other, Strictness::usual), row.same) << row.reason;
    EXPECT_EQ(same_story(other, report, Strictness::usual), row.same) << row.reason;
  }
}

TEST(SameStory, ATextOfFewWordsIsComparedWithItsTitle) {
  const std::string teaser = "Subscribe to read the whole article.";
  const auto same = [&](const char* one, const char* other) {
    return same_story(sketched(teaser, one), sketched(teaser, other), Strictness::usual);
  };
  EXPECT_TRUE(same("Zentor fined in Brussels", "Zentor fined in Brussels"));
  EXPECT_FALSE(same("Zentor fined in Brussels", "Spectrum sold in Warsaw"));
}

TEST(SameStory, TheHeadlineOfALongTextDoesNotCount) {
  EXPECT_EQ(sketched(kReport, "Zentor fined"), sketched(kReport, "A warning to exporters"));
}

TEST(SameStory, TextsWithoutWordsAreNoStory) {
  EXPECT_FALSE(same_story(sketched(""), sketched(""), Strictness::usual));
}

TEST(StorySketch, PacksAndUnpacks) {
  for (const std::string& text : {std::string(), std::string("one word"), kReport}) {
    EXPECT_EQ(unpack_sketch(pack_sketch(sketched(text))), sketched(text));
  }
  const std::string bytes = pack_sketch(sketched(kReport));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    static_cast<void>(unpack_sketch(std::string_view(bytes).substr(0, size)));
  }
}

}  // namespace
}  // namespace techpolicy
