// Lines and entries of exports, and feeds: what other programs read stays what was meant.
#include "searchd/api/export_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searchd/api/feeds.h"
#include "searchd/api/sentences_json.h"
#include "tests/searchd/api/sample_results.h"

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ExportFormats, CsvRows) {
  struct Row {
    std::vector<std::string> cells;
    const char* expected;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {{"a", "b c"}, "a,b c\r\n", "plain"},
      {{"a,b", "say \"x\"", "two\nlines"},
       "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n",
       "quoted"},
      {{"=1+1", "+1", "-1", "@x", "a=b"}, "'=1+1,'+1,'-1,'@x,a=b\r\n", "no formulas"},
      {{"", ""}, ",\r\n", "empty cells"},
      {{"=a,b"}, "\"'=a,b\"\r\n", "both"},
  };
  for (const Row& row : rows) EXPECT_EQ(csv_row(row.cells), row.expected) << row.reason;
}

TEST(ExportFormats, EachFormatOfOneArticle) {
  const StreamedArticle article = sample_streamed();
  const std::vector<std::string> fields = {"id", "title", "entities", "text"};
  EXPECT_EQ(export_head(ExportFormat::csv, fields), "id,title,entities,text\r\n");
  EXPECT_EQ(export_entry(ExportFormat::csv, article, fields),
            "a~1,'=Chips & {more} 100%,company:nvidia; person:jensen-huang,"
            "\"One, \"\"two\"\"\nthree\"\r\n");
  EXPECT_EQ(export_head(ExportFormat::jsonl, fields), "");
  const std::string line = export_entry(ExportFormat::jsonl, article, fields);
  EXPECT_EQ(line.find('\n'), line.size() - 1) << "one line";
  const Json json = Json::parse(line);
  EXPECT_EQ(json["title"], "=Chips & {more} 100%");
  EXPECT_EQ(json["text"], "One, \"two\"\nthree");
  EXPECT_FALSE(json.contains("url")) << "not asked for";
  EXPECT_EQ(
      export_entry(ExportFormat::ris, article, {}),
      "TY  - NEWS\r\nID  - a~1\r\nTI  - =Chips & {more} 100%\r\nAU  - A. Writer\r\n"
      "T2  - example.org\r\nPY  - 2026\r\nDA  - 2026/04/17/\r\nUR  - https://example.org/a\r\n"
      "LA  - ar\r\nKW  - Nvidia\r\nKW  - Jensen Huang\r\nER  - \r\n\r\n");
  EXPECT_EQ(
      export_entry(ExportFormat::bibtex, article, {}),
      "@article{a:1,\n  title = {{=Chips \\& {\\textbraceleft}more{\\textbraceright} 100\\%}},\n"
      "  author = {A. Writer},\n  journal = {example.org},\n  year = {2026},\n  month = {4},\n"
      "  day = {17},\n  url = {https://example.org/a},\n  language = {ar}\n}\n\n");
}

TEST(ExportFormats, WhatIsUnknownIsLeftOut) {
  StreamedArticle article;
  article.article.id = "x";
  article.title = "T";
  EXPECT_EQ(export_entry(ExportFormat::ris, article, {}),
            "TY  - NEWS\r\nID  - x\r\nTI  - T\r\nLA  - und\r\nER  - \r\n\r\n");
  EXPECT_EQ(export_entry(ExportFormat::bibtex, article, {}), "@article{x,\n  title = {{T}}\n}\n\n");
  article.article.published = parse_partial_date("2026-04");
  EXPECT_THAT(export_entry(ExportFormat::ris, article, {}), HasSubstr("DA  - 2026/04//\r\n"));
  article.article.published = parse_partial_date("2026");
  EXPECT_THAT(export_entry(ExportFormat::ris, article, {}), HasSubstr("DA  - 2026///\r\n"));
  EXPECT_THAT(export_entry(ExportFormat::bibtex, article, {}), Not(HasSubstr("month")));
  article.title = "two\nlines\r\nER  - ";
  EXPECT_THAT(export_entry(ExportFormat::ris, article, {}),
              HasSubstr("TI  - two lines  ER  - \r\n"))
      << "a value ends no entry";
}

TEST(Feeds, AtomEscapesAndNames) {
  const FeedAddresses addresses{"http://host", "/search.atom"};
  SearchResult result = sample_result();
  result.hits[0].added = 1776412800;
  const SearchRequest asked = feed_search(result.request);
  const std::string atom = atom_feed(addresses, asked, result);
  EXPECT_THAT(atom, HasSubstr("<id>urn:x-techpolicy-search:article:a~1</id>"));
  EXPECT_THAT(atom, HasSubstr("<title>Chips &amp; &lt;more&gt;</title>"));
  EXPECT_THAT(atom, HasSubstr("href=\"http://host/article/a~1\""));
  EXPECT_THAT(atom, HasSubstr("href=\"https://example.org/a?b&amp;c\""));
  EXPECT_THAT(atom, HasSubstr("<updated>2026-04-17T08:00:00Z</updated>"));
  EXPECT_THAT(atom, Not(HasSubstr("<published>"))) << "April 2026 is no time";
  EXPECT_THAT(atom, HasSubstr("<opensearch:totalResults>64</opensearch:totalResults>"));
  EXPECT_THAT(atom, HasSubstr("rel=\"next\"")) << "there are more";
  EXPECT_EQ(xml_text(std::string("a\x01") + "\xEF\xBF\xBF" + "b\t"), "ab\t") << "not XML";
}

TEST(Feeds, JsonHasTheSameArticles) {
  SearchResult result = sample_result();
  result.hits[0].published = parse_partial_date("2026-04-17");
  const SearchRequest asked = feed_search(result.request);
  const Json feed = Json::parse(json_feed({"http://host", "/search.feed.json"}, asked, result));
  EXPECT_EQ(feed["version"], "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(feed["items"][0]["id"], "a~1");
  EXPECT_EQ(feed["items"][0]["date_published"], "2026-04-17T00:00:00Z");
  EXPECT_EQ(feed["_search"]["sequence"], 100);
  EXPECT_THAT(feed["feed_url"].get<std::string>(), Not(HasSubstr("sort=")))
      << "what is always the same is not in the address";
  EXPECT_THAT(feed["title"].get<std::string>(), HasSubstr("chips, Nvidia"));
}

TEST(Sentences, AsLinesWithTheirCitation) {
  SentenceHit sentence;
  sentence.article = sample_result().hits[0];
  sentence.text = {{"US ", false, {}, {}},
                   {"chip", true, {}, {}},
                   {"s", true, {}, {}},
                   {" rule", false, {}, {}},
                   {"chip", true, {}, {}}};
  const KeywordInContext context = keyword_in_context(sentence.text);
  EXPECT_EQ(context.left, "US ");
  EXPECT_EQ(context.match, "chips");
  EXPECT_EQ(context.right, " rulechip");
  EXPECT_EQ(
      sentence_csv(sentence),
      "US ,chips, rulechip,a~1,Chips & <more>,2026-04,example.org,https://example.org/a?b&c\r\n");
  EXPECT_EQ(sentence_txt(sentence),
            "\u201CUS chips rulechip\u201D (example.org, Chips & <more>, 2026-04, "
            "https://example.org/a?b&c)\n\n");
}

}  // namespace
}  // namespace techpolicy
