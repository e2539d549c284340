// The promises of the query language, one test for each row of the product's list: what is typed,
// and which of a few articles it finds.
#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "searchd/search/bad_request.h"
#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr const char* kCompanies =
    R"({"id":"nvidia","type":"company","label":"Nvidia","tickers":["NVDA"],"aliases":[{"text":"英伟达","lang":"zh"}]})"
    "\n"
    R"({"id":"deepseek","type":"company","label":"DeepSeek"})"
    "\n"
    R"({"id":"huawei","type":"company","label":"Huawei","aliases":[{"text":"华为","lang":"zh"}]})"
    "\n"
    R"({"id":"apple","type":"company","label":"Apple","aliases":[{"text":"Apple","amb":1}]})"
    "\n";

constexpr const char* kRecords =
    R"({"id":"a","lang":"en","title":"Export rules","date":"2025-03-10","source":"Sample Desk","text":"Huawei said the export of chips is a matter of rules. The Commerce Department, it said, has no rule for phones."})"
    "\n"
    R"({"id":"b","lang":"en","title":"Nvidia chips","date":"2025","source":"Sample Wire","authors":["Kim Writer"],"text":"Nvidia sells chips. Nvidia chips need a licence for China, and Nvidia has none.\n\nSMIC is another matter. Nvidia, Nvidia, Nvidia."})"
    "\n"
    R"({"id":"c","lang":"zh","title":"芯片","text":"英伟达 chips 受 出口 管制。华为 与 芯 和 片 无关。"})"
    "\n"
    R"({"id":"d","lang":"en","date":"2024-12-31","url":"https://desk.example/d","text":"An apple a day. The DeepSeekplanned launch, as « puces Blackwell » go, was café talk of organisation and semiconductors; $NVDA fell."})"
    "\n"
    R"({"id":"e","lang":"en","date":"2025-06","text":"Apple designs a chip. Huawei and SMIC make one together, an organization near semiconductor fabs wrote in a report on U.S. rules."})"
    "\n";

class QueryLanguage : public ::testing::Test {
 protected:
  QueryLanguage() : searcher_(built(), 1, 200, [] { return day("2025-06-30"); }) {}

  struct Row {
    std::string query;
    std::string ids;
    std::string reason;
  };

  static DayNumber day(const char* text) { return parse_partial_date(text)->first_day(); }

  IndexStore built() {
    index_.write_gazetteer("company.jsonl", kCompanies);
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
    std::string found;
    for (const Hit& hit : search(q, aliases).hits) found += hit.id;
    std::ranges::sort(found);
    return found;
  }
  void expect(const std::vector<Row>& rows) const {
    for (const Row& row : rows)
      EXPECT_EQ(ids(row.query), row.ids) << row.query << ": " << row.reason;
  }
  [[nodiscard]] RequestFault fault(const std::string& q) const {
    try {
      static_cast<void>(search(q));
    } catch (const BadRequest& bad) {
      return bad.faults().front();
    }
    ADD_FAILURE() << q << " has no fault";
    return {};
  }

  BuiltIndex index_;
  Searcher searcher_;
};

TEST_F(QueryLanguage, Q1CombinesWordsAndPhrases) {
  expect({{"(SMIC OR \"Commerce Department\") AND Huawei NOT phones", "e", "AND, OR, NOT, ( )"},
          {"Huawei rules", "ae", "words are ANDed"},
          {"\"rules chips\"", "", "a phrase is in order"},
          {"+Huawei -SMIC", "ac", "signs"},
          {"Huawei and SMIC", "e", "small letters are words"}});
}

TEST_F(QueryLanguage, Q2FindsWordsNearEachOther) {
  expect({{"Nvidia NEAR/4 licence", "b", "at most four apart"},
          {"Nvidia NEAR/3 licence", "", "three are too few"},
          {"licence NEAR/3 chips", "b", "either order"},
          {"licence ADJ/3 chips", "", "in order"},
          {"NVDA NEAR/1 chip*", "bc", "aliases and wildcards inside"},
          {"\"Nvidia chips\" NEAR/2 (licence OR need)", "b", "phrases and groups inside"},
          {"licence NEAR/100 SMIC", "", "never across paragraphs"}});
}

TEST_F(QueryLanguage, Q3FindsWordsInOneSentenceOrParagraph) {
  expect({{"Huawei SENTENCE SMIC", "e", "one sentence"},
          {"Apple SENTENCE SMIC", "", "two sentences"},
          {"Apple PARAGRAPH SMIC", "e", "one paragraph"},
          {"licence PARAGRAPH SMIC", "", "two paragraphs"}});
  const SearchResult result = search("Huawei SENTENCE SMIC");
  ASSERT_FALSE(result.hits.empty());
  std::string snippet;
  for (const TextRun& run : result.hits.front().snippets.front()) snippet += run.text;
  EXPECT_NE(snippet.find("make one together"), std::string::npos) << snippet;
}

