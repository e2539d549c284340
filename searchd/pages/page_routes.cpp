#include "searchd/pages/page_routes.h"

#include <span>

#include "indexer/schema/errors.h"
#include "searchd/pages/article_page.h"
#include "searchd/pages/search_page.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/wording.h"

namespace techpolicy {
namespace {

using kainjow::mustache::list;

const std::vector<Facet> kPageFacets = {Facet::company, Facet::person, Facet::place,  Facet::org,  Facet::product,
                                        Facet::law,     Facet::topic,  Facet::source, Facet::lang, Facet::year};
constexpr unsigned kPageFacetValues = 6;

struct Example {
  const char* query;
  const char* what;
};
constexpr Example kStartExamples[] = {{"export controls", "both words, in any form"},
                                      {"NVDA H800", "one company under all its names, and a product"},
                                      {"\"Digital Markets Act\" Apple", "a phrase and a word"}};
constexpr Example kHelpExamples[] = {
    {"export controls", "articles with both words, in any of their forms"},
    {"\"export controls\"", "these words next to each other, exactly"},
    {"Huawei OR SMIC", "either"},
    {"Nvidia NOT Huawei", "the first without the second; -Huawei is the same"},
    {"(Apple OR Google) antitrust", "parentheses group"},
    {"title:chips", "only in titles; also lead: and body:"},
    {"company:nvidia place:china", "articles that name both; also person: org: product: law: topic: source: lang:"},
    {"date:2024", "published then; date:2024-03..2024-06, after: and before: too"},
    {"=chips", "exactly this word"}};

HttpResponse html(std::string body, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(body);
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "same-origin");
  response.set_header("Cache-Control", "no-cache");
  return response;
}

TemplateData example_list(std::span<const Example> examples) {
  list items;
  for (const Example& example : examples) {
    TemplateData data;
    data.set("query", example.query);
    data.set("what", example.what);
    data.set("link", "/search?q=" + url_encode(example.query));
    items.push_back(data);
  }
  return TemplateData{items};
}

TemplateData message(const std::string& heading, const std::string& detail) {
  TemplateData data;
  data.set("heading", heading);
  data.set("detail", detail);
  for (const char* absent : {"suggestion", "facts", "values?", "examples?"}) data.set(absent, false);
  return data;
}

HttpResponse message_page(const std::string& q, TemplateData data, const std::string& title, int status = 200) {
  return html(whole_page(title + " – Tech policy search", q, fill(kMessageTemplate, std::move(data))), status);
}

HttpResponse start(const Searcher& searcher, const HttpRequest&) {
  const IndexStatistics statistics = searcher.statistics();
  TemplateData data = message("Search tech-policy articles", "Words, phrases, companies, laws and dates: one search over all of them.");
  std::string facts = count_text(statistics.index.documents, "article", "articles");
  if (statistics.first_date) facts += ", " + date_text(statistics.first_date) + " to " + date_text(statistics.last_date);
  if (statistics.undated > 0) facts += ", " + number_text(statistics.undated) + " without a date";
  data.set("facts", facts);
  data.set("examples?", true);
  data.set("examples", example_list(kStartExamples));
  return message_page("", std::move(data), "Start");
}

HttpResponse help(const Searcher&, const HttpRequest&) {
  TemplateData data = message("How to ask", "Each line is a search that you can follow.");
  data.set("examples?", true);
  data.set("examples", example_list(kHelpExamples));
  return message_page("", std::move(data), "Help");
}

HttpResponse search(const Searcher& searcher, const HttpRequest& request) {
  ParsedSearchRequest parsed = parse_search_request(request.parameters, UnknownParameters::ignore, kPageFacets);
  parsed.request.facet_limit = kPageFacetValues;
  const SearchResult result = searcher.search(parsed.request);
  HttpResponse response = html(render_search_page(result, searcher, parsed.ignored));
  response.set_header("X-Index-Revision", std::to_string(result.index.revision));
  return response;
}

HttpResponse article(const Searcher& searcher, const HttpRequest& request) {
  bool original = false;
  for (const auto& [name, value] : request.parameters) original = original || (name == "original" && value == "1");
  const SearchRequest parsed = parse_search_request(request.parameters, UnknownParameters::ignore, {}).request;
  const auto view = searcher.article(request.captures[0], parsed);
  if (!view) return render_problem_page(request, 404, "There is no article with this id.");
  return html(render_article_page(*view, parsed, original));
}

HttpResponse facet_page(const Searcher& searcher, const HttpRequest& request) {
  const auto facet = facet_by_name(request.captures[0]);
  if (!facet) return render_problem_page(request, 404, "There is no filter of this name.");
  const SearchRequest parsed = parse_search_request(request.parameters, UnknownParameters::ignore, {}).request;
  FacetValuesRequest asked;
  asked.facet = *facet;
  asked.per_page = kMaxResultDepth;
  const FacetValuesResult result = searcher.facet_values(parsed, asked);
  list values;
  for (const FacetCount& value : result.facet.values) {
    SearchRequest other = parsed;
    if (!value.selected) other.filter(*facet).any.push_back(value.value);
    TemplateData data;
    data.set("label", *facet == Facet::lang ? language_text(value.value) : value.label);
    data.set("count", number_text(value.count));
    data.set("link", search_link(other));
    values.push_back(data);
  }
  const std::string plural(facet_row(*facet).plural);
  TemplateData data = message(plural, count_text(result.facet.distinct, "value", "values") + " in these articles.");
  data.set("values?", true);
  data.set("values", TemplateData{values});
  return message_page(parsed.q, std::move(data), plural);
}

HttpResponse static_file(std::string_view bytes, const char* type) {
  HttpResponse response;
  response.content_type = type;
  response.body = std::string(bytes);
  response.set_header("Cache-Control", "max-age=3600");
  response.set_header("X-Content-Type-Options", "nosniff");
  return response;
}

std::string typed_query(const HttpRequest& request) {
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") return value;
  }
  return {};
}

}  // namespace

