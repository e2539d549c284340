#include "searchd/pages/article_page.h"

#include <algorithm>

#include "indexer/schema/found_names.h"
#include "searchd/pages/citation.h"
#include "searchd/pages/formats.h"
#include "searchd/pages/hit_view.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"
#include "searchd/pages/templates.h"

namespace techpolicy {
namespace {

std::size_t total_marks(const ArticleView& article) {
  // A derived title is a sentence of the text: its marks stand there.
  std::size_t marks = article.title_derived ? 0 : count_marks(article.title);
  for (const ArticleParagraph& paragraph : article.paragraphs) {
    marks += count_marks(paragraph.text);
  }
  return marks;
}

MarkedText without_marks(MarkedText text) {
  for (TextRun& run : text) run.match = false;
  return text;
}

const char* paragraph_part(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::paragraph:
      return "paragraph";
    case ParagraphKind::heading:
      return "heading";
    case ParagraphKind::list:
      return "item";
    case ParagraphKind::quote:
      return "quote";
  }
  return "paragraph";
}

void add_text(View& page, const ArticleView& article, TextForm form, std::size_t marks) {
  ReadingText text(form, marks);
  page.list("headline",
            text.groups(article.title_derived ? without_marks(article.title) : article.title));
  std::vector<View> paragraphs;
  for (const ArticleParagraph& paragraph : article.paragraphs) {
    View view;
    for (const char* part : {"paragraph", "heading", "item", "quote"}) {
      view.flag(part, std::string_view(part) == paragraph_part(paragraph.kind));
    }
    paragraphs.push_back(view.list("groups", text.groups(paragraph.text)));
  }
  page.list("paragraphs", std::move(paragraphs));
}

void add_tools(View& page, const ArticleView& article, const SearchRequest& asked, TextForm form,
               std::size_t marks) {
  const std::string path = article_url(article.article.id, {});
  const bool repaired = article.repair_count > 0;
  const bool original = form == TextForm::original;
  page.flag("tools?", marks > 0 || repaired);
  page.text("matches", marks > 0 ? ui_count("matches", marks) : "");
  page.text("repairs", repaired ? ui_count("repairs", article.repair_count) : "");
  page.text("repairs_url", address_of(path, asked, original ? "" : "original=1"));
  page.text("repairs_link", ui_text(original ? "show_repaired" : "show_original"));
}

void add_named(View& page, const std::vector<EntityRef>& entities) {
  std::vector<View> types;
  for (const FacetRow& row : kFacets) {
    std::vector<View> named;
    for (const EntityRef& entity : entities) {
      if (entity.key.type != row.facet) continue;
      View view;
      view.text("name", entity.name).text("count", format_number(entity.mentions));
      view.flag("unreviewed", is_unreviewed(row.facet, entity.key.id));
      view.text("times", ui_count("times", entity.mentions));
      named.push_back(view.text("url", search_url(with_value({}, row.facet, entity.key.id))));
    }
    if (named.empty()) continue;
    View type;
    types.push_back(type.text("plural", std::string(row.plural)).list("named", std::move(named)));
  }
  page.list("types", std::move(types));
}

void add_implied(View& page, const std::vector<EntityRef>& implied) {
  std::vector<View> makers;
  for (const EntityRef& maker : implied) {
    makers.push_back(View().text("name", maker.name).text("url", entity_url(maker.key)));
  }
  page.optional_list("implied", std::move(makers));
}

void add_tags(View& page, const std::vector<std::string>& tags) {
  std::vector<View> views;
  for (const std::string& tag : tags) views.push_back(View().text("name", tag));
  page.optional_list("tags", std::move(views));
}

/// What reference managers read from the head of the page: Highwire Press and Dublin Core names.
View head_view(const StoredArticle& stored, const std::string& title) {
  View view;
  view.text("title", title).text("source", stored.source_name);
  view.text("lang", lang_attribute(stored.lang)).text("original_url", safe_link(stored.url));
  std::vector<View> authors;
  for (const std::string& author : stored.authors) authors.push_back(View().text("author", author));
  view.list("authors", std::move(authors));
  std::string date = stored.published ? stored.published->iso() : "";
  view.text("iso", date);
  std::replace(date.begin(), date.end(), '-', '/');
  return view.text("slashed_date", date);
}

void add_citation(View& page, const StoredArticle& stored, const std::string& title,
                  const std::string& origin) {
  const std::string here = article_url(stored.id, {});
  page.text("citation", article_citation(stored, title, origin + here));
  SearchRequest itself;
  itself.q = "id:\"" + stored.id + "\"";
  std::vector<View> exports;
  for (const char* format : {"ris", "bibtex"}) {
    View row;
    row.text("label", ui_text("export_" + std::string(format)));
    exports.push_back(
        row.text("url", address_of("/api/v1/export", itself, "format=" + std::string(format))));
  }
  page.list("exports", std::move(exports));
}

}  // namespace

std::string render_article_page(const ArticleView& article, const SearchRequest& asked,
                                TextForm form, const std::string& origin,
                                const ArticleNeighbours& neighbours) {
  const StoredArticle& stored = article.article;
  const bool from_search = !query_string(asked).empty();
  const std::size_t marks = total_marks(article);
  View page;
  page.text("q", asked.q).text("canonical", article_url(stored.id, {}));
  const std::string title = plain_text(article.title);
  page.text("page_title", ui_text("title_page", {{"name", title}, {"site", ui_text("site")}}));
  page.list("article_meta", {head_view(stored, title)});
  add_citation(page, stored, title, origin);
  page.text("back_url", search_url(asked));
  page.text("back", ui_text(from_search ? "back_to_search" : "all_articles"));
  add_meta(page, stored.published, stored.source_name, stored.lang, stored.machine_translated,
           stored.url);
  page.text("authors", stored.authors.empty() ? "" : ui_list(stored.authors));
  page.flag("derived", article.title_derived);
  add_tools(page, article, asked, form, marks);
  add_text(page, article, form, marks);
  add_named(page, article.entities);
  add_implied(page, article.implied);
  add_tags(page, stored.tags);
  add_neighbours(page, neighbours);
  return render_template("article", page);
}

}  // namespace techpolicy