TEST_F(QueryLanguage, Q4RestrictsToFields) {
  expect({{"title:chips", "b", "title"},
          {"title:NVDA", "b", "all names of it"},
          {"lead:SMIC", "e", "first paragraph"},
          {"lead:NVDA", "bcd", "mentions in leads too"},
          {"body:\"Nvidia chips\"", "bc", "a phrase"},
          {"title:(Nvidia OR rules)", "ab", "a group"},
          {"source:sample-wire author:Writer", "b", "what is known of it"},
          {"lang:zh", "c", "language"},
          {"url:desk.example", "d", "address"},
          {"id:e", "e", "id"},
          {"company:NVDA", "bcd", "an entity by its ticker"}});
  EXPECT_EQ(fault("compny:nvidia").suggestion, "company:nvidia") << "the nearest field";
  EXPECT_EQ(fault("company:nvidai chips").suggestion, "company:nvidia AND chips")
      << "the nearest value, in the whole query";
}

TEST_F(QueryLanguage, Q5ExpandsWildcards) {
  expect({{"semiconduct*", "de", "any ending"},
          {"organi?ation", "de", "one character"},
          {"*conductors", "d", "any beginning"}});
  EXPECT_EQ(fault("c*").code, "wildcard_too_short") << "a limit, never a cut";
}

TEST_F(QueryLanguage, Q6FindsOtherSpellings) {
  expect({{"semiconducter~1", "e", "one letter"}, {"semiconducter~2", "de", "two"}});
  const SearchResult hauwei = search("Hauwei chips");
  ASSERT_TRUE(hauwei.respelling);
  EXPECT_EQ(hauwei.respelling->query, "Huawei AND chips");
  EXPECT_EQ(hauwei.respelling->total, 3U) << "a, c and e: all names of Huawei";
  EXPECT_EQ(search(hauwei.respelling->query).total, 3U);
  EXPECT_FALSE(search("apple").respelling) << "never for a word with hits";
  EXPECT_FALSE(search("Hauwei -SMIC xyzzyq").respelling) << "only where it gives hits";
  EXPECT_FALSE(search("chips -Hauwei").respelling) << "what is excluded may be absent";
  EXPECT_EQ(search("\"Hauwei said\"").respelling->query, "\"Huawei said\"") << "in phrases";
  EXPECT_FALSE(search("chips2").respelling) << "the number of a model is no slip";
}

TEST_F(QueryLanguage, Q7FindsExactForms) {
  expect({{"chip", "abce", "any form"},
          {"\"chip\"", "e", "this form"},
          {"=chips", "abc", "this form"},
          {"=Nvidia", "b", "no other name"},
          {"caps:Apple", "e", "with its capital"},
          {"apple", "de", "without"}});
}

TEST_F(QueryLanguage, Q8FindsAllNamesOfAThing) {
  expect({{"NVDA", "bcd", "a ticker"},
          {"Nvidia", "bcd", "a name"},
          {"英伟达", "bcd", "another script"},
          {"\"NVDA chips\"", "bc", "within phrases"},
          {"\"英伟达 chips need\"", "b", "also at the beginning"},
          {"atleast:6 NVDA", "b", "counted together"}});
  EXPECT_EQ(ids("NVDA", false), "d") << "only the words typed";
  EXPECT_EQ(ids("\"NVDA chips\"", false), "");
  const SearchResult phrase = search("\"NVDA chips\"");
  ASSERT_EQ(phrase.also.size(), 1U);
  EXPECT_EQ(phrase.also.front().name, "Nvidia") << "which the answer says";
  EXPECT_EQ(search("Apple").offered.size(), 1U) << "an ambiguous name is offered";
}

TEST_F(QueryLanguage, Q9FindsDates) {
  expect({{"date:2025", "abe", "a year holds its months and itself"},
          {"date:2025-03..2025-06", "ae", "both ends"},
          {"date:P4M", "ae", "a period before today, which is injected"},
          {"after:2025-03", "e", "from April on"},
          {"before:2025", "d", "until December"}});
  const SearchResult march = search("Nvidia date:2025-03..2025-06");
  EXPECT_EQ(march.total, 0U);
  EXPECT_EQ(march.undated_excluded, 2U) << "b is of some day in 2025, c of no date";
  EXPECT_EQ(march.without_dates, "Nvidia");
  EXPECT_EQ(search("Nvidia -date:2025").undated_excluded, 0U);
  EXPECT_EQ(search("date:P1D").parsed, "date:2025-06-29..2025-06-30") << "shown as dates";
}