std::vector<Route> page_routes(const Searcher& searcher) {
  const auto bind = [&searcher](auto handler) {
    return [&searcher, handler](const HttpRequest& request) { return handler(searcher, request); };
  };
  return {{"/", "start", bind(start)},
          {"/search", "search_page", bind(search)},
          {"/article/{id}", "article_page", bind(article)},
          {"/facets/{facet}", "facet_page", bind(facet_page)},
          {"/help", "help", bind(help)},
          {"/static/style.css", "static", [](const HttpRequest&) { return static_file(kStylesheet, "text/css; charset=utf-8"); }},
          {"/static/app.js", "static", [](const HttpRequest&) { return static_file(kScript, "text/javascript; charset=utf-8"); }}};
}

HttpResponse render_problem_page(const HttpRequest& request, int status, const std::string& detail) {
  const std::string heading = status == 404 ? "Not found" : status == 503 ? "No index yet" : "This did not work";
  return message_page(typed_query(request), message(heading, detail), heading, status);
}

HttpResponse render_exception_page(const HttpRequest& request, std::exception_ptr thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const BadRequest& error) {
    const RequestFault& fault = error.faults().front();
    TemplateData data = message("This search needs a correction", fault.detail);
    if (!fault.suggestion.empty() && fault.parameter == "q") {
      data.set("suggestion", fault.suggestion);
      data.set("link", "/search?q=" + url_encode(fault.suggestion));
    }
    return message_page(typed_query(request), std::move(data), "Correction", 400);
  } catch (const IndexError& error) {
    return render_problem_page(request, 503, error.what());
  } catch (...) {
    return render_problem_page(request, 500, "Something went wrong here. Try again; the request id is " + request.id + ".");
  }
}

}  // namespace techpolicy
