#include "searchd/pages/keep_view.h"

#include <array>
#include <vector>

#include "searchd/pages/citation.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

struct KeepRow {
  const char* text;  ///< A key of the strings.
  const char* path;
  const char* parameter;  ///< Beside those of the search; may be empty.
};

constexpr std::array kFeeds = {KeepRow{"feed_atom", "/search.atom", ""},
                               KeepRow{"feed_json", "/search.feed.json", ""}};
constexpr std::array kExports = {KeepRow{"export_csv", "/api/v1/export", "format=csv"},
                                 KeepRow{"export_ris", "/api/v1/export", "format=ris"},
                                 KeepRow{"export_bibtex", "/api/v1/export", "format=bibtex"},
                                 KeepRow{"export_jsonl", "/api/v1/export", "format=jsonl"}};

template <std::size_t Size>
std::vector<View> links(const std::array<KeepRow, Size>& rows, const SearchRequest& request) {
  std::vector<View> views;
  for (const KeepRow& row : rows) {
    const std::string url = address_of(row.path, request, row.parameter);
    views.push_back(View().text("label", ui_text(row.text)).text("url", url));
  }
  return views;
}

/// Feeds have an order of their own, and neither they nor exports have pages.
SearchRequest without_pages(const SearchRequest& asked) {
  SearchRequest request = from_start(asked);
  request.per_page = SearchRequest().per_page;
  return request;
}

}  // namespace

void add_feeds(View& page, const SearchRequest& asked, const std::string& name) {
  constexpr std::array kTypes = {"application/atom+xml", "application/feed+json"};
  SearchRequest request = without_pages(asked);
  request.sort.reset();
  std::vector<View> feeds = links(kFeeds, request);
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    feeds[i].text("type", kTypes.at(i)).text("title", name);
  }
  page.list("feeds", std::move(feeds));
}

void add_keep(View& page, const std::string& origin, const SearchRequest& asked,
              const SearchResult& result) {
  const SearchRequest request = without_pages(asked);
  SearchRequest unsorted = request;
  unsorted.sort.reset();
  SearchRequest later = request;
  later.since = result.index.sequence;
  View keep;
  keep.list("feeds", links(kFeeds, unsorted)).list("exports", links(kExports, request));
  keep.text("later_url", search_url(later));
  keep.text("export_all",
            ui_text("export_all", {{"articles", ui_count("articles", result.total)}}));
  keep.text("api_url", address_of("/api/v1/search", asked, ""));
  keep.text("citation", search_citation(origin, asked, result, today()));
  page.list("keep", {std::move(keep)});
}

}  // namespace techpolicy
