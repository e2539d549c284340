// Saved pages: what is taken as text, and which of several statements counts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/indexer/articles/temporary_folder.h"

namespace techpolicy {
namespace {

using testing::ElementsAre;

constexpr const char* kFirst = "The bureau published its rule on Monday, after months of talks.";
constexpr const char* kSecond = "Suppliers have until March to comply, and most of them will.";

std::string paragraphs() { return "<p>" + std::string(kFirst) + "</p>\n<p>" + kSecond + "</p>"; }
std::string expected_text() { return std::string(kFirst) + "\n\n" + kSecond; }

Article page(const std::string& head, const std::string& body) {
  const std::string html = "<!DOCTYPE html><html><head><meta charset=utf-8>" + head +
                           "</head><body>" + body + "</body></html>";
  const ReadResult result = read_bytes("page.html", html);
  if (result.articles.size() == 1) return result.articles[0];
  ADD_FAILURE() << html;
  return {};
}

TEST(HtmlReader, MainText) {
  const std::string p = paragraphs();
  const std::string menu = "<nav><ul><li><a href=/>Home and more words in it</a></ul></nav>";
  const struct {
    std::string body;
    const char* why;
  } cases[] = {
      {"<article>" + p + "</article>", "article"},
      {"<main>" + p + "</main>", "main"},
      {"<div role=main>" + p + "</div>", "role"},
      {"<div itemprop='x articleBody'>" + p + "</div><div>" + std::string(40, 'x') + "</div>",
       "itemprop"},
      {menu + "<div><div>" + p + "</div></div>", "the densest element"},
      {"<article><p>A teaser that leads to another article.</p></article><div>" + p + "</div>",
       "a teaser is marked as article too"},
      {"<main>" + menu + p + "<aside>More about the bureau and its rules</aside></main>", "aside"},
      {"<header>The site that you are reading now</header><article>" + p +
           "</article><footer>All rights are reserved by us</footer>",
       "header and footer"},
      {"<article>" + p + "<div class='share-bar'>Share on everything that there is</div></article>",
       "share bar"},
      {"<article>" + p + "<div id=cookieConsent>We use cookies and similar things</div></article>",
       "words in camel case"},
      {"<article>" + p +
           "<section class='comments'><p>I do not agree with any of it.</p></section></article>",
       "comments"},
      {"<article class='post has-sidebar category-cookies comments-open'>" + p + "</article>",
       "the article itself is no furniture, whatever its class"},
      {"<div class='no-sidebar'>" + p + "</div>", "a sidebar that is not there"},
      {"<form><div>" + p + "</div></form>", "a form around the whole page"},
      {"<article>" + p +
           "<form><p>Subscribe to our letter today</p><button>Go</button></form></article>",
       "a form in it"},
      {"<article><script>var x = 'script text';</script><style>p{}</style><noscript>turn it "
       "on</noscript>" +
           p + "</article>",
       "scripts and styles"},
      {"<article>" + p +
           "<p hidden>hidden text is not read by anybody</p><p style='display: none'>nor "
           "is this</p></article>",
       "invisible"},
      {"<article>" + p +
           "<p><a href=/x>Read more about this</a></p><ul><li><a href=/y>Another "
           "story</a><li><a href=/z>And one more</a></ul></article>",
       "links that lead away"},
      {"<article><p class=byline>By Jane Roe</p>" + p + "</article>", "byline"},
      {"<article>" + p + "<!-- a comment --></article>", "comment"},
  };
  for (const auto& c : cases) EXPECT_EQ(page("", c.body).text, expected_text()) << c.why;
}

TEST(HtmlReader, Paragraphs) {
  const struct {
    const char* body;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<p>One\n  two</p><p>three</p>", "One two\n\nthree", "spaces of the source"},
      {"one<br>two<br><br>three", "one\ntwo\n\nthree", "line breaks"},
      {"<h2>Head</h2>text<div>more</div>end", "Head\n\ntext\n\nmore\n\nend", "blocks"},
      {"<p>a <b>bold</b>, <a href=/>linked</a> word</p>", "a bold, linked word", "inline"},
      {"<ul><li>one<li>two</ul>", "- one\n\n- two", "items that nobody closed"},
      {"<ol><li><p>one</p><p>two</p></li><li></li></ol>three", "- one\n\ntwo\n\nthree",
       "a mark an item, none for an empty one"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", "a b\n\nc", "rows"},
      {"<pre>one\n  two\n\nthree</pre>", "one\ntwo\n\nthree", "lines that count"},
      {"<p>AT&amp;T &eacute;&nbsp;&#x82af;</p>", "AT&T é\xC2\xA0芯", "entities"},
      {"<p>x &amp;amp; y</p>", "x &amp; y", "escaped twice: one layer goes"},
      {"<p>one<p>two", "one\n\ntwo", "never closed"},
      {"</div></p>one</span><p>two", "one\n\ntwo", "closed too often"},
  };
  for (const auto& c : cases) {
    const std::string text = page("", "<article>" + std::string(c.body) + "</article>").text;
    EXPECT_EQ(text, c.expected) << c.why;
  }
}

TEST(HtmlReader, Title) {
  const std::string p = paragraphs();
  const struct {
    const char* head;
    const char* body;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<title>T</title><meta property=og:title content='O'>", "<h1>H</h1>", "O", "og:title first"},
      {"<title>T</title>", "<h1>H <em>e</em></h1>", "H e", "then the heading"},
      {"<title>T</title>", "", "T", "then the title"},
      {"<title>T | Wire</title><meta property=og:site_name content=Wire>", "", "T",
       "without the source"},
      {"<title>T - X | Y</title>", "", "T - X | Y", "what is not the source stays"},
      {"<title>T</title>", "<header><h1>Site</h1></header>", "T", "the site's name is no heading"},
      {"<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": "
       "\"J\"}</script>",
       "", "J", "JSON-LD"},
      {"", "", "", "none"},
  };
  for (const auto& c : cases) EXPECT_EQ(page(c.head, c.body + p).title, c.expected) << c.why;
  EXPECT_EQ(page("", "<article><h1>The rule</h1>" + p + "</article>").text, expected_text())
      << "the title is not said again";
}

TEST(HtmlReader, Date) {
  const struct {
    const char* head;
    const char* body;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<meta property=article:published_time content=2026-04-17T10:00:00Z>",
       "<time datetime=2020-01-01>x</time>", "2026-04-17", "meta first"},
      {"<script type=application/ld+json>{\"@graph\": [{\"@type\": \"WebSite\"}, {\"@type\": "
       "[\"Article\"], \"datePublished\": \"2026-04-17\"}]}</script>",
       "<time datetime=2020-01-01>x</time>", "2026-04-17", "then JSON-LD"},
      {"<script type=application/ld+json>{\"@type\": \"Event\", \"datePublished\": "
       "\"2026-04-17\"}</script>",
       "", "", "not of what is no article"},
      {"<script type=application/ld+json>{broken</script>", "<time datetime=2020-01-01>x</time>",
       "2020-01-01", "broken JSON-LD"},
      {"", "<h1>H</h1><p class=meta><time datetime=2026-04-17>x</time></p>", "2026-04-17",
       "the time below the headline"},
      {"", "<aside><time datetime=2020-01-01>x</time></aside>", "", "not that of another article"},
      {"", "<time>17 April 2026</time>", "2026-04-17", "a time without attribute"},
      {"<link rel=canonical href=https://a.example/2026/04/17/x>", "", "2026-04-17", "the URL"},
      {"<meta name=date content='03/04/2025'><meta name=dc.date content=2026-04-17>", "",
       "2026-04-17", "what cannot be read does not count"},
  };
  for (const auto& c : cases) {
    const auto date = page(c.head, c.body + paragraphs()).published;
    EXPECT_EQ(date ? date->iso() : "", c.expected) << c.why;
  }
}

TEST(HtmlReader, UrlSourceLanguageAuthorsTags) {
  const std::string p = paragraphs();
  const Article meta = page(
      "<link rel=canonical href='https://www.a.example/x'><meta property=og:site_name "
      "content='Sample Wire'>"
      "<meta name=author content='By Jane Roe'><meta property=article:tag content=chips>"
      "<meta property=article:tag content='export, control'><meta property=og:locale "
      "content=fr_FR>",
      p);
  EXPECT_EQ(meta.url, "https://www.a.example/x");
  EXPECT_EQ(meta.source, "Sample Wire");
  EXPECT_EQ(meta.lang, "fr");
  EXPECT_THAT(meta.authors, ElementsAre("Jane Roe"));
  EXPECT_THAT(meta.tags, ElementsAre("chips", "export, control"));
  const Article json = page(
      "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"url\": "
      "\"https://b.example/y\","
      "\"publisher\": {\"name\": \"Desk\"}, \"author\": [{\"name\": \"J. Doe\"}, \"K. Roe\"],"
      "\"inLanguage\": \"de-DE\"}</script>",
      p);
  EXPECT_EQ(json.url, "https://b.example/y");
  EXPECT_EQ(json.source, "Desk");
  EXPECT_EQ(json.lang, "de");
  EXPECT_THAT(json.authors, ElementsAre("J. Doe", "K. Roe"));
  EXPECT_EQ(page("<!-- saved from url=(0025)https://www.a.example/x -->", p).url,
            "https://www.a.example/x");
  EXPECT_EQ(page("<link rel=canonical href='javascript:x'>", p).url, "");
  EXPECT_EQ(page("<link rel=canonical href='https://www.a.example/x'>", p).source, "a.example");
}

TEST(HtmlReader, TranslatedByTheBrowser) {
  const ReadResult result = read_bytes(
      "a.htm", "<html lang=en class=translated-ltr><body>" + paragraphs() + "</body></html>");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].machine_translated, true);
  EXPECT_EQ(result.articles[0].lang, "en");
}

