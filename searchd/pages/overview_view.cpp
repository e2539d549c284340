#include "searchd/pages/overview_view.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "searchd/pages/chart.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

constexpr std::size_t kShownValues = 8;
constexpr unsigned kOfEachType = 8;

struct Outstanding {
  std::optional<Facet> facet;
  OutstandingValue value;
};

/// Articles of the search that have the value too.
SearchRequest within(const SearchRequest& asked, const Outstanding& outstanding) {
  if (outstanding.facet) return narrowed_by(asked, *outstanding.facet, outstanding.value.value);
  SearchRequest request = from_start(asked);
  const std::string word = "body:\"" + outstanding.value.value + "\"";
  request.q = asked.q.empty() ? word : "(" + asked.q + ") " + word;
  return request;
}

View value_view(const SearchRequest& asked, const Outstanding& outstanding) {
  const auto& [facet, value] = outstanding;
  View view;
  view.text("name", value.label).text("type", facet ? facet_type(*facet) : "");
  view.text("url", search_url(within(asked, outstanding)));
  view.text("here", format_share(value.here.value()));
  view.text("elsewhere", format_share(value.elsewhere.value()));
  view.text("here_width", percent(100 * value.here.value()));
  view.text("elsewhere_width", percent(100 * value.elsewhere.value()));
  return view.text(
      "hint", ui_text("outstanding_hint", {{"name", value.label},
                                           {"articles", ui_count("articles", value.here.having)},
                                           {"here", format_share(value.here.value())},
                                           {"elsewhere", format_share(value.elsewhere.value())}}));
}

std::vector<View> strongest(const SearchRequest& asked, std::vector<Outstanding> values) {
  std::stable_sort(values.begin(), values.end(), [](const Outstanding& a, const Outstanding& b) {
    return a.value.score > b.value.score;
  });
  if (values.size() > kShownValues) values.resize(kShownValues);
  std::vector<View> views;
  for (const Outstanding& value : values) views.push_back(value_view(asked, value));
  return views;
}

}  // namespace

OutstandingRequest overview_request(const SearchRequest& asked) {
  OutstandingRequest request;
  request.search = asked;
  for (const FacetRow& row : kFacets) {
    if (row.kind == FacetKind::entity) request.facets.push_back(row.facet);
  }
  request.words = asked.options.syntax == QuerySyntax::query;
  request.limit = kOfEachType;
  return request;
}

void add_overview(View& page, const SearchRequest& asked, const OutstandingResult& outstanding) {
  std::vector<Outstanding> entities;
  std::vector<Outstanding> words;
  for (const OutstandingGroup& group : outstanding.groups) {
    for (const OutstandingValue& value : group.values) {
      (group.facet ? entities : words).push_back({group.facet, value});
    }
  }
  page.flag("outstanding_any", !entities.empty() || !words.empty());
  page.optional_list("outstanding", strongest(asked, std::move(entities)));
  page.optional_list("words", strongest(asked, std::move(words)));
}

}  // namespace techpolicy
