#include "searchd/api/sentences_json.h"

#include <nlohmann/json.hpp>

#include "searchd/api/analysis_requests.h"
#include "searchd/api/api_parameters.h"
#include "searchd/api/export_formats.h"

namespace techpolicy {
namespace {

Json sentence_json(const SentenceHit& sentence) {
  const KeywordInContext context = keyword_in_context(sentence.text);
  return {{"left", context.left},
          {"match", context.match},
          {"right", context.right},
          {"html", marked_html(sentence.text, Marks::shown)},
          {"field", sentence.in_title ? "title" : "text"},
          {"article", article_reference_json(sentence.article)}};
}

std::string date_of(const Hit& article) {
  return article.published ? article.published->iso() : "no date";
}

}  // namespace

KeywordInContext keyword_in_context(const MarkedText& sentence) {
  KeywordInContext context;
  auto run = sentence.begin();
  for (; run != sentence.end() && !run->match; ++run) context.left += run->text;
  for (; run != sentence.end() && run->match; ++run) context.match += run->text;
  for (; run != sentence.end(); ++run) context.right += run->text;
  return context;
}

Json sentences_json(const SentencesRequest& asked, const SentencesResult& result) {
  Json sentences = Json::array();
  for (const SentenceHit& sentence : result.sentences) sentences.push_back(sentence_json(sentence));
  SentencesRequest next = asked;
  next.search.cursor = result.next_cursor;
  SearchRequest page = asked.search;
  page.cursor.clear();
  const std::string path = "/api/v1/sentences";
  return {{"articles", result.articles},
          {"sort", sort_name(result.request.sort.value_or(Sort::newest))},
          {"sentences", std::move(sentences)},
          {"next_cursor", text_or_null(result.next_cursor)},
          {"index", index_json(result.index)},
          {"links",
           {{"self", with_query(path, sentences_query(asked))},
            {"next", result.next_cursor.empty() ? Json(nullptr)
                                                : Json(with_query(path, sentences_query(next)))},
            {"html", with_query("/search", query_string(page))}}}};
}

std::string sentences_csv_head() {
  return csv_row({"left", "match", "right", "id", "title", "published", "source", "url"});
}

std::string sentence_csv(const SentenceHit& sentence) {
  const Hit& article = sentence.article;
  const KeywordInContext context = keyword_in_context(sentence.text);
  return csv_row({context.left, context.match, context.right, article.id,
                  unmarked_text(article.title), article.published ? article.published->iso() : "",
                  article.source.name, article.original_url});
}

std::string sentence_txt(const SentenceHit& sentence) {
  const Hit& article = sentence.article;
  std::string citation = article.source.name;
  for (const std::string& part :
       {unmarked_text(article.title), date_of(article), article.original_url}) {
    if (!part.empty()) citation += (citation.empty() ? "" : ", ") + part;
  }
  return "\u201C" + unmarked_text(sentence.text) + "\u201D (" + citation + ")\n\n";
}

}  // namespace techpolicy
