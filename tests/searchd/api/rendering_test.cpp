// What stands in the answers: escaping, offsets, links, validators, problems.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include "indexer/schema/code_point_offsets.h"
#include "indexer/schema/errors.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/article_json.h"
#include "searchd/api/problem_json.h"
#include "searchd/api/revised_answer.h"
#include "searchd/api/search_json.h"
#include "tests/searchd/api/sample_results.h"

namespace techpolicy {
namespace {

TEST(SearchJson, EscapesAllTextAndMarksMatches) {
  SearchResult result = sample_result();
  const Json hit = search_json(result.request, result, 0)["hits"][0];
  EXPECT_EQ(hit["title"], "Chips & <more>") << "plain text is not escaped";
  EXPECT_EQ(hit["title_html"], "Chips &amp; &lt;more&gt;");
  EXPECT_EQ(hit["snippet_html"], "US <mark>chips</mark> &quot;x&quot;")
      << "neighbouring runs are one mark";
  EXPECT_EQ(hit["url"], "/article/a~1");
  EXPECT_EQ(hit["source"]["url"], "https://example.org/a?b&c");
  EXPECT_EQ(hit["published"], "2026-04");
  EXPECT_EQ(hit["date_precision"], "month");
  result.request.highlight = false;
  EXPECT_EQ(search_json(result.request, result, 0)["hits"][0]["snippet_html"],
            "US chips &quot;x&quot;");
}

TEST(SearchJson, NamesExclusionsInTheFilters) {
  const SearchResult result = sample_result();
  EXPECT_EQ(search_json(result.request, result, 0)["query"]["filters"].dump(),
            R"({"company":["nvidia","-apple"]})");
}

TEST(SearchJson, ReturnsOnlyTheFieldsAskedFor) {
  SearchResult result = sample_result();
  result.request.fields = {"title", "id"};
  EXPECT_EQ(search_json(result.request, result, 0)["hits"][0].dump(),
            R"({"id":"a~1","title":"Chips & <more>"})");
}

TEST(SearchJson, LinksToTheNeighbouringPages) {
  struct Row {
    unsigned page;
    unsigned per_page;
    std::string cursor;
    Json next;
    Json prev;
    const char* reason;
  };
  const std::string here = "/api/v1/search?q=chips";
  const std::vector<Row> rows = {
      {1, 10, "", here + "&page=2", nullptr, "the first of seven"},
      {3, 10, "", here + "&page=4", here + "&page=2", "in the middle"},
      {7, 10, "", nullptr, here + "&page=6", "the last"},
      {1, 100, "", nullptr, nullptr, "all on one page"},
      {1, 0, "", nullptr, nullptr, "counts only"},
      {1, 10, "xyz", here + "&cursor=abc", nullptr, "by cursor there is no way back"},
  };
  for (const Row& row : rows) {
    SearchRequest asked;
    asked.q = "chips";
    asked.facets = default_facets();
    asked.page = row.page;
    asked.per_page = row.per_page;
    asked.cursor = row.cursor;
    const Json links = search_json(asked, sample_result(), 0)["links"];
    const auto same = [&](const Json& link, const Json& wanted) {
      return wanted.is_null() ? link.is_null() : link == wanted;
    };
    EXPECT_TRUE(same(links["next"], row.next)) << row.reason << links.dump();
    EXPECT_TRUE(same(links["prev"], row.prev)) << row.reason << links.dump();
  }
}

TEST(SearchJson, TellsWhatNobodyHasReviewed) {
  SearchRequest asked;
  asked.facets = default_facets();
  const Json answer = search_json(asked, sample_result(), 0);
  EXPECT_EQ(
      answer["hits"][0]["entities"][1].dump(),
      R"({"id":"unreviewed.zentor","type":"company","name":"Zentor","unreviewed":true,"mentions":2})");
  EXPECT_FALSE(answer["hits"][0]["entities"][0].contains("unreviewed")) << "only where it is so";
  EXPECT_EQ(answer["facets"][0]["values"][1]["unreviewed"], true);
  EXPECT_FALSE(answer["facets"][0]["values"][0].contains("unreviewed"));
}

TEST(SearchJson, GoesOnByCursorWherePagesEnd) {
  SearchResult result = sample_result();
  result.total = 20001;
  result.stories = 20000;
  SearchRequest asked;
  asked.facets = default_facets();
  asked.page = 1000;
  EXPECT_EQ(search_json(asked, result, 0)["links"]["next"], "/api/v1/search?cursor=abc");
}

TEST(SearchJson, LinksKeepWhatChangesTheAnswer) {
  SearchRequest asked;
  asked.facets = {Facet::year};
  asked.facets_by_default = false;
  asked.facet_limit = 3;
  asked.fields = {"id", "title"};
  asked.highlight = false;
  EXPECT_EQ(search_json(asked, sample_result(), 0)["links"]["self"],
            "/api/v1/search?facet=year&facet_limit=3&highlight=0&fields=id,title");
}

TEST(ArticleJson, CountsCodePointsOfTheOriginal) {
  const Json article = article_json(sample_article(), "");
  EXPECT_EQ(article["text"], "\u82af\u7247 Huangthe chips") << "unaltered: repairs are an overlay";
  EXPECT_EQ(
      article["mentions"][0].dump(),
      R"({"entity":{"id":"nvidia","type":"company","name":"nvidia"},"field":"title","start":5,"end":11,"surface":"Nvidia"})");
  EXPECT_EQ(article["mentions"][1]["start"], 3);
  EXPECT_EQ(article["mentions"][1]["surface"], "Huang");
  EXPECT_EQ(article["mentions"][1]["entity"]["name"], "Jensen Huang");
  EXPECT_EQ(article["repairs"].dump(),
            R"([{"field":"text","start":8,"end":8,"kind":"glued","repaired":" "}])");
  EXPECT_EQ(article["matches"].dump(),
            R"([{"field":"text","start":12,"end":17},{"field":"title","start":5,"end":11}])");
  EXPECT_EQ(article["paragraphs"].dump(), R"([{"kind":"heading","start":0,"end":17}])");
  EXPECT_EQ(article["dir"], "rtl");
  EXPECT_EQ(article["words"], 4);
}

TEST(CodePointOffsets, AgreeWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "\u00e9" : "\u82af";
  const CodePointOffsets offsets(text);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    EXPECT_EQ(offsets(i), count) << i;
    if (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++count;
  }
  EXPECT_EQ(offsets(text.size() + 10), 400U) << "past the end is the end";
  EXPECT_EQ(CodePointOffsets("")(0), 0U);
}

TEST(RevisedAnswer, IsHeldOnlyByItsOwnTag) {
  const std::string tag = entity_tag(42, "/api/v1/search?q=a");
  EXPECT_TRUE(tag.starts_with("W/\"42-"));
  const auto held = [](const std::string& header, std::uint64_t revision) {
    HttpRequest request;
    request.headers.emplace_back("if-none-match", header);
    return not_modified(request, revision, "/api/v1/search?q=a").has_value();
  };
  EXPECT_TRUE(held(tag, 42));
  EXPECT_TRUE(held("\"x\", " + tag.substr(2), 42)) << "one of a list, as a strong tag";
  EXPECT_FALSE(held(tag, 43)) << "another revision";
  EXPECT_FALSE(held(entity_tag(42, "/api/v1/search?q=b"), 42)) << "another request";
  EXPECT_FALSE(held("", 42));
}

TEST(ProblemJson, TellsFaultsAndHidesFailures) {
  HttpRequest request;
  request.id = "urn:uuid:1";
  const auto answer = [&](auto error) {
    return exception_json(request, std::make_exception_ptr(error));
  };
  const HttpResponse faulty =
      answer(BadRequest({{"q", "unbalanced_quote", "A quote is open.", {}, 3, "\"a\""}}));
  EXPECT_EQ(faulty.status, 400);
  EXPECT_EQ(faulty.content_type, "application/problem+json");
  EXPECT_EQ(
      Json::parse(faulty.body)["errors"].dump(),
      R"([{"parameter":"q","code":"unbalanced_quote","detail":"A quote is open.","position":3,"suggestion":"\"a\""}])");
  EXPECT_EQ(Json::parse(faulty.body)["instance"], "urn:uuid:1");
  const HttpResponse missing = answer(IndexError("no index; run indexer build"));
  EXPECT_EQ(missing.status, 503);
  EXPECT_NE(missing.header("Retry-After"), "");
  EXPECT_EQ(Json::parse(missing.body)["detail"], "no index; run indexer build");
  for (const HttpResponse& failed : {answer(std::runtime_error("secret")),
                                     answer(Xapian::DatabaseCorruptError("secret")), answer(7)}) {
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ(failed.body.find("secret"), std::string::npos) << failed.body;
  }
  EXPECT_NE(
      failure_text(std::make_exception_ptr(Xapian::DatabaseCorruptError("secret"))).find("secret"),
      std::string::npos)
      << "for the log";
  EXPECT_EQ(failure_text(std::make_exception_ptr(IndexError("x"))), "");
}

TEST(ProblemJson, NamesTheParameterOfBrokenEncoding) {
  HttpRequest request;
  request.malformed_parameter = "q";
  const Json body = Json::parse(problem_json(request, 400, "x").body);
  EXPECT_EQ(body["errors"][0]["parameter"], "q");
  EXPECT_EQ(body["errors"][0]["code"], "bad_format");
}

TEST(ApiParameters, RefuseWhatAResourceDoesNotTake) {
  try {
    refuse_unknown({{"q", "a"}, {"fieds", "id"}, {"page", "1"}}, article_parameters());
    FAIL();
  } catch (const BadRequest& error) {
    ASSERT_EQ(error.faults().size(), 2U) << "every one is named";
    EXPECT_EQ(error.faults()[0].suggestion, "fields");
    EXPECT_EQ(error.faults()[1].parameter, "page");
  }
  EXPECT_THROW((void)parse_fields("id,nosuch", hit_fields()), BadRequest);
  EXPECT_THROW((void)single_value({{"a", "1"}, {"a", "2"}}, "a"), BadRequest);
}

}  // namespace
}  // namespace techpolicy
