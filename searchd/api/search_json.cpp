// One page of results as JSON: query as understood, hits, facets, links to the neighbouring pages.
#include "searchd/api/search_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "searchd/api/api_parameters.h"
#include "searchd/api/explanation_json.h"
#include "searchd/api/facets_json.h"

namespace techpolicy {
namespace {

constexpr const char* kPath = "/api/v1/search";

constexpr std::array<std::string_view, 21> kHitFields = {"id",
                                                         "url",
                                                         "title",
                                                         "title_html",
                                                         "title_derived",
                                                         "snippet_html",
                                                         "snippets_html",
                                                         "published",
                                                         "date_precision",
                                                         "source",
                                                         "lang",
                                                         "machine_translated",
                                                         "score",
                                                         "explain",
                                                         "rank",
                                                         "entities",
                                                         "glosses",
                                                         "story",
                                                         "duplicates",
                                                         "first",
                                                         "missing"};

/// Foreign words that the query matched by their meaning, as written and as meant.
Json glosses_json(const Hit& hit) {
  Json glosses = Json::array();
  const auto append = [&](const MarkedText& text) {
    for (const TextRun& run : text) {
      if (!run.match || !run.meaning) continue;
      Json gloss = {{"written", run.text}, {"meaning", *run.meaning}};
      if (std::find(glosses.begin(), glosses.end(), gloss) == glosses.end()) {
        glosses.push_back(std::move(gloss));
      }
    }
  };
  append(hit.title);
  for (const MarkedText& snippet : hit.snippets) append(snippet);
  return glosses;
}

Json first_json(const FirstOfStory& first) {
  return {{"id", first.id},
          {"url", "/article/" + url_encode(first.id)},
          {"source", source_json(first.source.id, first.source.name, "")},
          {"published", date_or_null(first.published)},
          {"same", first.same}};
}

Json hits_json(const SearchResult& result) {
  const Marks marks = result.request.highlight ? Marks::shown : Marks::left_out;
  Json hits = Json::array();
  for (const Hit& hit : result.hits) {
    hits.push_back(only_fields(hit_json(hit, marks), result.request.fields));
  }
  return hits;
}

Json relaxed_json(const SearchResult& result) {
  const Marks marks = result.request.highlight ? Marks::shown : Marks::left_out;
  Json hits = Json::array();
  for (const Hit& hit : result.relaxed->hits) {
    hits.push_back(only_fields(hit_json(hit, marks), result.request.fields));
  }
  return {{"words_required", result.relaxed->words_required},
          {"total", result.relaxed->total},
          {"hits", hits}};
}

Json filters_json(const SearchRequest& request) {
  Json filters = Json::object();
  Json about = Json::array();
  for (const FacetRow& row : kFacets) {
    const FacetFilter& filter = request.filter(row.facet);
    for (const std::string& id : filter.about) about.push_back(std::string(row.name) + ":" + id);
    if (filter.any.empty() && filter.none.empty()) continue;
    Json values = filter.any;
    for (const std::string& value : filter.none) values.push_back("-" + value);
    filters[std::string(row.name)] = std::move(values);
  }
  if (!about.empty()) filters["about"] = std::move(about);
  return filters;
}

Json query_json(const SearchResult& result) {
  const SearchRequest& request = result.request;
  Json warnings = Json::array();
  for (const SearchWarning& warning : result.warnings) {
    warnings.push_back({{"code", warning.code}, {"detail", warning.detail}});
  }
  Json expansions = Json::array();
  for (const Expansion& expansion : result.expansions) {
    expansions.push_back({{"typed", expansion.typed}, {"words", expansion.words}});
  }
  return {{"q", request.q},
          {"parsed", result.parsed},
          {"filters", filters_json(request)},
          {"rollup", request.roll_up == RollUpTo::parent ? "parent" : "none"},
          {"sort", sort_name(request.sort.value_or(Sort::newest))},
          {"also", entities_json(result.also)},
          {"offered", entities_json(result.offered)},
          {"expansions", expansions},
          {"undated_excluded", result.undated_excluded},
          {"corrected", result.respelling ? Json(result.respelling->query) : Json(nullptr)},
          {"corrected_total", result.respelling ? Json(result.respelling->total) : Json(nullptr)},
          {"without_dates", result.without_dates ? Json(*result.without_dates) : Json(nullptr)},
          {"warnings", warnings}};
}

std::string page_link(SearchRequest request, unsigned page) {
  request.page = page;
  return with_query(kPath, query_string(request));
}

std::string cursor_link(SearchRequest request, const std::string& cursor) {
  request.page = 1;
  request.cursor = cursor;
  return with_query(kPath, query_string(request));
}

/// The next page by number while that is allowed, by cursor beyond.
Json next_link(const SearchRequest& asked, const SearchResult& result) {
  const std::uint64_t shown = std::uint64_t{asked.page} * asked.per_page;
  const bool by_page = asked.cursor.empty() && shown + asked.per_page <= kMaxResultDepth;
  if (asked.per_page == 0) return nullptr;
  if (by_page)
    return shown < result.listed() ? Json(page_link(asked, asked.page + 1)) : Json(nullptr);
  if (result.next_cursor.empty()) return nullptr;
  return cursor_link(asked, result.next_cursor);
}

Json links_json(const SearchRequest& asked, const SearchResult& result) {
  const bool has_previous = asked.cursor.empty() && asked.page > 1;
  // The page counts facets and shows hits in its own way.
  SearchRequest page = asked;
  page.cursor.clear();
  page.facets_by_default = true;
  page.facet_limit = SearchRequest{}.facet_limit;
  page.highlight = true;
  page.explain = false;
  page.fields.clear();
  return {{"self", with_query(kPath, query_string(asked))},
          {"next", next_link(asked, result)},
          {"prev", has_previous ? Json(page_link(asked, asked.page - 1)) : Json(nullptr)},
          {"html", with_query("/search", query_string(page))}};
}

}  // namespace

std::span<const std::string_view> hit_fields() { return kHitFields; }

Json hit_json(const Hit& hit, Marks marks) {
  Json snippets = Json::array();
  for (const MarkedText& snippet : hit.snippets) snippets.push_back(marked_html(snippet, marks));
  const Json first = snippets.empty() ? Json("") : snippets.front();
  Json json = {{"id", hit.id},
               {"url", "/article/" + url_encode(hit.id)},
               {"title", unmarked_text(hit.title)},
               {"title_html", marked_html(hit.title, marks)},
               {"title_derived", hit.title_derived},
               {"snippet_html", first},
               {"snippets_html", snippets},
               {"published", date_or_null(hit.published)},
               {"date_precision", precision_name(hit.published)},
               {"source", source_json(hit.source.id, hit.source.name, hit.original_url)},
               {"lang", hit.lang},
               {"machine_translated", flag_or_null(hit.machine_translated)},
               {"score", hit.score},
               {"rank", hit.rank},
               {"entities", entities_json(hit.entities)},
               {"glosses", glosses_json(hit)},
               {"story", text_or_null(hit.story)},
               {"duplicates", hit.duplicates},
               {"first", hit.first ? first_json(*hit.first) : Json(nullptr)},
               {"missing", hit.missing}};
  if (hit.score_parts) json["explain"] = score_parts_json(*hit.score_parts);
  return json;
}

Json search_json(const SearchRequest& asked, const SearchResult& result, double took_ms) {
  const bool paged = asked.cursor.empty() && asked.per_page > 0;
  const std::uint64_t pages = paged ? (result.listed() + asked.per_page - 1) / asked.per_page : 0;
  Json facets = Json::array();
  for (const FacetResult& facet : result.facets) facets.push_back(facet_json(facet));
  Json answer = {{"query", query_json(result)},
                 {"total", result.total},
                 {"total_relation", "exact"},
                 {"stories", result.stories},
                 {"page", paged ? Json(asked.page) : Json(nullptr)},
                 {"per_page", asked.per_page},
                 {"pages", paged ? Json(pages) : Json(nullptr)},
                 {"took_ms", std::round(took_ms * 1000) / 1000},
                 {"index", index_json(result.index)},
                 {"hits", hits_json(result)},
                 {"facets", facets},
                 {"links", links_json(asked, result)},
                 {"next_cursor", text_or_null(result.next_cursor)}};
  if (!result.explanation.empty()) answer["explain"] = explanation_json(result);
  if (result.relaxed) answer["relaxed"] = relaxed_json(result);
  return answer;
}

}  // namespace techpolicy
