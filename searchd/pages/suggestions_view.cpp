#include "searchd/pages/suggestions_view.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/http/request_origin.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/page_response.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxTypedBytes = 512;

/// What is longer than any name is no beginning of one.
Suggestions suggest(const Searcher& searcher, const HttpRequest& request) {
  SuggestRequest asked;
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") asked.typed = value;
  }
  if (asked.typed.empty() || asked.typed.size() > kMaxTypedBytes) return {};
  return searcher.suggest(asked);
}

std::string address(const Suggestion& suggestion) {
  SearchRequest words;
  words.q = suggestion.text;
  if (!suggestion.entity && suggestion.article_id.empty()) return search_url(words);
  if (!suggestion.entity) return article_url(suggestion.article_id, {});
  return search_url(with_value({}, suggestion.entity->type, suggestion.entity->id));
}

std::string kind(const Suggestion& suggestion) {
  if (suggestion.entity) return entity_type(*suggestion.entity);
  return ui_text(suggestion.article_id.empty() ? "type_phrase" : "type_article");
}

View option(const Suggestion& suggestion, std::size_t number) {
  View view;
  view.text("number", std::to_string(number)).text("url", address(suggestion));
  view.text("name", suggestion.text).text("kind", kind(suggestion));
  view.text("count", suggestion.entity ? format_number(suggestion.count) : "");
  const bool other_name = suggestion.entity && suggestion.matched != suggestion.text;
  return view.text("matched", other_name ? suggestion.matched : "");
}

}  // namespace

HttpResponse suggestion_options(const Searcher& searcher, const HttpRequest& request) {
  std::vector<View> options;
  for (const Suggestion& suggestion : suggest(searcher, request).suggestions) {
    options.push_back(option(suggestion, options.size()));
  }
  return page_response(request,
                       render_template("suggestions", View().list("options", std::move(options))));
}

HttpResponse open_search_suggestions(const Searcher& searcher, const HttpRequest& request) {
  using Json = nlohmann::json;
  const std::string site = request_origin(request);
  Json completions = Json::array();
  Json descriptions = Json::array();
  Json addresses = Json::array();
  for (const Suggestion& suggestion : suggest(searcher, request).suggestions) {
    completions.push_back(suggestion.text);
    descriptions.push_back(
        suggestion.entity
            ? ui_text("suggestion", {{"type", kind(suggestion)},
                                     {"articles", ui_count("articles", suggestion.count)}})
            : kind(suggestion));
    addresses.push_back(site + address(suggestion));
  }
  std::string typed;
  for (const auto& [name, value] : request.parameters) {
    if (name == "q") typed = value;
  }
  HttpResponse response;
  response.content_type = "application/x-suggestions+json; charset=utf-8";
  response.body = Json::array({typed, completions, descriptions, addresses})
                      .dump(-1, ' ', false, Json::error_handler_t::replace);
  response.set_header("Cache-Control", "no-cache");
  return response;
}

}  // namespace techpolicy
