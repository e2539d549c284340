// Displayed text: repairs, matches and mentions over the same bytes; snippets and derived titles.
#include "searchd/search/marked_text.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace techpolicy {
namespace {

/// Tokens at spaces, final punctuation left out; a sentence starts after a full stop.
StoredText stored(const std::string& text) {
  StoredText result;
  result.text = text;
  bool starts = true;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n", i);
    if (begin == std::string::npos) break;
    const std::size_t space = std::min(text.find_first_of(" \n", begin), text.size());
    const bool stop = text[space - 1] == '.';
    const auto position = static_cast<std::uint32_t>(result.tokens.size() + 1);
    if (starts) result.sentences.push_back(position);
    result.tokens.push_back({position, static_cast<std::uint32_t>(begin),
                             static_cast<std::uint32_t>(stop ? space - 1 : space)});
    starts = stop;
    i = space;
  }
  return result;
}

StoredArticle article_of(const std::string& body) {
  StoredArticle article;
  article.body = stored(body);
  return article;
}

ByteRange place_of(const std::string& text, const std::string& word) {
  const auto begin = static_cast<std::uint32_t>(text.find(word));
  return {begin, begin + static_cast<std::uint32_t>(word.size())};
}

/// [match], <id:mention>, {original=shown}; runs in a row are told apart by "|".
std::string written(const MarkedText& runs) {
  std::string result;
  for (const TextRun& run : runs) {
    std::string text = run.text;
    if (run.original) text = "{" + *run.original + "=" + text + "}";
    if (run.entity) text = "<" + run.entity->id + ":" + text + ">";
    if (run.match) text = "[" + text + "]";
    result += (result.empty() ? "" : "|") + text;
  }
  return result;
}

struct MarkRow {
  const char* why;
  std::string text;
  std::vector<Repair> repairs;
  std::vector<StoredMention> mentions;
  std::vector<ByteRange> matches;
  ByteRange range;
  std::string expected;
};

const EntityKey kMeta{Facet::company, "meta"};

const std::vector<MarkRow> kMarkRows = {
    {"plain text is one run", "a b", {}, {}, {}, {0, 3}, "a b"},
    {"white space is one space and none at the ends", " a \n\n b\t", {}, {}, {}, {0, 8}, "a b"},
    {"a match is a run of its own", "a b c", {}, {}, {{2, 3}}, {0, 5}, "a |[b]| c"},
    {"a space before a match is not doubled", "a \nb", {}, {}, {{3, 4}}, {0, 4}, "a |[b]"},
    {"a match is cut by the range", "abcd", {}, {}, {{0, 4}}, {1, 3}, "[bc]"},
    {"touching matches are shown as one", "abcd", {}, {}, {{0, 2}, {2, 4}}, {0, 4}, "[abcd]"},
    {"part of a mention matches",
     "Meta AI",
     {},
     {{kMeta, 0, 7}},
     {{0, 4}},
     {0, 7},
     "[<meta:Meta>]|<meta: AI>"},
    {"an insertion shows what was there",
     "ofthe",
     {{2, 2, RepairKind::glued, " "}},
     {},
     {},
     {0, 5},
     "of|{= }|the"},
    {"an insertion inside a match belongs to it",
     "ofthe",
     {{2, 2, RepairKind::glued, " "}},
     {},
     {{0, 5}},
     {0, 5},
     "[of]|[{= }]|[the]"},
    {"an insertion beside a match does not",
     "ofthe",
     {{2, 2, RepairKind::glued, " "}},
     {},
     {{2, 5}},
     {0, 5},
     "of|{= }|[the]"},
    {"an insertion at the end of the range belongs to what follows",
     "ofthe",
     {{2, 2, RepairKind::glued, " "}},
     {},
     {},
     {0, 2},
     "of"},
    {"a replacement keeps its original",
     "AT&amp;T",
     {{2, 7, RepairKind::entity, "&"}},
     {},
     {{0, 8}},
     {0, 8},
     "[AT]|[{&amp;=&}]|[T]"},
    {"a repair over the beginning is left out",
     "AT&amp;T",
     {{2, 7, RepairKind::entity, "&"}},
     {},
     {},
     {4, 8},
     "T"},
    {"a removed character leaves no run",
     "a\xE2\x80\x8B"
     "b",
     {{1, 4, RepairKind::invisible, ""}},
     {},
     {},
     {0, 5},
     "ab"},
    {"the range is held to the text", "ab", {}, {}, {}, {0, 9}, "ab"},
};

