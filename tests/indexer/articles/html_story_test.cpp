// Which blocks of a page are its story: what stands before, between and behind the paragraphs.
#include <gtest/gtest.h>
#include <string>

#include "indexer/articles/html_page.h"

namespace techpolicy {
namespace {

const std::string kFirst =
    "The bureau published its rule on Monday, after months of talks with suppliers.";
const std::string kSecond =
    "Suppliers have until March to comply, and most of them say that they will be ready.";
const std::string kP1 = "<p>" + kFirst + "</p>";
const std::string kP2 = "<p>" + kSecond + "</p>";

Article read(const std::string& page) {
  RecordFields fields;
  static_cast<void>(read_html_page("<meta charset=utf-8>" + page, fields));
  return std::move(fields).article();
}

TEST(HtmlStory, WhatIsLeftOut) {
  const struct {
    std::string body;
    const char* why;
  } cases[] = {
      {"<h1>The rule</h1><div>By Jane Roe</div><div>" + kP1 + kP2 + "</div>", "byline above"},
      {"<article><figure><img><figcaption>The bureau's seat. (Photo: Jane "
       "Roe)</figcaption></figure>" +
           kP1 + kP2 + "</article>",
       "caption"},
      {"<article>" + kP1 +
           "<div class=wp-caption><p>A seat of the bureau, in May. Photo.</p></div>" + kP2 +
           "</article>",
       "caption by class"},
      {"<article>" + kP1 + "<p>Advertisement</p>" + kP2 + "</article>", "label"},
      {"<article>" + kP1 + "<p>Related: <a href=/x>What the rule on chips says</a></p>" + kP2 +
           "</article>",
       "a line that leads elsewhere"},
      {"<article>" + kP1 + "<p><a href=/x>One more story</a><br><a href=/y>Another story</a></p>" +
           kP2 + "</article>",
       "lines of links"},
      {"<article>" + kP1 + kP2 +
           "<p><em>Jane Roe writes about rules. Follow her, or send her a "
           "letter.</em></p></article>",
       "who wrote it"},
      {"<article>" + kP1 + kP2 +
           "<p>Follow us wherever you are, every day of the week.</p></article>",
       "sign-up"},
      {"<article>" + kP1 + kP2 + "<h3>More stories</h3></article>", "a heading of nothing"},
      {"<div>" + kP1 + kP2 + "</div><div class=comments><p>" + kFirst + " I do not believe it. " +
           kFirst + kFirst + kFirst + kFirst + "</p></div>",
       "comments that are longer than the story"},
      {"<article><span itemprop=datePublished>17 April 2026</span><div>" + kP1 + kP2 +
           "</div></article>",
       "facts that say what they are"},
      {"<article>" + kP1 + kP2 +
           "</article><article><p>Another story, in a sentence.</p></article>",
       "the next story"},
      {"<article><div style='display:none'><p>What a script would show to some readers.</p></div>" +
           kP1 + kP2 + "</article>",
       "what nobody sees"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.body).text, kFirst + "\n\n" + kSecond) << c.why;
}

TEST(HtmlStory, WhatStays) {
  const struct {
    std::string between;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<h2>What it says</h2>", "What it says", "heading"},
      {"<ul><li>Chips</li><li>Tools</li></ul>", "- Chips\n\n- Tools", "list"},
      {"<blockquote><p>We will.</p></blockquote>", "We will.", "quotation"},
      {"<div class=social-embed><blockquote><p>We did.</p></blockquote></div>", "We did.",
       "an embedded post"},
      {"<table><tr><td>2025<td>1,200</table>", "2025 1,200", "table"},
      {"<p>It took <a class=player-link href=/x>years</a>.</p>", "It took years.",
       "a link in a sentence, whatever its class"},
      {"<p class=paywall>It is so.</p>", "It is so.", "a part for subscribers"},
      {"<p>Related costs are small.</p>", "Related costs are small.",
       "a sentence with such a word"},
  };
  for (const auto& c : cases) {
    const std::string text = read("<article>" + kP1 + c.between + kP2 + "</article>").text;
    EXPECT_EQ(text, kFirst + "\n\n" + c.expected + "\n\n" + kSecond) << c.why;
  }
}

TEST(HtmlStory, FoundWhereMarksMislead) {
  const std::string both = kFirst + "\n\n" + kSecond;
  const struct {
    std::string body;
    const char* why;
  } cases[] = {
      {"<article><p>A teaser that leads to another story.</p></article><div>" + kP1 + kP2 +
           "</div>",
       "the story is not what is marked as article"},
      {"<section>" + kP1 + "</section><section>" + kP2 + "</section>", "a story in two parts"},
      {"<div class=sidebar>" + kP1 + kP2 + "</div>", "all the text there is has a misleading name"},
  };
  for (const auto& c : cases) EXPECT_EQ(read(c.body).text, both) << c.why;
}

TEST(HtmlStory, JsonLdDecidesWhereBothAgree) {
  const std::string given =
      "<script type=application/ld+json>{\"@type\": \"NewsArticle\", "
      "\"articleBody\": \"" +
      kFirst + "\\n" + kSecond + "\"}</script>";
  const std::string extra =
      "<p>The desk of this paper thanks all who wrote to it in these years.</p>";
  EXPECT_EQ(read(given + "<article>" + kP1 + extra + kP2 + "</article>").text,
            kFirst + "\n\n" + kSecond)
      << "a block that it does not have";
  EXPECT_EQ(read(given + "<div><p>Loading, please wait.</p></div>").text, kFirst + "\n" + kSecond)
      << "a page that its scripts fill";
}

TEST(HtmlStory, BylineBelowTheHeadline) {
  const std::string story = "<div>" + kP1 + kP2 + "</div>";
  const struct {
    std::string body;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<h1>The rule</h1><div>By Jane Roe</div>", "Jane Roe", "a line"},
      {"<h1>The rule</h1><span class=article-author>Jane Q. Roe</span>", "Jane Q. Roe", "a class"},
      {"<h1>The rule</h1><div>By the end of May it holds</div>", "", "a sentence"},
      {"<h1>The rule</h1><div class=byline>17 April 2026</div>", "", "no name"},
      {"<h1>The rule</h1><div>Jane Roe</div>", "", "a name that may be anybody's"},
      {"<div>By Jane Roe</div><h1>The rule</h1>", "", "of something else"},
  };
  for (const auto& c : cases) {
    const Article article = read(c.body + story);
    EXPECT_EQ(article.authors.empty() ? "" : article.authors[0], c.expected) << c.why;
  }
}

TEST(HtmlStory, DateBelowTheHeadline) {
  const std::string story = "<div>" + kP1 + kP2 + "</div>";
  const struct {
    std::string body;
    const char* expected;
    const char* why;
  } cases[] = {
      {"<h1>The rule</h1><div>By Jane Roe</div><div>April 17, 2026</div>", "2026-04-17", "line"},
      {"<h1>The rule</h1><div>Updated April 17, 2026</div>", "", "of a change"},
      {"<h1>The rule</h1><time class=updated datetime=2026-04-17>x</time>", "",
       "a time of a change"},
      {"<h1>The rule</h1><time class='published updated' datetime=2026-04-17>x</time>",
       "2026-04-17", "of both"},
  };
  for (const auto& c : cases) {
    const auto date = read(c.body + story).published;
    EXPECT_EQ(date ? date->iso() : "", c.expected) << c.why;
  }
}

}  // namespace
}  // namespace techpolicy
