// The way of a foreign word: from an article into the index, to a query in English, a hit and its
// marks.
#include <gtest/gtest.h>

#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr const char* kRecords =
    R"({"id":"a","lang":"en","text":"It lacks the most advanced ones, such as puces Blackwell."})"
    "\n"
    R"({"id":"b","lang":"en","text":"He wrote of it. Les interdictions de la loi ne sont pas pour les puces et le march\u00e9."})"
    "\n"
    R"({"id":"c","lang":"en","text":"The chips are sold, and an interdiction was lifted."})"
    "\n"
    R"({"id":"d","lang":"en","text":"The H ave-nots, the compa ny and cafÃ©s: &amp;quot; yes &amp;quot;."})"
    "\n"
    R"({"id":"e","lang":"zh","text":"美国限制出口。"})"
    "\n";

class GlossarySearch : public ::testing::Test {
 protected:
  GlossarySearch() : searcher_(built(), 1) {}

  IndexStore built() {
    static_cast<void>(index_.write_gazetteer(
        "glossary.tsv", "fr\tpuces\tchips\nfr\tloi\tlaw\nzh\t出口\texports\n"));
    index_.build({index_.write("records.jsonl", kRecords)});
    return index_.store();
  }

  [[nodiscard]] SearchResult search(const std::string& q, bool aliases = true) const {
    SearchRequest request;
    request.q = q;
    request.aliases = aliases;
    return searcher_.search(request);
  }
  [[nodiscard]] std::string ids(const std::string& q, bool aliases = true) const {
    std::set<std::string> found;
    for (const Hit& hit : search(q, aliases).hits) found.insert(hit.id);
    std::string text;
    for (const std::string& id : found) text += id;
    return text;
  }

  BuiltIndex index_;
  Searcher searcher_;
};

TEST_F(GlossarySearch, FindsWhatForeignWordsMean) {
  EXPECT_EQ(ids("chips"), "abc");
  EXPECT_EQ(ids("chip Blackwell"), "a") << "by the stem";
  EXPECT_EQ(ids("chips ADJ/1 Blackwell"), "a") << "at the place of the foreign word";
  EXPECT_EQ(ids("body:chips"), "abc");
  EXPECT_EQ(ids("=chips"), "c") << "exact forms are not translated";
  EXPECT_EQ(ids("\"chips\""), "c");
  EXPECT_EQ(ids("chips", false), "c") << "only the words typed";
  EXPECT_EQ(ids("puces"), "ab") << "the word itself stays";
}

TEST_F(GlossarySearch, MarksThemWithTheirMeaning) {
  const SearchResult result = search("chips Blackwell");
  ASSERT_EQ(result.hits.size(), 1U);
  std::string marked;
  for (const TextRun& run : result.hits[0].snippets[0]) {
    if (run.match) marked += "[" + run.text + (run.meaning ? "=" + *run.meaning : "") + "]";
  }
  EXPECT_EQ(marked, "[puces=chips][Blackwell]");
}

TEST_F(GlossarySearch, MarksAllSignsOfAForeignWord) {
  const SearchResult result = search("exports");
  ASSERT_EQ(result.hits.size(), 1U);
  std::string marked;
  for (const TextRun& run : result.hits[0].snippets[0]) {
    if (run.match) marked += "[" + run.text + (run.meaning ? "=" + *run.meaning : "") + "]";
  }
  EXPECT_EQ(marked, "[出口=exports]");
}

TEST_F(GlossarySearch, StemsASentenceByItsOwnLanguage) {
  EXPECT_EQ(ids("interdiction"), "bc") << "a French plural in an English article";
  EXPECT_EQ(ids("law"), "b");
}

TEST_F(GlossarySearch, RepairedWordsAreMarked) {
  for (const auto& [q, expected] : {std::pair{"company", "company"}, std::pair{"cafe", "cafés"}}) {
    const SearchResult result = search(q);
    ASSERT_EQ(result.hits.size(), 1U) << q;
    std::string marked;
    for (const TextRun& run : result.hits[0].snippets[0]) marked += run.match ? run.text : "";
    EXPECT_EQ(marked, expected);
  }
}

}  // namespace
}  // namespace techpolicy
