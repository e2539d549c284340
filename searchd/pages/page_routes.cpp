// The route table of the pages: each handler turns parameters into a request and a result into
// HTML.
#include "searchd/pages/page_routes.h"

#include "searchd/http/request_origin.h"
#include "searchd/pages/article_page.h"
#include "searchd/pages/companions_view.h"
#include "searchd/pages/compare_page.h"
#include "searchd/pages/entity_page.h"
#include "searchd/pages/examples.h"
#include "searchd/pages/facet_page.h"
#include "searchd/pages/open_search.h"
#include "searchd/pages/overview_view.h"
#include "searchd/pages/page_response.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/sentences_page.h"
#include "searchd/pages/start_page.h"
#include "searchd/pages/static_files.h"
#include "searchd/pages/suggestions_view.h"

namespace techpolicy {
namespace {

HttpResponse start(const Searcher& searcher, const HttpRequest& request) {
  return page_response(request,
                       render_start_page(searcher.statistics(), searcher.search(start_request()),
                                         searcher.timeline({})));
}

PagePart wanted_part(const HttpRequest& request) {
  return wants_results_only(request) ? PagePart::results : PagePart::whole;
}

std::string milliseconds(double time) { return std::to_string(time); }

HttpResponse search_with(const Searcher& searcher, const HttpRequest& request,
                         Parameters parameters, const FaultyRequest* instead_of) {
  SearchPageContent content;
  content.instead_of = instead_of;
  content.options = take_page_options(parameters);
  content.origin = request_origin(request);
  ParsedSearchRequest parsed =
      parse_search_request(parameters, UnknownParameters::ignore, page_facets());
  content.asked = std::move(parsed.request);
  content.ignored = std::move(parsed.ignored);
  content.result = searcher.search(content.asked);
  TimelineRequest timeline;
  timeline.search = content.asked;
  content.timeline = searcher.timeline(timeline);
  content.peaks = explain_peaks(searcher, content.asked, content.timeline);
  content.ways = find_ways_out(searcher, content.asked, content.result);
  content.outstanding = searcher.outstanding(overview_request(content.asked));
  const SearchResult& result = content.result;
  HttpResponse response = page_response(request, render_search_page(content, wanted_part(request)));
  response.set_header("Server-Timing", "match;dur=" + milliseconds(result.match_ms) +
                                           ", facets;dur=" + milliseconds(result.facets_ms) +
                                           ", hits;dur=" + milliseconds(result.hits_ms));
  return response;
}

/// A wrong query is run as it was probably meant, and the page says so.
HttpResponse search(const Searcher& searcher, const HttpRequest& request) {
  try {
    return search_with(searcher, request, request.parameters, nullptr);
  } catch (const BadRequest& error) {
    const FaultyRequest faulty{request.parameters, error};
    const std::optional<Parameters> repaired = repaired_parameters(faulty);
    if (!repaired) throw;
    try {
      return search_with(searcher, request, *repaired, &faulty);
    } catch (const BadRequest&) {
      throw error;  // The one that is about what was typed.
    }
  }
}

HttpResponse facet_values(const Searcher& searcher, const HttpRequest& request) {
  const auto facet = facet_by_name(request.captures.at(0));
  if (!facet) return render_problem_page(request, 404, "There is no filter of this name.");
  const FacetPageRequest asked = parse_facet_request(*facet, request.parameters);
  const FacetValuesResult result = searcher.facet_values(asked.search, asked.values);
  if (wants_rows_only(request)) return page_response(request, render_facet_rows(asked, result));
  const SearchResult articles = searcher.search(facet_page_articles(asked));
  return page_response(request, render_facet_page(asked, result, articles));
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
  ArticleNeighbours neighbours;
  const std::string& id = view->article.id;
  if (auto copies = searcher.related(id, RelatedKind::duplicates, kCopiesShown)) {
    neighbours.copies = std::move(copies->copies);
  }
  if (auto similar = searcher.related(id, RelatedKind::similar, kSimilarShown)) {
    neighbours.similar = std::move(similar->similar);
  }
  return page_response(
      request, render_article_page(*view, asked, form, request_origin(request), neighbours));
}

EntityPageContent entity_content(const Searcher& searcher, EntityDetails details) {
  const EntityKey key = details.summary.key;
  EntityPageContent content;
  content.entity = std::move(details);
  if (content.entity.summary.count == 0) return content;
  TimelineRequest timeline;
  timeline.search = with_value({}, key.type, key.id);
  content.timeline = searcher.timeline(timeline);
  content.peaks = explain_peaks(searcher, timeline.search, content.timeline);
  SearchRequest sources = timeline.search;
  sources.per_page = 0;
  sources.facets = {Facet::source};
  content.sources = searcher.search(sources).facets.front();
  CompanionsRequest companions;
  companions.entity = key;
  companions.limit = kCompanionsInTable;
  if (auto found = searcher.companions(companions)) content.companions = std::move(*found);
  return content;
}

HttpResponse sentences(const Searcher& searcher, const HttpRequest& request) {
  SentencesPageContent content;
  content.asked = parse_sentences_request(request.parameters);
  content.result = searcher.sentences(content.asked);
  for (const EntityKey& entity : content.asked.entities) {
    content.names.push_back(searcher.label(entity.type, entity.id));
  }
  SearchRequest labels = from_start(content.asked.search);
  labels.per_page = 0;
  for (const FacetRow& row : kFacets) {
    if (!labels.filter(row.facet).empty()) labels.facets.push_back(row.facet);
  }
  if (!labels.facets.empty()) content.facets = searcher.search(labels).facets;
  content.origin = request_origin(request);
  return page_response(request, render_sentences_page(content));
}

HttpResponse comparison(const Searcher& searcher, const HttpRequest& request) {
  const CompareRequest asked = parse_compare_request(request.parameters);
  try {
    if (asked.complete()) {
      return page_response(request, render_compare_page(asked, compare(searcher, asked)));
    }
    return page_response(request, render_compare_form(asked, compare_offers(searcher, asked)));
  } catch (const BadRequest& error) {
    return page_response(request, render_faulty_comparison(asked, error), 400);
  }
}

HttpResponse entity(const Searcher& searcher, const HttpRequest& request) {
  const auto type = facet_by_name(request.captures.at(0));
  if (!type || facet_row(*type).kind != FacetKind::entity) {
    return render_problem_page(request, 404, "There is no type of entity of this name.");
  }
  const std::string& id = request.captures.at(1);
  auto details = searcher.entity({*type, id}, kNewestOfEntity);
  if (details) {
    return page_response(request,
                         render_entity_page(entity_content(searcher, std::move(*details))));
  }
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
      {"/sentences", "sentences_page", with_searcher(sentences)},
      {"/compare", "compare_page", with_searcher(comparison)},
      {"/help", "help_page", help},
      {"/suggest", "suggestion_options", with_searcher(suggestion_options)},
      {"/opensearch.xml", "open_search", open_search_response},
      {"/opensearch/suggest", "open_search_suggestions", with_searcher(open_search_suggestions)},
      {"/static/{file}", "static", static_file},
  };
}

}  // namespace techpolicy
