#include "indexer/analysis/sentence_languages.h"

#include <fstream>
#include <gtest/gtest.h>

#include "indexer/analysis/stemmer.h"
#include "indexer/analysis/tokenizer.h"

namespace techpolicy {
namespace {

/// "language:first word" of each stretch.
std::string shown(const std::string& text, const std::string& language) {
  const std::vector<Token> tokens = tokenize(text, ParagraphBreaks::line_breaks);
  std::string all;
  for (const LanguageSpan& span : foreign_sentences(tokens, language)) {
    if (!all.empty()) all += ' ';
    all.append(span.language).append(":").append(tokens[span.first_token].folded);
  }
  return all;
}

TEST(SentenceLanguages, TellOtherSentences) {
  const std::string english = "The court said that it was not for the ministry to decide. ";
  const std::string french = "Le tribunal a dit que la loi n'est pas pour le ministre. ";
  const std::string german =
      "Das Gericht hat die Klage nicht zugelassen und der Minister ist froh. ";
  EXPECT_EQ(shown(english, "en"), "");
  EXPECT_EQ(shown(english + french + english, "en"), "fr:le");
  EXPECT_EQ(shown(french + english + german, "fr"), "en:the de:das");
  EXPECT_EQ(shown(french + french, "en"), "fr:le") << "neighbours are joined";
  EXPECT_EQ(shown("He quoted Le Monde and La Tribune in the report. ", "en"), "");
  EXPECT_EQ(shown("", "en"), "");
}

TEST(Stems, AreThoseOfTheirLanguage) {
  struct Row {
    const char* language;
    const char* one;
    const char* other;
  };
  const std::vector<Row> table = {
      {"en", "controls", "controlled"},
      {"fr", "interdiction", "interdictions"},
      {"de", "behorde", "behorden"},
      {"es", "aranceles", "arancel"},
      {"it", "piattaforma", "piattaforme"},
      {"pt", "plataforma", "plataformas"},
      {"nl", "landen", "land"},
      {"ru", "закон", "закона"},
      {"und", "controls", "controlled"},
      {"pl", "controls", "controlled"},
  };
  Stemmer stemmer;
  for (const Row& row : table) {
    const std::string one = stemmer.stem(row.language, row.one);
    EXPECT_EQ(one, stemmer.stem(row.language, row.other)) << row.language;
  }
}

}  // namespace
}  // namespace techpolicy
