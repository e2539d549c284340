#include "indexer/analysis/character_repairs.h"

#include <gtest/gtest.h>

#include "indexer/analysis/analyzer.h"

namespace techpolicy {
namespace {

/// A text with its repairs applied.
std::string shown(const std::string& text) {
  return std::string(RepairedText(text, character_repairs(text)).text());
}

struct RepairCase {
  std::string reason;
  std::string text;
  std::string expected;
};

void expect_shown(const std::vector<RepairCase>& table) {
  for (const RepairCase& row : table) EXPECT_EQ(shown(row.text), row.expected) << row.reason;
}

TEST(CharacterRepairs, UndoWrongDecoding) {
  expect_shown({
      {"once", "un chÃ¢teau dÃ©jÃ\u00A0 vu", "un château déjà vu"},
      {"twice", "cafÃƒÂ©", "café"},
      {"thrice", "cafÃƒÆ’Ã‚Â©", "café"},
      {"quotes and a dash", "â€œyesâ€\u009D â€” heâ€™s", "“yes” — he’s"},
      {"the closing quote's third byte is gone", "â€œyesâ€, he said", "“yes”, he said"},
      {"it was replaced", "â€œyesâ€\uFFFD.", "“yes”."},
      {"between letters it is an apostrophe", "donâ€t", "don’t"},
      {"twice, the last byte gone", "Ã¢â‚¬Å“yesÃ¢â‚¬Â.", "“yes”."},
      {"controls were dropped", "they donât, it is Johnâs", "they don’t, it is John’s"},
      {"a no-break space became a plain one", "20Â km, voilÃ  tout", "20 km, voilà tout"},
      {"Cyrillic", "Ð¡ÑƒÐ´", "Суд"},
      {"Chinese", "ä¸­å›½", "中国"},
      {"Vietnamese", "Viá»‡t", "Việt"},
      {"as HTML entities, escaped twice", "caf&amp;Atilde;&amp;copy;", "café"},
  });
}

TEST(CharacterRepairs, LeaveOtherLettersAlone) {
  expect_shown({
      {"French quotes behind an accent", "la liberté»…", "la liberté»…"},
      {"French words", "âge, château, forêt, naïve, à la", "âge, château, forêt, naïve, à la"},
      {"a word in capitals before a quote", "„BÖ“", "„BÖ“"},
      {"Portuguese in capitals", "SÃO PAULO, IRMÃ E", "SÃO PAULO, IRMÃ E"},
      {"Turkish", "yapay zekâ var", "yapay zekâ var"},
      {"degrees", "20°C, ±3 µm, §5", "20°C, ±3 µm, §5"},
  });
}

TEST(CharacterRepairs, UndoEscaping) {
  expect_shown({
      {"once", "AT&amp;T", "AT&T"},
      {"thrice", "AT&amp;amp;amp;T", "AT&T"},
      {"the ampersand as a number", "&#38;#39;s and &#x26;quot;", "'s and \""},
      {"hexadecimal", "it&#x2019;s", "it’s"},
      {"named letters", "Universit&eacute; Laval, &Aring;land", "Université Laval, Åland"},
      {"none", "AT&T; R&D &unknown; & co", "AT&T; R&D &unknown; & co"},
      {"quotes that were escaped and stand apart", "&quot; yes &quot; he said", "\"yes\" he said"},
  });
}

TEST(CharacterRepairs, ComposedOnesCoverTheOriginal) {
  const std::string text = "&amp;ldquo; yes &amp;raquo; he";
  const std::vector<Repair> repairs = character_repairs(text);
  ASSERT_EQ(repairs.size(), 2U);
  EXPECT_EQ(text.substr(repairs[0].begin, repairs[0].end - repairs[0].begin), "&amp;ldquo; ");
  EXPECT_EQ(text.substr(repairs[1].begin, repairs[1].end - repairs[1].begin), " &amp;raquo;");
}

TEST(CleanUtf8, KeepsControlsThatArePartOfAWrongCharacter) {
  EXPECT_EQ(shown(clean_utf8("he\u00E2\u0080\u0099s")), "he’s");
  EXPECT_EQ(clean_utf8("a\u0085b\u0080c"), "a\nbc") << "others end lines or are dropped";
}

}  // namespace
}  // namespace techpolicy
