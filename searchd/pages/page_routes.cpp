// The route table of the pages: each handler turns parameters into a request and a result into
// HTML.
#include "searchd/pages/page_routes.h"

#include "searchd/pages/article_page.h"
#include "searchd/pages/entity_page.h"
#include "searchd/pages/examples.h"
#include "searchd/pages/facet_page.h"
#include "searchd/pages/open_search.h"
#include "searchd/pages/page_response.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/start_page.h"
#include "searchd/pages/static_files.h"

namespace techpolicy {
namespace {

HttpResponse start(const Searcher& searcher, const HttpRequest& request) {
  return page_response(request,
                       render_start_page(searcher.statistics(), searcher.search(start_request())));
}

PagePart wanted_part(const HttpRequest& request) {
  return wants_results_only(request) ? PagePart::results : PagePart::whole;
}

std::string milliseconds(double time) { return std::to_string(time); }

HttpResponse search(const Searcher& searcher, const HttpRequest& request) {
  const ParsedSearchRequest parsed =
      parse_search_request(request.parameters, UnknownParameters::ignore, page_facets());
  const SearchResult result = searcher.search(parsed.request);
  HttpResponse response = page_response(
      request, render_search_page(parsed.request, result, parsed.ignored, wanted_part(request)));
  response.set_header("Server-Timing", "match;dur=" + milliseconds(result.match_ms) +
                                           ", facets;dur=" + milliseconds(result.facets_ms) +
                                           ", hits;dur=" + milliseconds(result.hits_ms));
  return response;
}

HttpResponse facet_values(const Searcher& searcher, const HttpRequest& request) {
  const auto facet = facet_by_name(request.captures.at(0));
  if (!facet) return render_problem_page(request, 404, "There is no filter of this name.");
  const FacetPageRequest asked = parse_facet_request(*facet, request.parameters);
  return page_response(request,
                       render_facet_page(asked, searcher.facet_values(asked.search, asked.values)));
}

HttpResponse article(const Searcher& searcher, const HttpRequest& request) {
  TextForm form = TextForm::repaired;
  Parameters of_search;
  for (const auto& parameter : request.parameters) {
    if (parameter.first != "original") {
      of_search.push_back(parameter);
    } else if (parameter.second == "1") {
      form = TextForm::original;
    }
  }
  const SearchRequest asked =
      parse_search_request(of_search, UnknownParameters::ignore, {}).request;
  const auto view = searcher.article(request.captures.at(0), asked);
  if (!view) {
    return render_problem_page(request, 404, "No article has this id. It may have been removed.");
  }
  return page_response(request, render_article_page(*view, asked, form));
}

HttpResponse entity(const Searcher& searcher, const HttpRequest& request) {
  const auto type = facet_by_name(request.captures.at(0));
  if (!type || facet_row(*type).kind != FacetKind::entity) {
    return render_problem_page(request, 404, "There is no type of entity of this name.");
  }
  const std::string& id = request.captures.at(1);
  const auto details = searcher.entity({*type, id}, kNewestOfEntity);
  if (details) return page_response(request, render_entity_page(*details));
  return render_problem_page(request, 404,
                             no_entity_text(*type, id, searcher.nearest_entity(*type, id)));
}

HttpResponse static_file(const HttpRequest& request) {
  HttpResponse response = static_response(request);
  if (response.status == 200) return response;
  return render_problem_page(request, 404, "No file has this name in this version.");
}

HttpResponse help(const HttpRequest& request) { return page_response(request, render_help_page()); }

}  // namespace

std::vector<Route> page_routes(const Searcher& searcher) {
  const auto with_searcher = [&searcher](auto handler) -> Handler {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  return {
      {"/", "start_page", with_searcher(start)},
      {"/search", "search_page", with_searcher(search)},
      {"/facets/{facet}", "facet_page", with_searcher(facet_values)},
      {"/article/{id}", "article_page", with_searcher(article)},
      {"/entities/{type}/{id}", "entity_page", with_searcher(entity)},
      {"/help", "help_page", help},
      {"/opensearch.xml", "open_search", open_search_response},
      {"/static/{file}", "static", static_file},
  };
}

}  // namespace techpolicy
