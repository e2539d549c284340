// The flags --date and --date-pattern: how patterns are read, and what they date.
#include "indexer/articles/date_rules.h"

#include <gtest/gtest.h>
#include <string>

#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

std::string iso(const std::optional<PartialDate>& date) { return date ? date->iso() : ""; }

TEST(DatePattern, Finds) {
  const struct {
    const char* pattern;
    const char* text;
    const char* expected;
    const char* why;
  } cases[] = {
      {"%d.%m.%Y", "archive/03.04.2025.txt", "2025-04-03", "day first, as said"},
      {"%m-%d-%Y", "03-04-2025", "2025-03-04", "month first, as said"},
      {"%Y%m%d", "crawl20250403120000.html", "", "digits go on"},
      {"%Y%m%d", "news_20250403_x.txt", "2025-04-03", "digits without separators"},
      {"%d%m%y", "030425", "2025-04-03", "two digits of a year"},
      {"%d%m%y", "030499", "1999-04-03", "of the last century"},
      {"%d/%m/%Y", "3/4/2025", "2025-04-03", "one digit where a separator follows"},
      {"%d %b %Y", "3 avril 2025", "2025-04-03", "name of a month"},
      {"issue-%Y-%m", "Issue-2025-04.md", "2025-04", "literals without case; month precision"},
      {"%Y", "a/2025/b", "2025", "year precision"},
      {"%d.%m.%Y", "31.02.2025 and 01.03.2025", "2025-03-01", "the first that there is"},
      {"100%%-%Y", "100%-2025", "2025", "a percent sign"},
      {"%d.%m.%Y", "no date", "", "nothing"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(iso(DatePattern(c.pattern).find(c.text)), c.expected) << c.text << ": " << c.why;
  }
}

TEST(DatePattern, RefusesWhatCannotDate) {
  for (const char* pattern : {"", "%m-%d", "%Y-%d", "%Y-%m-%Y", "%Y-%m-%b", "%Y-%H", "%Y-%"}) {
    EXPECT_THROW(DatePattern{pattern}, UsageError) << pattern;
  }
  EXPECT_THROW(static_cast<void>(date_of_flag("17 April")), UsageError);
  EXPECT_THROW(static_cast<void>(date_of_flag("2026-02-30")), UsageError);
  EXPECT_EQ(date_of_flag("2026-04").iso(), "2026-04");
}

TEST(DateRules, Apply) {
  const PartialDate march = *parse_partial_date("2025-03-01");
  const auto article = [&](DateOrigin basis, bool dated, const char* refused) {
    Article result;
    result.origin = "in/03.04.2025.txt";
    if (dated) result.published = march;
    result.date_basis = basis;
    if (refused[0] != '\0') result.refused_date = RefusedDate{refused, "day-or-month"};
    return result;
  };
  DateRules fallback;
  fallback.fallback = parse_partial_date("2024");
  DateRules pattern = fallback;
  pattern.pattern.emplace("%d.%m.%Y");
  const struct {
    DateRules rules;
    Article article;
    const char* expected;
    const char* why;
  } cases[] = {
      {{}, article(DateOrigin::stated, false, ""), "", "no rules, no date"},
      {fallback, article(DateOrigin::stated, false, ""), "2024", "the fallback"},
      {fallback, article(DateOrigin::path, true, ""), "2025-03-01", "any date counts more than it"},
      {pattern, article(DateOrigin::stated, true, ""), "2025-03-01", "what is stated stays"},
      {pattern, article(DateOrigin::url, true, ""), "2025-03-01", "so does a date in the URL"},
      {pattern, article(DateOrigin::path, true, ""), "2025-04-03", "the pattern knows the path"},
      {pattern, article(DateOrigin::stated, false, "05.06.2023"), "2023-06-05",
       "a stated date that has two readings without it"},
      {pattern, article(DateOrigin::stated, false, "soon"), "2025-04-03", "then the path"},
  };
  for (auto c : cases) {
    c.rules.apply(c.article);
    EXPECT_EQ(iso(c.article.published), c.expected) << c.why;
  }
}

}  // namespace
}  // namespace techpolicy
