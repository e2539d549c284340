// Hand-made results that fill every member of the answers.
#pragma once

#include "searchd/search/comparison.h"
#include "searchd/search/search_result.h"
#include "searchd/search/searcher.h"

namespace techpolicy {

inline SearchResult sample_result() {
  SearchResult result;
  result.request.q = "chips";
  result.request.sort = Sort::relevance;
  result.request.filter(Facet::company) = {{"nvidia"}, {"apple"}, false};
  result.parsed = "chips";
  result.also = {{{Facet::company, "nvidia"}, "Nvidia", 0, 0}};
  result.offered = {{{Facet::org, "bis"}, "BIS", 0, 0}};
  result.warnings = {{"unseen_source", "No article is from x."}};
  result.total = 64;
  result.stories = 62;
  Hit hit;
  hit.id = "a~1";
  hit.original_url = "https://example.org/a?b&c";
  hit.title = {{"Chips & <more>", false, {}, {}}};
  hit.snippets = {{{"US ", false, {}, {}},
                   {"chip", true, {}, {}},
                   {"s", true, {}, {}},
                   {" \"x\"", false, {}, {}}}};
  hit.published = parse_partial_date("2026-04");
  hit.source = {"example-org", "example.org"};
  hit.lang = "en";
  hit.machine_translated = true;
  hit.score = 1.5;
  hit.score_parts = ScoreParts{{{"chips", 0.5, 0.25, 0.5}}, 0.25, 0.125, 0.125, -0.25};
  hit.rank = 1;
  hit.added = 1776412800;
  hit.entities = {{{Facet::company, "nvidia"}, "Nvidia", 9, 1.0},
                  {{Facet::company, "unreviewed.zentor"}, "Zentor", 2, 1.0}};
  hit.story = "a~0";
  hit.duplicates = 2;
  hit.first = {"a~0", {"wire", "Wire"}, parse_partial_date("2026-04-01"), 0.87};
  result.hits = {hit};
  hit.missing = {"tariffs"};
  result.relaxed = RelaxedHits{1, 1, {hit}};
  result.facets = {{Facet::company,
                    true,
                    57,
                    {{"nvidia", "Nvidia", 64, true, false, 12, false},
                     {"unreviewed.zentor", "Zentor", 3, false, false, 0, false}}}};
  result.next_cursor = "abc";
  result.respelling = Respelling{"Huawei", 3};
  result.without_dates = "chips";
  result.explanation = {{"semi*", 0, 3, "", 9, {"semi", "semis"}}, {"chips", 1, {}, {}, {}, {}}};
  result.index = {42, 100, 120000, 1776412800};
  return result;
}

inline RelatedArticles sample_copies() {
  RelatedArticles related;
  related.kind = RelatedKind::duplicates;
  related.copies = {3, 2, {{sample_result().hits.front(), 0.87, 0}}};
  return related;
}

/// Umlauts and Chinese before every offset, so that bytes and code points differ.
inline ArticleView sample_article() {
  ArticleView view;
  StoredArticle& article = view.article;
  article.id = "a~1";
  article.url = "https://example.org/a";
  article.source_id = "example-org";
  article.source_name = "example.org";
  article.lang = "ar";
  article.authors = {"A. Writer"};
  article.machine_translated = false;
  article.title.text = "\u00fcber Nvidia";  // 2 bytes, then ASCII: Nvidia at byte 6, code point 5
  article.title.mentions = {{{Facet::company, "nvidia"}, 6, 12}};
  article.body.text =
      "\u82af\u7247 Huangthe chips";  // 3 bytes a character: Huang at byte 7, code point 3
  article.body.repairs = {{12, 12, RepairKind::glued, " "}};
  article.body.mentions = {{{Facet::person, "jensen-huang"}, 7, 12}};
  article.body.tokens = {{1, 0, 6}, {2, 7, 12}, {3, 12, 15}, {4, 16, 21}};
  article.paragraphs = {{0, 21, ParagraphKind::heading}};
  view.title = {{"\u00fcber Nvidia", false, {}, {}}};
  view.entities = {{{Facet::person, "jensen-huang"}, "Jensen Huang", 1, 0}};
  view.implied = {{{Facet::company, "nvidia"}, "Nvidia", 0, 0}};
  view.matches = {{false, 16, 21}, {true, 6, 12}};
  view.index = {42, 100, 120000, 1776412800};
  return view;
}

inline StreamedArticle sample_streamed() {
  StreamedArticle streamed;
  streamed.article = sample_article().article;
  streamed.article.published = parse_partial_date("2026-04-17");
  streamed.article.body.text = "One, \"two\"\nthree";
  streamed.title = "=Chips & {more} 100%";
  streamed.entities = {{{Facet::company, "nvidia"}, "Nvidia", 2, 0},
                       {{Facet::person, "jensen-huang"}, "Jensen Huang", 1, 0}};
  return streamed;
}

inline EntityDetails sample_entity() {
  const auto date = parse_partial_date("2023-11");
  EntityDetails entity;
  entity.summary = {{Facet::company, "nvidia"}, "Nvidia", 64, 12, date, date};
  entity.names = {{"Nvidia", "en", "Latn"}, {"\u82f1\u4f1f\u8fbe", "zh", "Hani"}};
  entity.kind = "chipmaker";
  entity.wikidata = "Q182477";
  entity.tickers = {"NVDA", "NVD"};
  entity.country = "us";
  entity.parent = EntityRef{{Facet::company, "holding"}, "Holding", 0, 0};
  entity.children = {{{Facet::company, "mellanox"}, "Mellanox", 0, 0}};
  entity.maker = EntityRef{{Facet::company, "maker"}, "Maker", 0, 0};
  entity.products = {{{Facet::product, "h20"}, "H20", 0, 0}};
  return entity;
}

inline EntityList sample_entities() { return {1, {sample_entity().summary}, {}}; }

inline Suggestions sample_suggestions() {
  return {{{"Nvidia", EntityKey{Facet::company, "nvidia"}, "", 64, "NVDA"},
           {"nvidia chips", std::nullopt, "", 0, "nvidia chips"},
           {"Nvidia sells chips", std::nullopt, "a~1", 0, "Nvidia sells chips"}},
          {}};
}

inline TimelineResult sample_timeline() {
  TimelineResult result;
  result.total = 9;
  result.undated = 2;
  result.partial = 1;
  result.bars = {{19783, 19813, 6, 100}};  // March 2024
  result.series = {{"nvidia", "Nvidia", 4, {3}}};
  result.index = {42, 100, 120000, 1776412800};
  return result;
}

inline OutstandingResult sample_outstanding() {
  OutstandingResult result;
  result.total = 9;
  result.others = 91;
  result.groups = {
      {Facet::company, {{"unreviewed.zentor", "Zentor", {5, 9}, {1, 91}, 12.5}}},
      {std::nullopt, {{"licence", "licence", {4, 9}, {0, 91}, 11}}},
  };
  result.texts_looked_at = 9;
  result.index = {42, 100, 120000, 1776412800};
  return result;
}

inline Comparison sample_comparison() {
  Comparison comparison;
  comparison.span = sample_timeline();
  comparison.sides = {ComparedSide{"company:nvidia", "Nvidia", 6, {5}},
                      ComparedSide{"chips", "chips", 4, {2}}};
  comparison.both.request.q = "(company:nvidia) AND (chips)";
  comparison.both.total = 1;
  comparison.both.newest = sample_result().hits;
  comparison.index = {42, 100, 120000, 1776412800};
  return comparison;
}

inline CompanionsResult sample_companions() {
  const auto date = parse_partial_date("2023-11");
  CompanionsResult result;
  result.entity = {{Facet::company, "nvidia"}, "Nvidia", 0, 0};
  result.searched = 100;
  result.articles = 64;
  result.read = 64;
  result.companions = {{{Facet::company, "huawei"}, "Huawei", 30, 20, 7, 1.04, 0.03, date, date},
                       {{Facet::place, "china"}, "China", 9, 3, 0, 0.5, -0.2, {}, {}}};
  result.pairs = {{0, 1, 2}};
  result.index = {42, 100, 120000, 1776412800};
  return result;
}

inline SentencesResult sample_sentences() {
  SentencesResult result;
  result.articles = 2;
  result.sentences = {{sample_result().hits[0], false, sample_result().hits[0].snippets[0]}};
  result.next_cursor = "1~newest~0~a";
  result.index = {42, 100, 120000, 1776412800};
  return result;
}

inline IndexStatistics sample_statistics() {
  IndexStatistics statistics;
  statistics.index = {42, 100, 120000, 1776412800};
  statistics.first_date = parse_partial_date("2022");
  statistics.languages = {{"en", 100}};
  statistics.distinct = {{Facet::company, 57}, {Facet::source, 8}};
  return statistics;
}

}  // namespace techpolicy
