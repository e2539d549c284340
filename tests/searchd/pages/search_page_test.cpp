// The page of results, from made-up results: what is on it, and that nothing of a text is markup.
#include "searchd/pages/search_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace techpolicy {
namespace {

using testing::HasSubstr;
using testing::Not;

TextRun run(std::string text, bool match = false) {
  TextRun made;
  made.text = std::move(text);
  made.match = match;
  return made;
}

SearchResult result_with_hostile_hit() {
  SearchResult result;
  result.total = result.stories = 1;
  Hit hit;
  hit.id = "a1";
  hit.original_url = "javascript:alert(1)";
  hit.title = {run("<script>alert(1)</script> "), run("chips", true)};
  hit.snippets = {{run("before "), run("chips", true), run("\" onmouseover=\"x")}};
  hit.source = {"s", "Sample & Sons"};
  hit.lang = "en";
  EntityRef nvidia;
  nvidia.key = {Facet::company, "nvidia"};
  nvidia.name = "<b>Nvidia";
  hit.entities.push_back(nvidia);
  result.hits = {hit};
  FacetResult companies;
  companies.distinct = 40;
  companies.values = {{"nvidia", "Nvidia", 12, true, false}, {"apple", "Apple", 3, false, true}};
  result.facets = {companies};
  return result;
}

SearchRequest asked_for_nvidia() {
  SearchRequest asked;
  asked.q = "<i>chips";
  asked.filter(Facet::company).any = {"nvidia"};
  asked.filter(Facet::company).none = {"apple"};
  return asked;
}

std::string page_of(const SearchRequest& asked, const SearchResult& result,
                    PagePart part = PagePart::whole, const std::vector<std::string>& ignored = {},
                    const std::vector<WayOut>& ways = {}) {
  SearchPageContent content;
  content.ways = ways;
  content.asked = asked;
  content.result = result;
  content.ignored = ignored;
  return render_search_page(content, part);
}

TEST(SearchPage, MarksByAWordWhatNobodyHasReviewed) {
  SearchResult result = result_with_hostile_hit();
  result.hits.front().entities.push_back({{Facet::company, "unreviewed.zentor"}, "Zentor", 1, 0});
  result.facets.front().values.push_back(
      {"unreviewed.zentor", "Zentor", 2, false, false, 0, false});
  const std::string page = page_of({}, result, PagePart::whole);
  const std::string word = "<span class=\"unreviewed\">unreviewed</span>";
  EXPECT_THAT(page, HasSubstr("dir=\"auto\">Zentor " + word)) << "in the filters";
  EXPECT_THAT(page, HasSubstr("(company, unreviewed)\">Zentor " + word)) << "beside the hit";
  EXPECT_THAT(page, Not(HasSubstr("Nvidia " + word)));
}

TEST(SearchPage, WhatHoldsPartOfTheWordsStandsApartWithWhatItLacks) {
  SearchResult result = result_with_hostile_hit();
  EXPECT_THAT(page_of({}, result), Not(HasSubstr("class=\"relaxed\"")));
  Hit part = result.hits.front();
  part.id = "a2";
  part.missing = {"tariffs", "<b>quotas"};
  result.relaxed = RelaxedHits{1, 30, {part}};
  const std::string page = page_of({}, result);
  const std::size_t block = page.find("class=\"relaxed\"");
  ASSERT_NE(block, std::string::npos);
  EXPECT_LT(page.find("/article/a1"), block);
  EXPECT_GT(page.find("/article/a2"), block);
  EXPECT_THAT(page, HasSubstr("30 articles hold part of the words"));
  EXPECT_THAT(page, HasSubstr("Without: tariffs"));
  EXPECT_THAT(page, Not(HasSubstr("<b>quotas")));
}

TEST(SearchPage, CountsWhatArticlesAreAboutAndFiltersByEither) {
  SearchResult result;
  FacetResult companies;
  companies.distinct = 2;
  companies.values = {{"nvidia", "Nvidia", 64, false, false, 12, true},
                      {"amd", "AMD", 9, false, false, 0, false}};
  result.facets = {companies};
  SearchRequest asked;
  asked.filter(Facet::company).about = {"nvidia"};
  const std::string page = page_of(asked, result, PagePart::results);
  EXPECT_THAT(page, HasSubstr("<span class=\"n\">12</span>")) << "what the box chooses by";
  EXPECT_THAT(page, HasSubstr("name=\"about\" value=\"company:nvidia\" checked"));
  EXPECT_THAT(page, HasSubstr("name=\"about\" value=\"company:amd\">")) << "more of the same kind";
  EXPECT_THAT(page, Not(HasSubstr(">0</a>")));
  EXPECT_THAT(page, HasSubstr("href=\"/search?company=nvidia\">mention it</a>")) << "the switch";
  EXPECT_THAT(page, HasSubstr("<small>about</small>")) << "and a chip to take it away";
  asked.filter(Facet::company).any = {"amd"};
  EXPECT_THAT(page_of(asked, result, PagePart::results),
              HasSubstr("type=\"hidden\" form=\"search\" name=\"about\" value=\"company:nvidia\""))
      << "boxes choose by mention, so the form carries it";
}

TEST(SearchPage, EscapesEveryText) {
  const std::string page =
      page_of(asked_for_nvidia(), result_with_hostile_hit(), PagePart::whole, {"<x>"});
  for (const char* raw :
       {"<script>alert", "<i>chips", "<b>Nvidia", "javascript:", "<x>", "\" onmouseover=\""}) {
    EXPECT_THAT(page, Not(HasSubstr(raw)));
  }
  EXPECT_THAT(page, HasSubstr("<mark>chips</mark>"));
  EXPECT_THAT(page, HasSubstr("Sample &amp; Sons"));
}

TEST(SearchPage, OffersEachValueToChooseExcludeAndTakeAway) {
  const std::string page = page_of(asked_for_nvidia(), result_with_hostile_hit());
  EXPECT_THAT(page, HasSubstr("name=\"company\" value=\"nvidia\" checked"));
  EXPECT_THAT(page,
              HasSubstr("href=\"/search?q=%3Ci%3Echips&amp;company=-apple&amp;company=-nvidia\""))
      << "the link that excludes Nvidia";
  EXPECT_THAT(page, HasSubstr("type=\"hidden\" form=\"search\" name=\"company\" value=\"-apple\""))
      << "the form carries what is excluded";
  EXPECT_THAT(page, HasSubstr("All 40 companies"));
}

TEST(SearchPage, HelpsWhereNothingIsFound) {
  SearchResult nothing = result_with_hostile_hit();
  nothing.total = nothing.stories = 0;
  nothing.hits.clear();
  const std::string page =
      page_of(asked_for_nvidia(), nothing, PagePart::whole, {}, {{"Without <b>", {}, 1200}});
  EXPECT_THAT(page, HasSubstr("Without &lt;b&gt;</a>: 1,200 articles"));
  EXPECT_THAT(page, HasSubstr("Browse all articles"));
}

TEST(SearchPage, GivesTheScriptOnlyWhatChanges) {
  const SearchResult result = result_with_hostile_hit();
  const std::string part = page_of({}, result, PagePart::results);
  EXPECT_THAT(part, Not(HasSubstr("<html")));
  EXPECT_THAT(part, HasSubstr("id=\"results\""));
  EXPECT_THAT(page_of({}, result, PagePart::whole), HasSubstr(part));
}

TEST(SearchPage, MarksTheFaultAndLinksTheRepair) {
  const BadRequest error({{"q", "unbalanced_parenthesis", "Never closed.", {}, 2, "英 (a)"},
                          {"company", "unknown", "No such company.", {}, {}, "nvidia"}});
  const std::string page = render_faulty_search(
      {{"q", "英 (a"}, {"company", "nvidiaa"}, {"place", "cn"}}, error, PagePart::whole);
  EXPECT_THAT(page, HasSubstr("英 <mark>(</mark>a")) << "positions count code points, not bytes";
  EXPECT_THAT(page, HasSubstr("/search?q=%E8%8B%B1+%28a%29&amp;place=cn"));
  EXPECT_THAT(page, HasSubstr("company=nvidia&amp;place=cn"));
  EXPECT_THAT(page, HasSubstr("value=\"英 (a\"")) << "the words stay in the box";
}

TEST(SearchPage, MarksTheEndWhereTheFaultIsAfterIt) {
  const BadRequest error({{"q", "missing_operand", "A word is missing.", {}, 6, ""}});
  EXPECT_THAT(render_faulty_search({{"q", "a AND "}}, error, PagePart::results),
              HasSubstr("a AND <mark>␣</mark>"));
}

}  // namespace
}  // namespace techpolicy
