#include "searchd/pages/citation.h"

#include <chrono>
#include <vector>

#include "searchd/pages/chips_view.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/page_options.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

void append(std::string& text, const char* before, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += before;
  text += part;
}

/// A search is cited from its first hit.
SearchRequest whole(const SearchRequest& asked) {
  SearchRequest request = from_start(asked);
  request.per_page = SearchRequest().per_page;
  return request;
}

std::string filters_in_words(const SearchRequest& asked, const SearchResult& result) {
  std::vector<std::string> texts;
  for (const ActiveFilter& filter : active_filters(asked, result.facets)) {
    texts.push_back(filter.kind.empty() ? filter.label : filter.kind + " " + filter.label);
  }
  return texts.empty() ? std::string() : ui_list(texts);
}

}  // namespace

PartialDate today() {
  const auto now = std::chrono::system_clock::now();
  const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
  return date_of_day(static_cast<DayNumber>(days));
}

std::string article_citation(const StoredArticle& article, const std::string& title,
                             const std::string& fallback) {
  std::string text = article.authors.empty() ? std::string() : ui_list(article.authors);
  append(text, ": ", title);
  std::string where = article.source_name;
  append(where, ", ", article.published ? format_date(*article.published) : ui_text("no_date"));
  append(text, ". ", where);
  const std::string own = safe_link(article.url);
  append(text, ". ", own.empty() ? fallback : own);
  return text;
}

std::string cited_url(const std::string& origin, const SearchRequest& asked,
                      const SearchResult& result, const PartialDate& on) {
  const CitedSearch cited{result.total, result.index.sequence, on};
  return origin + address_of("/search", whole(asked), "cited=" + cited.parameter());
}

std::string search_citation(const std::string& origin, const SearchRequest& asked,
                            const SearchResult& result, const PartialDate& on) {
  std::string what = asked.q.empty() ? ui_text("cite_all") : ui_text("cite_q", {{"q", asked.q}});
  append(what, "; ", filters_in_words(asked, result));
  return ui_text("cite_search", {{"what", what},
                                 {"articles", ui_count("articles", result.total)},
                                 {"site", ui_text("site")},
                                 {"revision", format_number(result.index.revision)},
                                 {"date", format_date(on)},
                                 {"url", cited_url(origin, asked, result, on)}});
}

}  // namespace techpolicy