TEST(MarkedText, Runs) {
  for (const MarkRow& row : kMarkRows) {
    StoredText text;
    text.text = row.text;
    text.repairs = row.repairs;
    text.mentions = row.mentions;
    EXPECT_EQ(written(mark_text(text, row.range.begin, row.range.end, row.matches, true)),
              row.expected)
        << row.why;
  }
}

TEST(MarkedText, MergesOverlappingRangesOnly) {
  EXPECT_EQ(merge_overlapping({{4, 9}, {0, 2}, {2, 3}, {5, 6}, {8, 10}, {11, 11}}),
            (std::vector<ByteRange>{{0, 2}, {2, 3}, {4, 10}}));
}

TEST(Snippets, MostDifferentMatchesFirstThenDocumentOrder) {
  const std::string body = "Chips first. Chips chips. Chips and exports. Nothing.";
  const std::vector<ByteRange> matches = {{0, 5}, {13, 18}, {19, 24}, {26, 31}, {36, 43}};
  const auto snippets = make_snippets(article_of(body), matches, 2);
  ASSERT_EQ(snippets.size(), 2U);
  EXPECT_EQ(written(snippets[0]), "[Chips]| and |[exports]|.");
  EXPECT_EQ(written(snippets[1]), "[Chips]| first.");
}

TEST(Snippets, WithoutMatchesTheBeginningAsFarAsItFits) {
  const std::string longer(230, 'x');
  const auto snippets = make_snippets(article_of("One. Two. " + longer + "."), {}, 3);
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(written(snippets[0]), "One. Two.");
  std::string words = "Filler";
  for (int i = 0; i < 60; ++i) words += " filler";
  const std::string numbered =
      written(make_snippets(article_of("1.\u00a0\u00a0\u00a0 " + words), {}, 3).at(0));
  EXPECT_NE(numbered.find("Filler filler"), std::string::npos) << "a number alone says nothing";
  EXPECT_TRUE(make_snippets(article_of(""), {}, 3).empty());
  EXPECT_EQ(written(make_snippets(article_of(" ?! "), {}, 3).at(0)), "?!");
}

TEST(Snippets, LongSentenceIsCutAtTokensAroundItsMatches) {
  std::string body;
  for (int i = 0; i < 200; ++i) body += "filler ";
  body += "chips ";
  for (int i = 0; i < 200; ++i) body += "filler ";
  const std::vector<ByteRange> matches = {place_of(body, "chips")};
  const std::string shown = written(make_snippets(article_of(body), matches, 1).at(0));
  EXPECT_TRUE(shown.starts_with("\xE2\x80\xA6 filler ")) << shown;
  EXPECT_TRUE(shown.ends_with(" filler \xE2\x80\xA6")) << shown;
  EXPECT_NE(shown.find("|[chips]|"), std::string::npos) << shown;
  EXPECT_GT(shown.size(), 220U);
  EXPECT_LT(shown.size(), 260U);
}

TEST(Snippets, EndlessTokenIsCutBetweenCharacters) {
  std::string body = "a";
  for (int i = 0; i < 500; ++i) body += "\xC3\xA9";
  const std::string shown = written(make_snippets(article_of(body), {}, 1).at(0));
  EXPECT_LT(shown.size(), 260U);
  EXPECT_TRUE(shown.ends_with("\xC3\xA9 \xE2\x80\xA6")) << shown;
}

TEST(DisplayTitle, RealOneElseFirstSentence) {
  StoredArticle article = article_of("Chips are scarce. More.");
  const std::vector<ByteRange> body_matches = {{0, 5}};
  auto [derived, is_derived] = display_title(article, {}, body_matches);
  EXPECT_EQ(written(derived), "[Chips]| are scarce.");
  EXPECT_TRUE(is_derived);
  article.title = stored("Export rules");
  const std::vector<ByteRange> title_matches = {{7, 12}};
  const auto [title, title_derived] = display_title(article, title_matches, body_matches);
  EXPECT_EQ(written(title), "Export |[rules]");
  EXPECT_FALSE(title_derived);
}

TEST(DisplayTitle, DerivedOneIsCutAtAWordWithin120Characters) {
  std::string body;
  for (int i = 0; i < 40; ++i) body += "caf\xC3\xA9 ";  // 5 characters, 6 bytes
  std::string expected = body.substr(0, 23 * 6 + 5);
  EXPECT_EQ(written(display_title(article_of(body), {}, {}).first), expected + "\xE2\x80\xA6");
  std::string han;
  for (int i = 0; i < 200; ++i) han += "\xE4\xB8\xAD";
  EXPECT_EQ(written(display_title(article_of(han), {}, {}).first),
            han.substr(0, 119 * 3) + "\xE2\x80\xA6");
}

}  // namespace
}  // namespace techpolicy