TEST(HtmlReader, TextThatOnlyJsonLdHas) {
  EXPECT_EQ(page("<script type='application/ld+json'>{\"@type\": \"Article\", \"articleBody\": "
                 "\"A text that the page's script would show.\"}</script>",
                 "<div id=app></div>")
                .text,
            "A text that the page's script would show.");
}

TEST(HtmlReader, DamagedPages) {
  EXPECT_EQ(read_bytes("a.html", "").rejected[0].reason, "no-text");
  EXPECT_EQ(read_bytes("a.html", "<html><body><script>x</script></body>").rejected[0].reason,
            "no-text");
  EXPECT_EQ(read_bytes("a.html", std::string("a\0b", 3)).articles[0].text, "ab");
  EXPECT_EQ(read_bytes("a.html", "<p>caf\xE9 in Latin-1</p>").articles[0].text, "café in Latin-1");
  EXPECT_EQ(read_bytes("a.html", "<meta charset=gb2312><p>\xB3\xF6\xBF\xDA</p>").articles[0].text,
            "出口");
  std::string huge;
  huge.resize(17'000'000, ' ');
  EXPECT_EQ(read_bytes("a.html", huge).rejected[0].reason, "too-large");
}

std::string nested(int depth, const std::string& text) {
  std::string html;
  for (int i = 0; i < depth; ++i) html += "<div>";
  return "<p>At the top there is a text.</p>" + html + text;
}

