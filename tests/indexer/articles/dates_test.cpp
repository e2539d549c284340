#include "indexer/articles/dates.h"

#include <gtest/gtest.h>
#include <string>

namespace techpolicy {
namespace {

struct Case {
  const char* input;
  const char* expected;  ///< ISO; empty: no date.
  const char* why;
};

std::string iso(const std::optional<PartialDate>& date) { return date ? date->iso() : ""; }

TEST(Dates, MetadataForms) {
  const Case cases[] = {
      {"2026-04-17", "2026-04-17", "ISO day"},
      {"2026-04", "2026-04", "ISO month keeps its precision"},
      {"2026", "2026", "year keeps its precision"},
      {" 2026-04-17 ", "2026-04-17", "spaces around"},
      {"2026-04-17T10:00:00Z", "2026-04-17", "date-time"},
      {"2026-04-17T23:30:00-05:00", "2026-04-17", "the written day, not the UTC one"},
      {"2026-04-17T10:00:00.123456+00:00", "2026-04-17", "fractions of seconds"},
      {"2026-04-17 10:00", "2026-04-17", "space instead of T"},
      {"2026-04-17T101500Z", "2026-04-17", "basic time"},
      {"2026-04-17Z", "2026-04-17", "zone without time"},
      {"20260417", "2026-04-17", "ISO basic form"},
      {"17 April 2026", "2026-04-17", "day first"},
      {"17 Apr 2026", "2026-04-17", "short month"},
      {"7 Sept. 2025", "2025-09-07", "the four-letter short month"},
      {"17th April 2026", "2026-04-17", "ordinal"},
      {"April 17, 2026", "2026-04-17", "month first"},
      {"Apr. 17, 2026, 10:00 AM EST", "2026-04-17", "with a time behind"},
      {"May 4, 2025 at 7 pm", "2025-05-04", "at an hour"},
      {"Friday, April 17, 2026", "2026-04-17", "weekday"},
      {"March 3, 2025", "2025-03-03", "a month is no weekday"},
      {"April 2026", "2026-04", "month and year"},
      {"Fri, 17 Apr 2026 10:00:00 GMT", "2026-04-17", "RFC 2822"},
      {"17 Apr 2026 10:00:00 +0200", "2026-04-17", "RFC 2822 without weekday"},
      {"1776384000", "2026-04-17", "Unix seconds"},
      {"1776384000000", "2026-04-17", "Unix milliseconds"},
      {"1776384000.5", "2026-04-17", "Unix seconds with a fraction"},
      {"946684799", "1999-12-31", "nine digits of seconds"},
      {"29 February 2024", "2024-02-29", "leap day"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(iso(parse_date(c.input)), c.expected) << c.input << ": " << c.why;
}

TEST(Dates, EverythingElseIsNoDate) {
  const Case cases[] = {
      {"", "", "nothing"},
      {"03/04/2025", "", "April or March"},
      {"3.4.2025", "", "April or March"},
      {"17 Apr 26", "", "1926 or 2026"},
      {"2026-13-01", "", "no such month"},
      {"2026-02-30", "", "no such day"},
      {"29 February 2025", "", "no leap year"},
      {"2026-04-17abc", "", "something else than a time behind"},
      {"2026-04-17-2", "", "a number of something"},
      {"0001-01-01T00:00:00Z", "", "the null of .NET"},
      {"9999-12-31", "", "the end of time"},
      {"1899-12-30", "", "the null of spreadsheets"},
      {"0", "", "the null of Unix"},
      {"12345", "", "some number"},
      {"-1776384000", "", "before 1970"},
      {"99999999999999999999", "", "overflows"},
      {"2 days ago", "", "relative to an unknown day"},
      {"April", "", "no year"},
      {"Updated", "", "a word"},
      {"April 17, 2026 edition", "", "a word behind"},
      {"\xff\xfe", "", "no text"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(iso(parse_date(c.input)), c.expected) << c.input << ": " << c.why;
}

TEST(Dates, InPaths) {
  const Case cases[] = {
      {"/2026/04/17/chips", "2026-04-17", "day in folders"},
      {"/2026/4/7/chips", "2026-04-07", "without zeros"},
      {"/2026/apr/17/chips", "2026-04-17", "month by name"},
      {"/news/2026-04-17-chips.txt", "2026-04-17", "day in a name"},
      {"2026-04-17.txt", "2026-04-17", "at the start"},
      {"/articles/2025/04/new-policies/", "2025-04", "month keeps its precision"},
      {"/2025/04", "2025-04", "month at the end"},
      {"/2025/04/2025-05-06-chips", "2025-05-06", "a day is worth more than a month"},
      {"/documents/2020/01/02/2019-28341/access", "2020-01-02",
       "the first, and 2019-28341 is none"},
      {"/2026/04/99999/chips", "2026-04", "99999 is an article's number"},
      {"/2026/04/31/chips", "2026-04", "no such day"},
      {"/top-2025-10-stories", "", "a month needs slashes"},
      {"/budget/2025/", "", "a year alone is not when it was written"},
      {"/id/12026/04/17", "", "part of a longer number"},
      {"/12026-04-17", "", "part of a longer number"},
      {"/2026-04-171", "", "part of a longer number"},
      {"/2026/13/01", "", "no such month"},
      {"", "", "nothing"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(iso(date_in_path(c.input)), c.expected) << c.input << ": " << c.why;
  }
}

}  // namespace
}  // namespace techpolicy
