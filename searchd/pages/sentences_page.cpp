#include "searchd/pages/sentences_page.h"

#include <string_view>
#include <vector>

#include "searchd/pages/chips_view.h"
#include "searchd/pages/citation.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

EntityKey parse_entity(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto type = facet_by_name(text.substr(0, std::min(colon, text.size())));
  const bool entity = type && facet_row(*type).kind == FacetKind::entity;
  if (!entity || colon == std::string_view::npos || colon + 1 == text.size()) {
    throw BadRequest({{"entity", "bad_format", ui_text("entity_shape"), {}, {}, ""}});
  }
  return {*type, std::string(text.substr(colon + 1))};
}

std::string entity_parameters(const std::vector<EntityKey>& entities) {
  std::string text;
  for (const EntityKey& entity : entities) {
    text += text.empty() ? "entity=" : "&entity=";
    text += url_encode(std::string(facet_row(entity.type).name) + ":" + entity.id);
  }
  return text;
}

/// What is copied: the sentence and where it stands.
std::string quotation(const SentenceHit& hit, const std::string& origin) {
  StoredArticle cited;
  cited.source_name = hit.article.source.name;
  cited.published = hit.article.published;
  cited.url = hit.article.original_url;
  const std::string where = article_citation(cited, plain_text(hit.article.title),
                                             origin + article_url(hit.article.id, {}));
  return ui_text("quotation", {{"sentence", plain_text(hit.text)}, {"where", where}});
}

/// Sentences of one article stand together, below its title.
std::vector<View> article_views(const std::vector<SentenceHit>& sentences,
                                const SearchRequest& search, const std::string& origin) {
  std::vector<View> articles;
  for (std::size_t i = 0; i < sentences.size();) {
    const Hit& article = sentences[i].article;
    View view = hit_view(article, search);
    view.text("title", plain_text(article.title));
    std::vector<View> said;
    for (; i < sentences.size() && sentences[i].article.id == article.id; ++i) {
      View sentence;
      sentence.list("sentence", marked_runs(sentences[i].text));
      said.push_back(sentence.text("quotation", quotation(sentences[i], origin)));
    }
    articles.push_back(view.list("said", std::move(said)));
  }
  return articles;
}

}  // namespace

SentencesRequest parse_sentences_request(Parameters parameters) {
  SentencesRequest asked;
  std::erase_if(parameters, [&asked](const auto& parameter) {
    const auto& [name, value] = parameter;
    if (name == "entity" && !value.empty()) asked.entities.push_back(parse_entity(value));
    return name == "entity";
  });
  if (asked.entities.size() > kMaxEntitiesOfSentence) {
    throw BadRequest({{"entity", "out_of_range", ui_text("entity_too_many"), {}, {}, ""}});
  }
  constexpr unsigned kSentencesOfPage = 25;
  asked.search = parse_search_request(parameters, UnknownParameters::ignore, {}).request;
  asked.search.page = 1;
  asked.search.per_page = kSentencesOfPage;
  return asked;
}

std::string sentences_url(const SearchRequest& search, const std::vector<EntityKey>& entities) {
  SearchRequest whole = search;
  whole.per_page = SearchRequest().per_page;
  return address_of("/sentences", whole, entity_parameters(entities));
}

std::string render_sentences_page(const SentencesPageContent& content) {
  const auto& [asked, result, names, facets, origin] = content;
  SearchRequest search = from_start(asked.search);
  search.per_page = SearchRequest().per_page;
  View page;
  const std::string heading =
      names.empty() ? ui_text("sentences_of", {{"articles", ui_count("articles", result.articles)}})
                    : ui_text("sentences_naming", {{"names", ui_list(names)}});
  page.text("heading", heading).text("heading_q", search.q).text("q", search.q);
  page.text("page_title", ui_text("title_page", {{"name", heading}, {"site", ui_text("site")}}));
  page.flag("canonical", false).text("back_url", search_url(search));
  add_chips(page, search, facets);
  page.text("empty", result.sentences.empty() ? ui_text("sentences_none") : "");
  page.list("articles", article_views(result.sentences, search, origin));
  SearchRequest next = search;
  next.cursor = result.next_cursor;
  page.text("next_url", next.cursor.empty() ? "" : sentences_url(next, asked.entities));
  const std::string entities = entity_parameters(asked.entities);
  const std::string joint = entities.empty() ? "" : "&" + entities;
  page.text("csv_url", address_of("/api/v1/sentences", search, "format=csv" + joint));
  page.text("txt_url", address_of("/api/v1/sentences", search, "format=txt" + joint));
  return render_template("sentences", page);
}

}  // namespace techpolicy