TEST(HtmlReader, DeepNestingIsRead) {
  const ReadResult result = read_bytes("a.html", nested(900, "<p>Deep down there is a text.</p>"));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.articles[0].text, testing::HasSubstr("Deep down"));
  EXPECT_TRUE(result.rejected.empty());
}

TEST(HtmlReader, DeeperNestingIsTold) {
  const ReadResult result = read_bytes("a.html", nested(1100, "<p>Deep down there is a text.</p>"));
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_EQ(result.articles[0].text, "At the top there is a text.");
  ASSERT_EQ(result.rejected.size(), 1U);
  EXPECT_EQ(result.rejected[0].reason, "too-deep");
  EXPECT_EQ(read_bytes("a.html", nested(1100, "")).rejected.size(), 1U);
}

TEST(HtmlReader, HeadingsAreKnown) {
  const ReadResult result = read_bytes(
      "a.html", "<article>" + paragraphs() + "<p>No heading, for all that</p><h2>Who is hit?</h2>" +
                    paragraphs() + "</article>");
  ASSERT_EQ(result.articles.size(), 1U);
  const Article& article = result.articles[0];
  ASSERT_TRUE(article.headings);
  ASSERT_EQ(article.headings->size(), 1U);
  const TextRange heading = article.headings->front();
  EXPECT_EQ(article.text.substr(heading.begin, heading.end - heading.begin), "Who is hit?");
  EXPECT_FALSE(read_bytes("a.txt", "Who is hit?").articles[0].headings);
}

TEST(HtmlReader, LoadsNothing) {
  const TemporaryFolder folder;
  const std::string secret = folder.write("secret", "SECRET").string();
  const ReadResult result = read_bytes(
      "a.html", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file://" + secret + "'>]><p>a &x; b</p>");
  ASSERT_EQ(result.articles.size(), 1U);
  EXPECT_THAT(result.articles[0].text, testing::HasSubstr("a &x; b"));
  EXPECT_THAT(result.articles[0].text, testing::Not(testing::HasSubstr("SECRET")));
}

}  // namespace
}  // namespace techpolicy
