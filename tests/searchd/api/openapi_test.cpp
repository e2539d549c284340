// The served document says what is there: every route, parameter and member, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searchd/api/api_parameters.h"
#include "searchd/api/api_routes.h"
#include "searchd/api/article_json.h"
#include "searchd/api/companions_json.h"
#include "searchd/api/comparison_json.h"
#include "searchd/api/entity_json.h"
#include "searchd/api/export_formats.h"
#include "searchd/api/facets_json.h"
#include "searchd/api/feeds.h"
#include "searchd/api/openapi_document.h"
#include "searchd/api/related_route.h"
#include "searchd/api/search_json.h"
#include "searchd/api/sentences_json.h"
#include "searchd/api/significant_json.h"
#include "searchd/api/stats_json.h"
#include "searchd/api/timeline_json.h"
#include "tests/searchd/api/sample_results.h"
#include "tests/searchd/api/schema_walk.h"
#include "tests/temporary_folder.h"

namespace techpolicy {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

const Json& document() {
  static const Json parsed = Json::parse(kOpenapiDocument);
  return parsed;
}

/// A line of jsonl with all its members.
Json exported(const StreamedArticle& article) {
  return Json::parse(
      export_entry(ExportFormat::jsonl, article, {export_fields().begin(), export_fields().end()}));
}

void expect_valid(const Json& value, const std::string& schema) {
  SchemaWalk walk(document());
  walk.check(value, Json{{"$ref", "#/components/schemas/" + schema}}, schema);
  EXPECT_THAT(walk.faults, IsEmpty());
}

/// Names of the parameters of a path that stand in `place` (query, path, header).
std::vector<std::string> documented(const std::string& path, const std::string& place) {
  std::vector<std::string> names;
  const Json& get = document()["paths"][path]["get"];
  for (const Json& entry : get.value("parameters", Json::array())) {
    const Json& parameter =
        entry.contains("$ref") ? SchemaWalk(document()).resolve(entry["$ref"]) : entry;
    if (parameter["in"] == place) names.push_back(parameter["name"]);
  }
  return names;
}

TEST(Openapi, ListsExactlyTheRoutes) {
  const TemporaryFolder folder;
  const Searcher searcher(IndexStore(folder.path()), 1);
  std::vector<std::string> patterns;
  for (const Route& route : api_routes(searcher)) patterns.push_back(route.pattern);
  std::vector<std::string> paths;
  for (const auto& [path, item] : document()["paths"].items()) paths.push_back(path);
  EXPECT_THAT(patterns, UnorderedElementsAreArray(paths));
}

TEST(Openapi, ListsExactlyTheParameters) {
  const auto expect = [](const std::string& path, std::span<const std::string_view> names) {
    EXPECT_THAT(documented(path, "query"), UnorderedElementsAreArray(names)) << path;
  };
  expect("/api/v1/search", search_parameters());
  expect("/api/v1/facets/{facet}", facet_parameters());
  expect("/api/v1/timeline", timeline_parameters());
  expect("/api/v1/significant", significant_parameters());
  expect("/api/v1/compare", compare_parameters());
  expect("/api/v1/entities/{type}/{id}/related", companion_parameters());
  expect("/api/v1/sentences", sentence_parameters());
  expect("/search.atom", feed_parameters());
  expect("/search.feed.json", feed_parameters());
  expect("/api/v1/export", export_parameters());
  expect("/api/v1/articles/{id}", article_parameters());
  expect("/api/v1/articles/{id}/related", related_parameters());
  expect("/api/v1/entities", entity_list_parameters());
  expect("/api/v1/entities/{type}/{id}", no_parameters());
  expect("/api/v1/suggest", suggest_parameters());
  expect("/api/v1/stats", no_parameters());
}

TEST(Openapi, EveryParameterOfASearchIsTaken) {
  const std::map<std::string, std::string> other_values = {
      {"from", "2025"},    {"to", "2026-04"},    {"sort", "newest"},      {"page", "2"},
      {"per_page", "5"},   {"facet", "year"},    {"facet_limit", "3"},    {"fields", "id,title"},
      {"highlight", "0"},  {"op", "or"},         {"facet_op", "company"}, {"since", "7"},
      {"syntax", "plain"}, {"aliases", "0"},     {"about", "law:ai-act"}, {"rollup", "parent"},
      {"explain", "1"},    {"collapse", "none"}, {"count", "stories"}};
  for (const std::string& name : documented("/api/v1/search", "query")) {
    const auto found = other_values.find(name);
    const std::string value = found == other_values.end() ? "x" : found->second;
    const auto request =
        parse_search_request({{name, value}}, UnknownParameters::refuse, default_facets()).request;
    EXPECT_NE(query_string(request), "") << name << " is taken, and links repeat it";
  }
}

TEST(Openapi, FieldsAreTheMembersDocumented) {
  const auto members = [](const std::string& schema) {
    std::vector<std::string> names;
    for (const auto& [name, s] : document()["components"]["schemas"][schema]["properties"].items())
      names.push_back(name);
    return names;
  };
  EXPECT_THAT(members("Hit"), UnorderedElementsAreArray(hit_fields()));
  EXPECT_THAT(members("Article"), UnorderedElementsAreArray(article_fields()));
  EXPECT_THAT(members("ExportedArticle"), UnorderedElementsAreArray(export_fields()));
  const auto& parameters = document()["components"]["parameters"];
  EXPECT_THAT(parameters["fields"]["schema"]["items"]["enum"].get<std::vector<std::string>>(),
              UnorderedElementsAreArray(hit_fields()));
  EXPECT_THAT(
      parameters["articleFields"]["schema"]["items"]["enum"].get<std::vector<std::string>>(),
      UnorderedElementsAreArray(article_fields()));
}

TEST(Openapi, AnswersHoldToTheirSchemas) {
  const SearchResult result = sample_result();
  expect_valid(search_json(result.request, result, 3.8), "SearchResponse");
  SearchResult empty;
  empty.hits.push_back({});
  expect_valid(search_json(empty.request, empty, 0), "SearchResponse");
  FacetValuesRequest values;
  expect_valid(facet_values_json({}, values, {result.facets[0], result.index}),
               "FacetValuesResponse");
  expect_valid(article_json(sample_article(), "q=chips"), "Article");
  expect_valid(article_json(ArticleView{}, ""), "Article");
  expect_valid(related_json("a~1", sample_copies()), "RelatedResponse");
  RelatedArticles similar;
  similar.similar = result.hits;
  expect_valid(related_json("a~1", similar), "RelatedResponse");
  expect_valid(entity_list_json({}, sample_entities()), "EntityListResponse");
  expect_valid(entity_details_json(sample_entity()), "Entity");
  expect_valid(entity_details_json({}), "Entity");
  expect_valid(suggest_json({}, sample_suggestions()), "SuggestResponse");
  expect_valid(timeline_json({}, sample_timeline()), "TimelineResponse");
  expect_valid(timeline_json({}, {}), "TimelineResponse");
  expect_valid(significant_json({}, sample_outstanding()), "SignificantResponse");
  expect_valid(significant_json({}, {}), "SignificantResponse");
  expect_valid(comparison_json({}, sample_comparison()), "CompareResponse");
  expect_valid(comparison_json({}, {}), "CompareResponse");
  expect_valid(companions_json({}, sample_companions()), "CompanionsResponse");
  expect_valid(companions_json({}, {}), "CompanionsResponse");
  expect_valid(sentences_json({}, sample_sentences()), "SentencesResponse");
  expect_valid(sentences_json({}, {}), "SentencesResponse");
  expect_valid(Json::parse(json_feed({}, {}, result)), "JsonFeed");
  expect_valid(Json::parse(json_feed({}, {}, empty)), "JsonFeed");
  expect_valid(exported(sample_streamed()), "ExportedArticle");
  expect_valid(exported({}), "ExportedArticle");
  expect_valid(stats_json(sample_statistics()), "Stats");
  expect_valid(stats_json({}), "Stats");
  expect_valid(health_json(result.index, 1.5), "Health");
  expect_valid(health_json(std::nullopt, 0), "Health");
}

TEST(Openapi, ProblemsHoldToTheirSchema) {
  HttpRequest request;
  request.id = "urn:uuid:1";
  const RequestFault fault{"q", "unbalanced_quote", "A quote is open.", {"a"}, 3, "\"x\""};
  const auto body = [](const HttpResponse& response) { return Json::parse(response.body); };
  expect_valid(body(exception_json(request, std::make_exception_ptr(BadRequest({fault})))),
               "Problem");
  for (const int status : {400, 404, 405, 414, 418, 500, 503}) {
    expect_valid(body(problem_json(request, status, "x")), "Problem");
  }
}

TEST(Openapi, EveryDocumentedMemberIsProduced) {
  const SearchResult result = sample_result();
  SchemaWalk walk(document());
  const auto see = [&walk](const Json& value, const std::string& schema) {
    walk.check(value, walk.resolve("#/components/schemas/" + schema), schema);
  };
  see(search_json(result.request, result, 1), "SearchResponse");
  see(article_json(sample_article(), ""), "Article");
  see(related_json("a~1", sample_copies()), "RelatedResponse");
  see(entity_list_json({}, sample_entities()), "EntityListResponse");
  see(entity_details_json(sample_entity()), "Entity");
  see(suggest_json({}, sample_suggestions()), "SuggestResponse");
  see(timeline_json({}, sample_timeline()), "TimelineResponse");
  see(significant_json({}, sample_outstanding()), "SignificantResponse");
  see(comparison_json({}, sample_comparison()), "CompareResponse");
  see(companions_json({}, sample_companions()), "CompanionsResponse");
  see(sentences_json({}, sample_sentences()), "SentencesResponse");
  SearchResult dated = sample_result();
  dated.hits[0].published = parse_partial_date("2026-04-17");
  see(Json::parse(json_feed({}, {}, dated)), "JsonFeed");
  see(exported(sample_streamed()), "ExportedArticle");
  see(stats_json(sample_statistics()), "Stats");
  see(health_json(result.index, 1), "Health");
  const auto expect_all = [&walk](const std::string& schema, const std::string& place) {
    for (const auto& [name, s] :
         document()["components"]["schemas"][schema]["properties"].items()) {
      EXPECT_TRUE(walk.seen.contains(place + "." + name)) << place << "." << name;
    }
  };
  expect_all("SearchResponse", "SearchResponse");
  expect_all("QueryEcho", "SearchResponse.query");
  expect_all("Hit", "SearchResponse.hits[]");
  expect_all("EntityRef", "SearchResponse.hits[].entities[]");
  expect_all("Facet", "SearchResponse.facets[]");
  expect_all("FacetValue", "SearchResponse.facets[].values[]");
  expect_all("PageLinks", "SearchResponse.links");
  expect_all("Article", "Article");
  expect_all("RelatedResponse", "RelatedResponse");
  expect_all("RelatedHit", "RelatedResponse.hits[]");
  expect_all("Mention", "Article.mentions[]");
  expect_all("EntitySummary", "EntityListResponse.entities[]");
  expect_all("Entity", "Entity");
  expect_all("Suggestion", "SuggestResponse.suggestions[]");
  expect_all("TimelineResponse", "TimelineResponse");
  expect_all("Bucket", "TimelineResponse.buckets[]");
  expect_all("CompareResponse", "CompareResponse");
  expect_all("ComparedSide", "CompareResponse.b");
  expect_all("ComparedPart", "CompareResponse.both");
  expect_all("ComparedBucket", "CompareResponse.buckets[]");
  expect_all("CompanionsResponse", "CompanionsResponse");
  expect_all("Companion", "CompanionsResponse.nodes[]");
  expect_all("CompanionEdge", "CompanionsResponse.edges[]");
  expect_all("SentencesResponse", "SentencesResponse");
  expect_all("Sentence", "SentencesResponse.sentences[]");
  expect_all("SentenceArticle", "SentencesResponse.sentences[].article");
  expect_all("JsonFeed", "JsonFeed");
  expect_all("JsonFeedItem", "JsonFeed.items[]");
  expect_all("ExportedArticle", "ExportedArticle");
  expect_all("SignificantResponse", "SignificantResponse");
  expect_all("SignificantGroup", "SignificantResponse.groups[]");
  expect_all("SignificantValue", "SignificantResponse.groups[].values[]");
  expect_all("TimelineSeries", "TimelineResponse.series[]");
  expect_all("Stats", "Stats");
  expect_all("Health", "Health");
}

}  // namespace
}  // namespace techpolicy
