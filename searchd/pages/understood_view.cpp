#include "searchd/pages/understood_view.h"

#include <algorithm>

#include "searchd/pages/formats.h"
#include "searchd/pages/query_words.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

bool is_plain(const QueryNode& query) {
  if (query.kind == QueryKind::conjunction) {
    return std::all_of(query.children.begin(), query.children.end(), is_plain);
  }
  return query.kind == QueryKind::everything || query.kind == QueryKind::nothing ||
         (query.kind == QueryKind::word && !query.exact && !query.field);
}

View part(const ExplainedClause& row, const SearchRequest& asked) {
  View view;
  view.text("clause", row.clause).flag("inside", row.depth > 0);
  view.text("count", row.count ? ui_count("articles", *row.count) : ui_text("count_unknown"));
  view.text("words", ui_list(row.words));
  std::string url;
  if (row.query_without) {
    SearchRequest other = from_start(asked);
    other.q = *row.query_without;
    url = search_url(other);
  }
  view.text("url", url);
  return view.text(
      "without",
      row.total_without
          ? ui_text("without_gives", {{"articles", ui_count("articles", *row.total_without)}})
          : "");
}

}  // namespace

void add_understood(View& page, const SearchRequest& asked, const SearchResult& result) {
  const QueryNode query = parse_query(result.parsed, {});
  const bool shown = !asked.q.empty() && (asked.explain || !is_plain(query));
  page.text("understood",
            shown ? ui_text("understood", {{"what", query_in_words(query)}}) : std::string());
  SearchRequest other = from_start(asked);
  other.explain = !asked.explain;
  page.text("explain_url", search_url(other));
  page.text("explain_link", ui_text(asked.explain ? "explain_less" : "explain_more"));
  std::vector<View> parts;
  if (asked.explain) {
    for (const ExplainedClause& row : result.explanation) parts.push_back(part(row, asked));
  }
  page.optional_list("parts", std::move(parts));
}

}  // namespace techpolicy
