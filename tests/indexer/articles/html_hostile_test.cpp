// Pages that are broken or made to break a reader: one record each, whatever is in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "indexer/articles/html_page.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

using testing::HasSubstr;

const std::string kStory =
    "<p>The bureau published its rule on Monday, after months of talks with its suppliers.</p>";

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

Article article_of(const std::string& page) {
  RecordFields fields;
  static_cast<void>(read_html_page(page, fields));
  return std::move(fields).article();
}

TEST(HostileHtml, StoryIsFound) {
  const struct {
    std::string page;
    const char* why;
  } cases[] = {
      {kStory, "no html, no body"},
      {"<html><head>" + kStory, "a body that nobody opened"},
      {"<body>" + kStory + "</body></body></html>" + repeated("</div>", 1000), "closed too often"},
      {"<div" + repeated(" a", 20'000) + ">" + kStory, "attributes without end"},
      {"<div class='" + repeated("share ", 50'000) + "'>x</div>" + kStory, "classes without end"},
      {repeated("&amp;&#0;&#xFFFFFFFF;&bogus;&#55555555555;", 2000) + kStory, "broken entities"},
      {"<!-- never closed <p>x</p> -->" + kStory, "a comment"},
      {"<table>" + repeated("<tr><td>1", 20'000) + "</table>" + kStory, "rows that nobody closed"},
      {kStory + repeated("<a href=/x>more</a> ", 50'000), "more links than text"},
      {kStory + repeated("<span id=x>", 200) + repeated("<a href=/x>more</a>", 200),
       "nested cards"},
      {"<script>" + repeated("if (a < b) ", 100'000) + "</script>" + kStory, "a long script"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(article_of("<meta charset=utf-8>" + c.page).text, HasSubstr("published its rule"))
        << c.why;
  }
}

TEST(HostileHtml, EndsWithARecord) {
  const std::string pages[] = {
      repeated("<div>", 100'000) + kStory,
      repeated("<b><p>", 50'000) + kStory,
      repeated("<ul><li>", 50'000) + kStory,
      repeated("<font>", 100'000) + "x",
      repeated("<div>", 900) + repeated("</p>", 100'000) + kStory,
      repeated("<", 1'000'000),
      repeated("<a ", 300'000),
      repeated("&", 1'000'000),
      "<frameset><frame src=a.html><frame src=b.html></frameset>",
      "<!DOCTYPE " + repeated("[", 100'000),
      "<script type=application/ld+json>" + repeated("[", 100'000) + "</script>" + kStory,
      "<script type=application/ld+json>" + repeated("{\"@graph\":", 100'000) + "</script>" +
          kStory,
      "<svg>" + repeated("<g>", 100'000),
  };
  for (const std::string& page : pages) {
    const ReadResult result = read_bytes("a.html", page);
    EXPECT_LE(result.articles.size(), 1U) << page.substr(0, 60);
    EXPECT_GE(result.articles.size() + result.rejected.size(), 1U) << page.substr(0, 60);
  }
}

TEST(HostileHtml, TenMegabytes) {
  const std::string page =
      "<article>" + repeated(kStory, 10'000'000 / kStory.size()) + "</article>";
  const ReadResult result = read_bytes("a.html", page);
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].reason, "too-large") << "its text is over the limit of an article";
  const std::string mostly_code =
      "<script>" + repeated("var x = 1; ", 800'000) + "</script><article>" + kStory + "</article>";
  EXPECT_EQ(read_bytes("a.html", mostly_code).articles.size(), 1U);
}

}  // namespace
}  // namespace techpolicy