TEST_F(QueryLanguage, Q10FindsAllScripts) {
  expect({{"出口管制", "c", "spaces between signs"},
          {"芯片", "c", "together"},
          {"\"芯片\" NOT title:芯片", "", "apart they are another thing"},
          {"cafe", "d", "accents"},
          {"ＣＨＩＰＳ", "abce", "full width"},
          {"HUAWEI", "ace", "case, and the other script"}});
}

TEST_F(QueryLanguage, Q11FindsDirtyText) {
  expect({{"DeepSeek", "d", "the first part of a glued word"},
          {"planned", "d", "the second"},
          {"DeepSeekplanned", "d", "as it stands"},
          {"\"puces Blackwell\"", "d", "spaced guillemets"},
          {"« puces Blackwell »", "d", "typed so"}});
}

TEST_F(QueryLanguage, Q12ExplainsFaultsAndAnswers) {
  const RequestFault open = fault("chips \"open");
  EXPECT_EQ(open.code, "unbalanced_quote");
  EXPECT_EQ(open.position, 6U);
  EXPECT_EQ(open.suggestion, "chips \"open\"");

  SearchRequest request;
  request.q = "semiconduct* (chip OR phones) NVDA NOT title:rules";
  request.explain = true;
  const auto parts = searcher_.search(request).explanation;
  ASSERT_EQ(parts.size(), 7U);
  EXPECT_EQ(parts[0].clause, "semiconduct*");
  EXPECT_EQ(parts[0].count, 2U);
  EXPECT_EQ(parts[0].words, (std::vector<std::string>{"semiconductor", "semiconductors"}));
  EXPECT_EQ(parts[0].query_without, "(chip OR phones) AND NVDA AND NOT title:rules");
  EXPECT_EQ(parts[0].total_without, 2U) << "b and c";
  EXPECT_EQ(parts[1].clause, "chip OR phones");
  EXPECT_EQ(parts[2].clause, "chip");
  EXPECT_EQ(parts[2].depth, 1U);
  EXPECT_EQ(parts[2].count, 4U);
  EXPECT_FALSE(parts[2].total_without);
  EXPECT_EQ(parts[4].clause, "NVDA");
  EXPECT_EQ(parts[4].count, 3U) << "all names";
  EXPECT_EQ(parts[5].clause, "NOT title:rules");
  EXPECT_EQ(parts[6].count, 1U) << "what is excluded";
  for (const ExplainedClause& part : parts) {
    if (part.depth > 0) continue;
    EXPECT_EQ(search(*part.query_without).total, part.total_without) << part.clause;
  }
}

TEST_F(QueryLanguage, Q12SaysWhatAScoreIsMadeOf) {
  SearchRequest request;
  request.explain = true;
  for (const char* q :
       {"Nvidia chips", "\"Nvidia chips\" OR semiconduct*", "company:nvidia licence",
        "Huawei SENTENCE SMIC", "about:nvidia chips NOT apple"}) {
    request.q = q;
    for (const auto sort : {std::optional<Sort>(), std::optional(Sort::lexical)}) {
      request.sort = sort;
      const SearchResult result = searcher_.search(request);
      ASSERT_FALSE(result.hits.empty()) << q;
      for (const Hit& hit : result.hits) {
        ASSERT_TRUE(hit.score_parts) << q;
        EXPECT_NEAR(hit.score_parts->total(), hit.score, 1e-5 * (1 + hit.score)) << q << hit.id;
      }
    }
  }
  request.sort = Sort::newest;
  EXPECT_FALSE(searcher_.search(request).hits.front().score_parts) << "dates have no parts";
  EXPECT_FALSE(search("chips").hits.front().score_parts) << "only where asked for";
}

TEST_F(QueryLanguage, Q12NamesThePartToDrop) {
  const SearchResult result = search("SMIC \"Nvidia chips\" apple");
  EXPECT_EQ(result.total, 0U);
  ASSERT_EQ(result.explanation.size(), 3U) << "without being asked for";
  EXPECT_EQ(result.explanation[1].query_without, "SMIC AND apple");
  EXPECT_EQ(result.explanation[1].total_without, 1U);
  EXPECT_EQ(result.explanation[0].total_without, 0U);
  EXPECT_TRUE(search("chips").explanation.empty()) << "only where asked for or needed";
}

TEST_F(QueryLanguage, Q13KnowsWhatArticlesAreAbout) {
  expect({{"about:nvidia", "bc", "by id"},
          {"about:英伟达", "bc", "by another name"},
          {"about:NVDA", "bc", "by ticker"},
          {"company:nvidia -about:nvidia", "d", "named, not more"},
          {"atleast:5 Nvidia", "b", "five places"},
          {"atleast:9 Nvidia", "", "there are fewer"}});
  EXPECT_EQ(fault("chips about:nvidai").suggestion, "chips AND about:nvidia");
}

}  // namespace
}  // namespace techpolicy
