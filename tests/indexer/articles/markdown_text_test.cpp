#include "indexer/articles/markdown_text.h"

#include <gtest/gtest.h>
#include <string>

namespace techpolicy {
namespace {

TEST(MarkdownText, PlainText) {
  const struct {
    const char* markdown;
    const char* expected;
    const char* why;
  } cases[] = {
      {"One *two* **three** `four`", "One two three four", "marks"},
      {"One\ntwo\n\nthree", "One two\n\nthree", "lines of a paragraph are one"},
      {"One  \ntwo", "One\ntwo", "a hard line break stays"},
      {"## Who is hit\nSMIC", "Who is hit\n\nSMIC", "headings are paragraphs"},
      {"- one\n- two\n  more", "- one\n\n- two more", "list items"},
      {"1. one\n\n2. two", "- one\n\n- two", "numbered items"},
      {"- one\n  - two", "- one\n\n- two", "nested items"},
      {"- one\n\n  two\n-\n\nthree", "- one\n\ntwo\n\nthree",
       "a mark an item, none for an empty one"},
      {"> said\n> she", "said she", "quotes"},
      {"[BIS](https://bis.example \"t\") rules", "BIS rules", "link"},
      {"![a chip](chip.png) text", "text", "images say nothing"},
      {"<https://sample.example/>", "https://sample.example/", "address as text"},
      {"AT&amp;T &eacute; &#x27;", "AT&T é '", "entities"},
      {"x &amp;amp; y", "x &amp; y", "escaped twice: one layer goes"},
      {"a <b>bold</b> word", "a bold word", "inline tags"},
      {"<div>\n<p>In HTML</p>\n<script>no()</script>\n</div>", "In HTML", "blocks of HTML"},
      {"<!-- no -->\n\ntext", "text", "comment"},
      {"```\nint x;\n```", "int x;", "code"},
      {"| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2", "table rows"},
      {"$NVDA rose, $AMD fell", "$NVDA rose, $AMD fell", "a dollar is no formula"},
      {"5 \\* 6", "5 * 6", "escaped marks"},
      {"~~old~~ new", "old new", "strikethrough"},
      {"---", "", "a line"},
      {"", "", "nothing"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(markdown_text(c.markdown, "").body.text, c.expected) << c.why;
}

TEST(MarkdownText, Headings) {
  const MarkdownText result = markdown_text("# Title\n\nShort line\n\n## Who is hit.\n\ntext", "");
  EXPECT_EQ(result.body.text, "Short line\n\nWho is hit.\n\ntext");
  ASSERT_TRUE(result.body.headings);
  ASSERT_EQ(result.body.headings->size(), 1U) << "neither the title nor what looks like one";
  EXPECT_EQ(result.body.headings->front().begin, 12U);
  EXPECT_EQ(result.body.headings->front().end, 23U);
}

TEST(MarkdownText, Title) {
  const struct {
    const char* markdown;
    const char* known_title;
    const char* title;
    const char* text;
    const char* why;
  } cases[] = {
      {"# Rules *now*\n\ntext", "", "Rules now", "text", "the heading is the title"},
      {"Rules\n=====\n\ntext", "", "Rules", "text", "underlined heading"},
      {"text\n\n# Rules\n\n# More", "", "Rules", "text\n\nMore", "only the first"},
      {"# Rules\n\ntext", "Rules", "Rules", "text", "not said twice"},
      {"intro\n\n# Part\n\ntext", "Rules", "Rules", "intro\n\nPart\n\ntext",
       "a part stays in place"},
      {"## Part\n\ntext", "", "", "Part\n\ntext", "level 2 is no title"},
  };
  for (const auto& c : cases) {
    const MarkdownText result = markdown_text(c.markdown, c.known_title);
    EXPECT_EQ(result.title, c.title) << c.why;
    EXPECT_EQ(result.body.text, c.text) << c.why;
  }
}

TEST(MarkdownText, DeepNestingIsBounded) {
  EXPECT_EQ(markdown_text(std::string(50'000, '>') + " deep", "").body.text, "deep");
  EXPECT_EQ(markdown_text(std::string(50'000, '['), "").body.text.size(), 50'000U);
}

}  // namespace
}  // namespace techpolicy
