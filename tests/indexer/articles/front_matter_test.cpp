#include "indexer/articles/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace techpolicy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article_of(const std::string& block) {
  RecordFields fields;
  const std::string text = "---\n" + block + "\n---\nBody.\n";
  EXPECT_EQ(read_front_matter(text, fields), "Body.\n");
  return std::move(fields).article();
}

TEST(FrontMatter, Titles) {
  const struct {
    const char* line;
    const char* expected;
    const char* why;
  } cases[] = {
      {"title: Three tiers", "Three tiers", "plain"},
      {"Title:   Three tiers  ", "Three tiers", "key without case, spaces"},
      {"title: \"Tiers: the \\\"last\\\" rule\"", "Tiers: the \"last\" rule",
       "quoted with escapes"},
      {"title: 'Biden''s rule'", "Biden's rule", "single quotes doubled"},
      {"title: Rules # a comment", "Rules", "comment"},
      {"title: C# and F#", "C# and F#", "no comment without a space before"},
      {"title: \"Rules # no comment\"", "Rules # no comment", "quoted"},
      {"title: Chips: the sequel", "Chips: the sequel", "a colon in the value"},
      {"title: \"not closed", "\"not closed", "taken as it stands"},
      {"title: >\n  Three tiers\n  for the world", "Three tiers for the world", "text block"},
      {"title:", "", "empty"},
      {"# title: no", "", "a comment"},
      {"headline: Tiers", "Tiers", "the other name"},
  };
  for (const auto& c : cases) EXPECT_EQ(article_of(c.line).title, c.expected) << c.why;
}

TEST(FrontMatter, Lists) {
  EXPECT_THAT(article_of("tags: [AI, 'export, controls', \"chips\"]").tags,
              ElementsAre("AI", "export, controls", "chips"));
  EXPECT_THAT(article_of("tags:\n- AI\n- chips").tags, ElementsAre("AI", "chips"));
  EXPECT_THAT(article_of("tags:\n  - AI\n  - \"chips\"").tags, ElementsAre("AI", "chips"));
  EXPECT_THAT(article_of("tags: AI, chips").tags, ElementsAre("AI", "chips"));
  EXPECT_THAT(article_of("tags: []").tags, IsEmpty());
  EXPECT_THAT(article_of("tags: [AI, chips").tags, ElementsAre("AI", "chips"));
  EXPECT_THAT(article_of("authors:\n  - name: Jane Roe\n    role: editor\n  - John Doe").authors,
              ElementsAre("Jane Roe", "John Doe"));
  EXPECT_THAT(article_of("author:\n  name: Jane Roe").authors, ElementsAre("Jane Roe"));
  EXPECT_THAT(article_of("layout:\n  - no\ntags: [AI]").tags, ElementsAre("AI")) << "unknown key";
}

TEST(FrontMatter, WhereItIsNone) {
  for (const std::string text : {"# Heading\n---\ntitle: no\n---\n", "---\ntitle: never closed\n",
                                 "----\ntitle: x\n---\n", "", "---"}) {
    RecordFields fields;
    EXPECT_EQ(read_front_matter(text, fields), text);
    EXPECT_EQ(std::move(fields).article().title, "") << text;
  }
}

TEST(FrontMatter, EndsAtDotsToo) {
  RecordFields fields;
  EXPECT_EQ(read_front_matter("--- \ntitle: A\n...\nBody", fields), "Body");
  EXPECT_EQ(std::move(fields).article().title, "A");
}

}  // namespace
}  // namespace techpolicy
