// RSS 2.0, RSS 1.0 and Atom: what an item says of its article, and what a damaged item costs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "indexer/articles/xml_mending.h"
#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

using ::testing::HasSubstr;

constexpr const char* kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Sample Wire</title><link>https://wire.example/</link><language>en-us</language>
<atom:link href="https://wire.example/feed" rel="self"/>
<image><title>Logo</title><link>https://wire.example/logo</link></image>
<item>
  <title>Rules &amp; chips</title>
  <link>https://wire.example/1</link>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>First &eacute;.</p><p>Second <b>bold</b>.</p>]]></content:encoded>
  <pubDate>Fri, 17 Apr 2026 10:00:00 GMT</pubDate>
  <d:creator>Jane Roe</d:creator>
  <category>AI</category><category>Chips, trade</category>
  <guid isPermaLink="false">1</guid>
</item>
<item>
  <description>No title, &lt;i&gt;escaped&lt;/i&gt; tags.</description>
  <guid>https://wire.example/2</guid>
  <author>desk@wire.example (A. Desk)</author>
  <source url="https://other.example/feed">Other Paper</source>
</item>
<item><title>Only 3 &lt; 4</title><description>AT&T sells Q&A&nbsp;x.</description>
  <guid isPermaLink="false">3</guid></item>
</channel></rss>
)";

TEST(FeedReader, Rss) {
  const ReadResult result = read_bytes("feed.xml", kRss);
  ASSERT_EQ(result.articles.size(), 3U);
  EXPECT_TRUE(result.rejected.empty());
  const Article& first = result.articles[0];
  EXPECT_EQ(first.title, "Rules & chips");
  EXPECT_EQ(first.text, "First \u00e9.\n\nSecond bold.") << "the whole text, not the short one";
  EXPECT_EQ(first.url, "https://wire.example/1");
  EXPECT_EQ(first.id, "") << "the address is the id, in this feed and elsewhere";
  EXPECT_EQ(first.published->iso(), "2026-04-17");
  EXPECT_EQ(first.authors, std::vector<std::string>{"Jane Roe"}) << "whatever the prefix is";
  EXPECT_EQ(first.tags, (std::vector<std::string>{"AI", "Chips, trade"}));
  EXPECT_EQ(first.source, "Sample Wire");
  EXPECT_EQ(first.lang, "en");
  EXPECT_EQ(first.origin, "feed.xml:8");
  const Article& second = result.articles[1];
  EXPECT_EQ(second.title, "");
  EXPECT_EQ(second.text, "No title, escaped tags.");
  EXPECT_EQ(second.url, "https://wire.example/2") << "the guid is the address";
  EXPECT_EQ(second.authors, std::vector<std::string>{"A. Desk"});
  EXPECT_EQ(second.source, "Other Paper");
  EXPECT_EQ(second.published, std::nullopt);
  const Article& third = result.articles[2];
  EXPECT_EQ(third.title, "Only 3 < 4");
  EXPECT_EQ(third.text, "AT&T sells Q&A\u00a0x.") << "as feeds are written";
  EXPECT_EQ(third.id, "https://wire.example/ 3") << "a guid is unique in its feed only";
}

TEST(FeedReader, Atom) {
  const ReadResult result = read_bytes("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"
  xml:lang="fr"><title type="text">Sample Europe</title><author><name>The Desk</name></author>
<link rel="self" href="https://europe.example/feed"/><link href="https://europe.example"/>
<entry><title type="html">A &lt;em&gt;title&lt;/em&gt;</title><id>tag:europe.example,2026:1</id>
  <link rel="enclosure" href="https://europe.example/1.mp3"/><link href="/1"/>
  <published>2026-04-17T23:30:00-02:00</published><updated>2026-04-20T00:00:00Z</updated>
  <summary>Short.</summary>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.</p><p>Three.</p></div></content>
  <category term="ai" label="AI"/></entry>
<entry xml:lang="de"><id>tag:europe.example,2026:2</id><updated>2026-04-18</updated><title>B</title>
  <author><name>Jan Poe</name><email>j@europe.example</email></author>
  <content type="text">a &lt; b,
c</content></entry>
<entry><title>C</title><summary>Elsewhere.</summary><content src="https://x.example" type="text/html"/></entry>
</feed>)");
  ASSERT_EQ(result.articles.size(), 3U);
  const Article& first = result.articles[0];
  EXPECT_EQ(first.title, "A title");
  EXPECT_EQ(first.text, "One < two.\n\nThree.");
  EXPECT_EQ(first.url, "https://europe.example/1") << "against the feed's own address";
  EXPECT_EQ(first.published->iso(), "2026-04-17") << "published, not updated; the day as written";
  EXPECT_EQ(first.authors, std::vector<std::string>{"The Desk"}) << "of the feed";
  EXPECT_EQ(first.source, "Sample Europe");
  EXPECT_EQ(first.lang, "fr");
  EXPECT_EQ(first.tags, std::vector<std::string>{"AI"});
  const Article& second = result.articles[1];
  EXPECT_EQ(second.text, "a < b,\nc");
  EXPECT_EQ(second.published->iso(), "2026-04-18");
  EXPECT_EQ(second.authors, std::vector<std::string>{"Jan Poe"});
  EXPECT_EQ(second.lang, "de");
  EXPECT_EQ(second.id, "https://europe.example tag:europe.example,2026:2");
  EXPECT_EQ(result.articles[2].text, "Elsewhere.");
}

