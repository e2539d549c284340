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
      {"2026/4/17", "2026-04-17", "year first with slashes"},
      {"2026.04.17 10:30", "2026-04-17", "year first with dots"},
      {"17. April 2026", "2026-04-17", "German day"},
      {"Freitag, den 17. April 2026", "2026-04-17", "German weekday and article"},
      {"3. März 2025, 14:05 Uhr", "2025-03-03", "German accent and time"},
      {"le vendredi 17 avril 2026 à 10h30", "2026-04-17", "French"},
      {"1er AOÛT 2025", "2025-08-01", "French ordinal, capitals with accents"},
      {"17 de abril de 2026", "2026-04-17", "Spanish"},
      {"10 de março de 2025", "2025-03-10", "Portuguese"},
      {"17 aprile 2026", "2026-04-17", "Italian"},
      {"17 mei 2026", "2026-05-17", "Dutch"},
      {"17 апреля 2026 г.", "2026-04-17", "Russian"},
      {"2026年4月17日", "2026-04-17", "Chinese and Japanese"},
      {"2026 年 4 月 17 日 10:30", "2026-04-17", "the same with spaces and a time"},
      {"２０２６年４月１７日", "2026-04-17", "digits of full width"},
      {"2026年4月", "2026-04", "month of Chinese keeps its precision"},
      {"2026년 4월 17일", "2026-04-17", "Korean"},
      {"17.04.2026", "2026-04-17", "no month has the number 17"},
      {"04/17/2026", "2026-04-17", "nor here"},
      {"05/05/2025", "2025-05-05", "either reading is the same day"},
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

TEST(Dates, RefusedWithAReason) {
  const DayNumber last = parse_partial_date("2026-11-24")->first_day();
  const Case cases[] = {
      {"2026-11-24", "", "the last day is taken"},
      {"2026-11-25", "in-the-future", "the day after it"},
      {"2027", "in-the-future", "a year that has not begun"},
      {"2026", "", "a year that has"},
      {"31 February 2025", "no-such-day", "no such day in words"},
      {"2025-02-31T10:00:00Z", "no-such-day", "nor in ISO"},
      {"20251301", "no-such-day", "nor in digits"},
      {"31. April 2025", "no-such-day", "nor in German"},
      {"2025年2月30日", "no-such-day", "nor in Chinese"},
      {"03/04/2025", "day-or-month", "two readings"},
      {"3.4.2025", "day-or-month", "two readings with dots"},
      {"0001-01-01T00:00:00Z", "out-of-range", "the null of .NET"},
      {"4102444800", "out-of-range", "Unix seconds of the year 2100"},
      {"yesterday", "not-a-date", "relative to an unknown day"},
      {"Updated April 17, 2026", "not-a-date", "of a change, not of publication"},
  };
  for (const Case& c : cases) {
    const DateReading reading = read_date(c.input, last);
    EXPECT_EQ(reading.fault, c.expected) << c.input << ": " << c.why;
    EXPECT_EQ(reading.date.has_value(), reading.fault.empty()) << c.input;
  }
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
      {"/20260417/chips.html", "2026-04-17", "one folder of digits"},
      {"20260417/chips.txt", "2026-04-17", "at the start"},
      {"/n1/2026/0417/c1001-1.html", "2026-04-17", "month and day in one folder"},
      {"/english/202604/17/content_1.htm", "2026-04-17", "year and month in one folder"},
      {"/202604/t20260417_1.html", "2026-04-17", "behind a t"},
      {"/20260431/chips.html", "", "no such day in digits"},
      {"/world-europe-20041231", "", "an article's number"},
      {"/20041231", "", "the same alone"},
      {"/20041231.html", "", "the same with an ending"},
      {"/120260417/chips.html", "", "part of a longer number, one folder"},
      {"/202604170/chips.html", "", "part of a longer number, digits behind"},
      {"/a20260417_1.html", "", "behind any other letter"},
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
