#include "searchd/pages/search_page.h"

#include <array>

#include "searchd/pages/chips_view.h"
#include "searchd/pages/facet_view.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/keep_view.h"
#include "searchd/pages/notices_view.h"
#include "searchd/pages/overview_view.h"
#include "searchd/pages/pager_view.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/sentences_page.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/timeline_view.h"
#include "searchd/pages/understood_view.h"
#include "searchd/pages/view.h"

namespace techpolicy {
namespace {

constexpr std::array kOfferedSorts = {Sort::relevance, Sort::newest, Sort::oldest, Sort::added};

std::string render(const View& page, PagePart part) {
  return render_template(part == PagePart::whole ? "search" : "results", page);
}

void add_sorts(View& page, const SearchRequest& asked, const SearchResult& result) {
  std::vector<View> sorts;
  for (const Sort sort : kOfferedSorts) {
    if (sort == Sort::relevance && asked.q.empty()) continue;
    SearchRequest other = from_start(asked);
    other.sort = sort;
    View view;
    view.text("label", ui_text("sort_" + std::string(sort_name(sort))));
    view.text("url", search_url(other));
    sorts.push_back(view.flag("current", result.request.sort == sort));
  }
  if (result.total < 2) sorts.clear();
  page.optional_list("sorts", std::move(sorts));
}

void add_heading(View& page, const SearchRequest& asked, const SearchResult& result) {
  const std::string articles = ui_count("articles", result.total);
  page.text("heading", articles).text("heading_q", asked.q).text("q", asked.q);
  const std::string key = asked.q.empty() ? "title_browse" : "title_search";
  page.text("page_title",
            ui_text(key, {{"articles", articles}, {"q", asked.q}, {"site", ui_text("site")}}));
  page.text("canonical", search_url(asked));
}

void add_hits(View& page, const SearchRequest& asked, const SearchResult& result) {
  std::vector<View> hits;
  for (const Hit& hit : result.hits) hits.push_back(hit_view(hit, asked));
  page.text("self_url", search_url(asked));
  page.text("sentences_url", asked.q.empty() ? "" : sentences_url(from_start(asked), {}));
  page.text("first_rank", hits.empty() ? "" : std::to_string(result.hits.front().rank));
  page.optional_list("hits", std::move(hits));
}

/// Articles that hold most words, under the ones that hold all.
void add_relaxed(View& page, const SearchRequest& asked, const SearchResult& result) {
  std::vector<View> hits;
  if (result.relaxed) {
    for (const Hit& hit : result.relaxed->hits) {
      View view = hit_view(hit, asked);
      std::string lacks = ui_text("relaxed_missing", {{"words", ui_list(hit.missing)}});
      hits.push_back(std::move(view.text("missing", std::move(lacks))));
    }
    page.text("relaxed_heading", ui_count("relaxed", result.relaxed->total));
  }
  page.optional_list("relaxed", std::move(hits));
}

/// What can be kept of a request with faults: the parameters without them.
SearchRequest sound_part(const Parameters& parameters, const BadRequest& error) {
  Parameters sound;
  for (const auto& parameter : parameters) {
    bool faulty = false;
    for (const RequestFault& fault : error.faults()) {
      faulty = faulty || (fault.parameter == parameter.first && fault.parameter != "q");
    }
    if (!faulty) sound.push_back(parameter);
  }
  try {
    return from_start(parse_search_request(sound, UnknownParameters::ignore, {}).request);
  } catch (const BadRequest&) {
    return {};
  }
}

}  // namespace

const std::vector<Facet>& page_facets() {
  static const std::vector<Facet> facets = [] {
    std::vector<Facet> all;
    for (const FacetRow& row : kFacets) all.push_back(row.facet);
    return all;
  }();
  return facets;
}

std::string render_search_page(const SearchPageContent& content, PagePart part) {
  const SearchRequest& asked = content.asked;
  const SearchResult& result = content.result;
  View page;
  add_heading(page, asked, result);
  add_sorts(page, asked, result);
  add_filters(page, asked, result.facets);
  add_chips(page, asked, result.facets);
  if (content.instead_of == nullptr) {
    page.list("faults", {});
  } else {
    add_faults(page, content.instead_of->error, content.instead_of->parameters, "ran_instead",
               asked);
  }
  add_understood(page, asked, result);
  add_notices(page, content);
  add_feeds(page, asked, asked.q.empty() ? ui_text("all_articles") : asked.q);
  add_keep(page, content.origin, asked, result);
  add_ways_out(page, asked, result, content.ways);
  add_timeline(page, asked, content.timeline, content.options.chart);
  add_overview(page, asked, content.outstanding);
  add_peaks(page, content.timeline, content.peaks);
  page.flag("overview", result.total > 0);
  add_hits(page, asked, result);
  add_relaxed(page, asked, result);
  const Paging paging{result.listed(), asked.page, asked.per_page, kMaxResultDepth};
  add_pager(page, paging, [&asked](unsigned number) {
    SearchRequest other = from_start(asked);
    other.page = number;
    return search_url(other);
  });
  return render(page, part);
}

std::optional<Parameters> repaired_parameters(const FaultyRequest& faulty) {
  const std::vector<RequestFault>& faults = faulty.error.faults();
  if (faults.size() != 1 || faults.front().parameter != "q" || faults.front().suggestion.empty()) {
    return std::nullopt;
  }
  Parameters repaired = faulty.parameters;
  for (auto& [name, value] : repaired) {
    if (name == "q") value = faults.front().suggestion;
  }
  return repaired;
}

std::string render_faulty_search(const Parameters& parameters, const BadRequest& error,
                                 PagePart part) {
  const SearchRequest asked = sound_part(parameters, error);
  View page;
  page.text("heading", ui_text("query_wrong")).flag("heading_q", false).text("q", asked.q);
  page.text("page_title",
            ui_text("title_page", {{"name", ui_text("query_wrong")}, {"site", ui_text("site")}}));
  page.flag("canonical", false);
  add_filters(page, asked, {});
  add_chips(page, asked, {});
  add_faults(page, error, parameters, "try_instead", asked);
  for (const char* absent : {"understood", "sorts?", "notes?", "ways?", "hits?", "relaxed?",
                             "timeline", "keep", "overview", "pager"}) {
    page.flag(absent, false);
  }
  return render(page, part);
}

}  // namespace techpolicy