TEST(FeedReader, Rdf) {
  const ReadResult result = read_bytes("a.rdf", R"(<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://asia.example/feed"><title>Sample Asia</title>
  <link>https://asia.example/</link><dc:language>ja</dc:language></channel>
<item rdf:about="https://asia.example/1"><title>Caf)"
                                                "\xe9"
                                                R"(</title>
  <description>Text.</description><dc:date>2026-04-17T10:00+09:00</dc:date>
  <dc:creator>Jane Roe</dc:creator><dc:subject>Chips</dc:subject></item>
</rdf:RDF>)");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  EXPECT_EQ(article.title, "Caf\u00e9");
  EXPECT_EQ(article.url, "https://asia.example/1");
  EXPECT_EQ(article.published->iso(), "2026-04-17");
  EXPECT_EQ(article.source, "Sample Asia");
  EXPECT_EQ(article.lang, "ja");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Roe"});
  EXPECT_EQ(article.tags, std::vector<std::string>{"Chips"});
}

/// Titles of articles, then "reason:line" of rejects.
std::string summary(const ReadResult& result) {
  std::string text;
  for (const Article& article : result.articles) text += article.title + ' ';
  text += '|';
  for (const RejectedRecord& rejected : result.rejected) {
    text += ' ' + rejected.reason + ':' + std::to_string(rejected.line);
    EXPECT_FALSE(rejected.detail.empty());
  }
  return text;
}

std::string item(const std::string& title) {
  return "<item><title>" + title + "</title><description>Text.</description></item>\n";
}

TEST(FeedReader, DamageCostsTheItemItIsIn) {
  const std::string head = "<rss><channel>\n";
  const std::string tail = "</channel></rss>\n";
  const struct {
    std::string bytes;
    const char* expected;
    const char* why;
  } cases[] = {
      {head + item("a") + item("b") + tail, "a b |", "sound, without namespaces"},
      {head + item("a") + "<item><title>b</title><descr", "a | damaged-xml:3", "cut in an item"},
      {head + item("a") + "<item><title>b</ti", "a | damaged-xml:3", "cut in a tag"},
      {head + item("a"), "a | damaged-xml:2", "cut between items"},
      {head + item("a") + "<item><title>b</title><description><p>x<br>y</description></item>\n" +
           item("c") + tail,
       "a c | damaged-xml:3", "HTML that is not escaped"},
      {head + "<item><title>a</title>\n" + item("b") + tail, "b | damaged-xml:2",
       "an item without an end"},
      {head + item("a") + "<item><title>x</title></item>\n" + tail, "a | no-text:3", "no text"},
      {head + item("a & b &unknown; &#0; &#x26;") + tail, "a & b &unknown; &#0; & |",
       "what begins no reference is text"},
      {head + tail, "| no-text:0", "no items"},
      {"", "| no-text:0", "empty"},
      {"not XML", "| damaged-xml:0", "not XML"},
      {"<html><body>Error</body></html>", "| unknown-format:0", "a page in place of the feed"},
      {"<?xml version='1.0'?><opml><body/></opml>", "| unknown-format:0", "other XML"},
      {head + std::string(100000, '<') + item("a") + tail, "| damaged-xml:2", "nothing but tags"},
  };
  for (const auto& c : cases) EXPECT_EQ(summary(read_bytes("a.rss", c.bytes)), c.expected) << c.why;
}

TEST(FeedReader, SaysWhatAnItemLacks) {
  const ReadResult result =
      read_bytes("a.rss",
                 "<rss><channel><item><title>x</title><link>https://a.example/x</link></item>"
                 "</channel></rss>");
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].detail.find("the item has no text"), 0U)
      << result.rejected[0].detail;
}

TEST(FeedReader, HostileFeedsAreHarmless) {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  bomb += "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel>";
  const ReadResult result =
      read_bytes("a.rss", bomb +
                              "<item><title>a</title><description>&a39;&file;.</description>"
                              "</item></channel></rss>");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "&a39;&file;.") << "nothing is expanded, nothing is fetched";

  std::string deep = "<rss><channel><item><title>a</title><description>";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  EXPECT_EQ(summary(read_bytes("a.rss", deep)), "| damaged-xml:1") << "nested without an end";
}

TEST(XmlMending, KeepsLinesAndCdata) {
  EXPECT_EQ(mended_xml("<?xml version='1.0'\n?><a>"), "                   \n  <a>");
  EXPECT_EQ(mended_xml("<![CDATA[a & b]]>&<!-- & -->&lt;"), "<![CDATA[a & b]]>&amp;<!-- & -->&lt;");
  EXPECT_EQ(mended_xml("&nbsp;&;&#xe9;&#xD800;&"), "\u00a0&amp;;&#xe9;&amp;#xD800;&amp;");
  EXPECT_EQ(mended_xml("<![CDATA[a & b"), "<![CDATA[a & b");
  EXPECT_EQ(xml_encoding("<?xml version=\"1.0\" encoding='ISO-8859-1'?>"), "ISO-8859-1");
  EXPECT_EQ(xml_encoding("<?xml version=\"1.0\"?> encoding='x'"), "");
}

}  // namespace
}  // namespace techpolicy
