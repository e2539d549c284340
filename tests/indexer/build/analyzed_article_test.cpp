// Source ids, language and facet values of an article.
#include "indexer/build/analyzed_article.h"

#include <cmath>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/build/small_lexicon.h"

namespace techpolicy {
namespace {

struct SlugRow {
  const char* name;
  const char* slug;
  const char* why;
};

TEST(SourceSlug, IsMadeOfTheName) {
  const SlugRow rows[] = {
      {"Reuters", "reuters", "folded"},
      {"The New York Times", "the-new-york-times", "one hyphen for a space"},
      {"Open Terms Archive / PGA", "open-terms-archive-pga", "one hyphen for any run of marks"},
      {"www.reuters.com", "www.reuters.com", "dots within a host stay"},
      {"Washington D.C.", "washington-d.c", "a dot at an end does not"},
      {"  Le Monde  ", "le-monde", "no hyphen at the ends"},
      {"Süddeutsche Zeitung", "suddeutsche-zeitung", "accents fold"},
      {"新华社", "新华社", "letters of any script"},
      {"***", "", "no letter, no id"},
      {"", "", "unknown"},
  };
  for (const SlugRow& row : rows) EXPECT_EQ(source_slug(row.name), row.slug) << row.why;
}

TEST(SourceSlug, HasALimitThatCutsNoLetter) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "社";
  const std::string slug = source_slug(name);
  EXPECT_EQ(slug.size(), 78U) << "26 letters of 3 bytes within 80";
}

std::string kinds(const std::string& text, std::optional<std::vector<TextRange>> headings) {
  Article article;
  article.text = text;
  article.headings = std::move(headings);
  const auto analyzed = analyze_article(std::move(article), *small_lexicon());
  std::string kinds;
  for (const StoredParagraph& paragraph : analyzed->body.paragraphs) {
    kinds += std::string(name_of(paragraph.kind)) + ' ';
  }
  return kinds;
}

TEST(AnalyzedArticle, MarkupSaysWhatIsAHeading) {
  const std::string text = "Who is hit.\n\nA short line\n\n- A list\n\nThe rule begins in May.";
  EXPECT_EQ(kinds(text, std::nullopt), "paragraph heading list paragraph ") << "by looks";
  EXPECT_EQ(kinds(text, {{{0, 11}}}), "heading paragraph list paragraph ") << "by markup";
  EXPECT_EQ(kinds(text, {{}}), "paragraph paragraph list paragraph ") << "markup without headings";
  EXPECT_EQ(kinds(text, {{{27, 35}}}), "paragraph paragraph list paragraph ") << "in a list";
}

struct LanguageRow {
  const char* declared;
  const char* text;
  const char* lang;
  const char* why;
};

TEST(AnalyzedArticle, LanguageIsDeclaredElseDetected) {
  const LanguageRow rows[] = {
      {"fr", "The export rules of the government were changed on Monday.", "fr", "declared wins"},
      {"", "The export rules of the government were changed on Monday morning.", "en", "detected"},
      {"zh-Hant", "出口管制", "zh", "the primary subtag"},
      {"", "12345", "und", "nothing to detect"},
  };
  const auto lexicon = small_lexicon();
  for (const LanguageRow& row : rows) {
    Article article = article_of("", row.text);
    article.lang = row.declared;
    EXPECT_EQ(analyze_article(std::move(article), *lexicon)->lang, row.lang) << row.why;
  }
}

std::string values_of(const std::vector<FacetValue>& values) {
  std::string text;
  for (const FacetValue& value : values) {
    text += value.value + ' ' + std::to_string(value.mentions) + ' ' +
            std::to_string(std::lround(value.salience * 1000)) + ';';
  }
  return text;
}

TEST(FacetValues, CountMentionsAndWeighThem) {
  const auto lexicon = small_lexicon();
  Article article =
      article_of("Nvidia", "Jensen Huang came.\n\nNvidia and 英伟达 are one. Jensen Huang left.");
  article.published = parse_partial_date("2025");
  const auto analyzed = analyze_article(std::move(article), *lexicon);
  const auto values = facet_values(*analyzed, lexicon->gazetteer());
  const auto of = [&](Facet facet) { return values_of(values[static_cast<std::size_t>(facet)]); };
  // 1.2 ln(1 + 3) + 2 + 0.5
  EXPECT_EQ(of(Facet::company), "nvidia 3 4164;") << "title and body, two names, one entity";
  // 1.2 ln(1 + 2) + 2 + 0.5
  EXPECT_EQ(of(Facet::person), "jensen-huang 2 3818;") << "at the start of the text";
  EXPECT_EQ(of(Facet::lang), "en 1 0;");
  EXPECT_EQ(of(Facet::year), "2025 1 0;");
  EXPECT_EQ(of(Facet::source), "") << "unknown";
}

}  // namespace
}  // namespace techpolicy
