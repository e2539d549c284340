// Foreign words and their meaning: which are found in which sentence, and what a glossary refuses.
#include "indexer/analysis/glossary.h"

#include <gtest/gtest.h>

#include "indexer/analysis/analyzer.h"
#include "indexer/schema/errors.h"

namespace techpolicy {
namespace {

constexpr const char* kGlossary =
    "# comment\n"
    "fr\tpuces\tchips\n"
    "fr\tintelligence artificielle\tartificial intelligence\n"
    "fr\tloi\tlaw\n"
    "fr\tnuage\tcloud\n"
    "de\tAusfuhrkontrolle\texport control\n"
    "es\tred\tnetwork\n"
    "zh\t出口管制\texport controls\n"
    "zh\t出口\texports\n";

Analyzer analyzer() {
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const char* word : {"red", "intelligence", "the", "such", "as"}) vocabulary->add_word(word);
  vocabulary->add_name("nuage", {.whole = true});
  return Analyzer(vocabulary, std::make_shared<const Glossary>(kGlossary));
}

/// "written=meaning" of each, in order.
std::string shown(const std::string& text, const std::string& language) {
  const Analyzer with_glossary = analyzer();
  const TextAnalysis analysis = with_glossary.analyze(text, language);
  std::string all;
  for (const Gloss& gloss : analysis.glosses) {
    const std::size_t begin = analysis.tokens[gloss.first_token].begin;
    const std::size_t end = analysis.tokens[gloss.last_token].end;
    if (!all.empty()) all += ", ";
    all.append(text, begin, end - begin).append("=").append(gloss.meaning);
  }
  return all;
}

struct GlossCase {
  std::string reason;
  std::string text;
  std::string language;
  std::string expected;
};

TEST(Glossary, FindsForeignWords) {
  const std::vector<GlossCase> table = {
      {"a left-over", "such as puces Blackwell", "en", "puces=chips"},
      {"another form, by its stem", "the Ausfuhrkontrollen", "en",
       "Ausfuhrkontrollen=export control"},
      {"a phrase of which one word is English", "the intelligence artificielle", "en",
       "intelligence artificielle=artificial intelligence"},
      {"an English word is none", "the red loi", "en", "loi=law"},
      {"nor is a name", "as Nuage", "en", ""},
      {"in its own language it is", "la red es de los que no son", "es", "red=network"},
      {"a language without a glossary has no left-overs of English", "het loi", "nl", "loi=law"},
      {"Chinese, the longest first", "the 出口管制 and 出口", "en",
       "出口管制=export controls, 出口=exports"},
      {"never over a paragraph", "the intelligence\n\nartificielle", "en", ""},
  };
  for (const GlossCase& row : table)
    EXPECT_EQ(shown(row.text, row.language), row.expected) << row.reason;
}

TEST(Glossary, IsCheckedWhenLoaded) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"fr\tpuces", "glossary.tsv:1: language, words and meaning"},
      {"\nxx\ta\tb", "glossary.tsv:2: no glossary of \"xx\""},
      {"fr\t\tb", "glossary.tsv:1: an empty part"},
      {"fr\trègle\trule\nfr\trègles\tlaw", "glossary.tsv:2: \"règles\" has another meaning above"},
  };
  for (const auto& [bytes, message] : table) {
    try {
      const Glossary glossary(bytes);
      ADD_FAILURE() << bytes;
    } catch (const CorpusError& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(message)) << error.what();
    }
  }
}

}  // namespace
}  // namespace techpolicy
