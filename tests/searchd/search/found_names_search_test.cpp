// The way of a name that the gazetteer lacks: from an article into the index, to a facet value with
// its label, a filter by that value, the query language, and the mentions of the reading view.
#include <gtest/gtest.h>

#include "searchd/search/bad_request.h"
#include "searchd/search/searcher.h"
#include "tests/indexer/build/built_index.h"

namespace techpolicy {
namespace {

constexpr const char* kRecords =
    R"({"id":"a","title":"Chips","text":"It sued Zentor Widgets Inc. over chips. Later Zentor paid. See H.R. 4346."})"
    "\n"
    R"({"id":"b","text":"An analyst at Zentor Widgets met Nvidia, and cited hr 9 and 15 C.F.R. § 744.23 of it."})"
    "\n"
    R"({"id":"c","text":"Nvidia alone, with widgets and HR 4346."})"
    "\n";

class FoundNamesSearch : public ::testing::Test {
 protected:
  FoundNamesSearch() : searcher_(built(), 1) {}

  IndexStore built() {
    index_.build({index_.write("records.jsonl", kRecords)});
    return index_.store();
  }

  std::string ids(const SearchRequest& request) const {
    std::set<std::string> found;
    for (const Hit& hit : searcher_.search(request).hits) found.insert(hit.id);
    std::string text;
    for (const std::string& id : found) text += id;
    return text;
  }
  std::string ids_of_query(const std::string& q) const {
    SearchRequest request;
    request.q = q;
    return ids(request);
  }
  std::string ids_of_filter(Facet facet, const std::string& value) const {
    SearchRequest request;
    request.filter(facet).any = {value};
    return ids(request);
  }

  BuiltIndex index_;
  Searcher searcher_;
};

TEST_F(FoundNamesSearch, AreValuesWithTheirLabels) {
  SearchRequest request;
  request.facets = {Facet::company, Facet::law};
  const SearchResult result = searcher_.search(request);
  const std::vector<FacetCount>& companies = result.facets[0].values;
  ASSERT_EQ(companies.size(), 2U);
  EXPECT_EQ(companies[0].value, "nvidia");
  EXPECT_EQ(companies[1].value, "unreviewed.zentor-widgets");
  EXPECT_EQ(companies[1].label, "Zentor Widgets");
  EXPECT_EQ(companies[1].count, 2U);
  const std::vector<FacetCount>& laws = result.facets[1].values;
  ASSERT_EQ(laws.size(), 2U) << "hr in small letters is no bill";
  EXPECT_EQ(laws[0].value, "citation.hr-4346");
  EXPECT_EQ(laws[0].label, "H.R. 4346");
  EXPECT_EQ(laws[0].count, 2U) << "two spellings, one citation";
  EXPECT_EQ(laws[1].label, "15 CFR 744.23");
}

TEST_F(FoundNamesSearch, FilterByIdAndAsWritten) {
  struct Row {
    Facet facet;
    const char* value;
    const char* expected;
    const char* reason;
  };
  for (const Row& row : {
           Row{Facet::company, "unreviewed.zentor-widgets", "ab", "the id"},
           Row{Facet::company, "Zentor Widgets", "ab", "as it is written"},
           Row{Facet::company, "Zentor Widgets, Inc.", "ab", "with its legal form"},
           Row{Facet::company, "unreviewed.gone", "", "saved searches survive"},
           Row{Facet::law, "citation.hr-4346", "ac", "a citation's id"},
           Row{Facet::law, "H. R. 4346", "ac", "a citation in any spelling"},
           Row{Facet::law, "15 CFR 744.23", "b", "of regulations"},
           Row{Facet::law, "HR 99", "", "a citation of no article"},
       }) {
    EXPECT_EQ(ids_of_filter(row.facet, row.value), row.expected) << row.reason;
  }
  EXPECT_THROW((void)ids_of_filter(Facet::company, "zentor-gadgets"), BadRequest);
  EXPECT_THROW((void)ids_of_filter(Facet::person, "Zentor Widgets"), BadRequest) << "of its type";
}

TEST_F(FoundNamesSearch, TellsOfAValueThatNoArticleHas) {
  SearchRequest request;
  request.filter(Facet::company).any = {"unreviewed.gone"};
  const SearchResult result = searcher_.search(request);
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings.front().code, "unseen_value");
}

TEST_F(FoundNamesSearch, AreFieldsOfTheQueryLanguage) {
  EXPECT_EQ(ids_of_query("company:unreviewed.zentor-widgets"), "ab");
  EXPECT_EQ(ids_of_query("company:unreviewed.zentor-widgets AND company:nvidia"), "b");
  EXPECT_EQ(ids_of_query("NOT company:\"Zentor Widgets\""), "c");
  EXPECT_EQ(ids_of_query("law:\"H.R. 4346\""), "ac");
  EXPECT_EQ(ids_of_query("law:citation.15-cfr-744.23"), "b");
}

TEST_F(FoundNamesSearch, ACitationTypedFindsAllItsSpellings) {
  EXPECT_EQ(ids_of_query("H.R. 4346"), "ac") << "typed with dots, written without";
  EXPECT_EQ(ids_of_query("15 CFR 744.23"), "b") << "written with dots and a sign";
  EXPECT_EQ(ids_of_query("15 CFR 744.23 Nvidia"), "b");
  EXPECT_EQ(ids_of_query("HR 99"), "") << "of no article: only words";
  SearchRequest request;
  request.q = "HR 4346";
  ASSERT_EQ(searcher_.search(request).also.size(), 1U);
  EXPECT_EQ(searcher_.search(request).also.front().name, "H.R. 4346");
  request.aliases = false;
  EXPECT_TRUE(searcher_.search(request).also.empty());
}

TEST_F(FoundNamesSearch, AreMarkedInTheArticle) {
  const auto view = searcher_.article("a", {});
  ASSERT_TRUE(view);
  const EntityKey zentor{Facet::company, "unreviewed.zentor-widgets"};
  std::vector<std::string> marked;
  for (const TextRun& run : view->paragraphs.front().text) {
    if (run.entity == zentor) marked.push_back(run.text);
  }
  EXPECT_EQ(marked, (std::vector<std::string>{"Zentor Widgets Inc", "Zentor"}));
  ASSERT_EQ(view->entities.size(), 2U);
  EXPECT_EQ(view->entities[0].key, zentor);
  EXPECT_EQ(view->entities[0].name, "Zentor Widgets");
  EXPECT_EQ(view->entities[0].mentions, 2U);
}

TEST_F(FoundNamesSearch, AreFoundByTheirLabelAmongTheValues) {
  FacetValuesRequest asked;
  asked.facet = Facet::company;
  asked.prefix = "zen";
  const FacetValuesResult result = searcher_.facet_values({}, asked);
  ASSERT_EQ(result.facet.values.size(), 1U);
  EXPECT_EQ(result.facet.values.front().label, "Zentor Widgets");
}

}  // namespace
}  // namespace techpolicy
