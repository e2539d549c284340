#include "searchd/pages/article_page.h"

#include "searchd/pages/search_page.h"
#include "searchd/pages/templates.h"
#include "searchd/pages/wording.h"

namespace techpolicy {
namespace {

using kainjow::mustache::list;

std::string entity_link(const EntityKey& entity) {
  SearchRequest request;
  request.filter(entity.type).any.push_back(entity.id);
  return search_link(request);
}

/// Runs of one paragraph; each stretch of matching runs is one mark with a number of its own.
class RunWriter {
 public:
  TemplateData write(const MarkedText& text) {
    list runs;
    bool in_match = false;
    for (const TextRun& run : text) {
      TemplateData data;
      data.set("text", run.text);
      data.set("entity", run.entity.has_value());
      if (run.entity) {
        data.set("type", std::string(facet_row(run.entity->type).name));
        data.set("link", entity_link(*run.entity));
      }
      if (run.match && !in_match) ++matches_;
      // A match over several runs repeats no id: only its first run is the target.
      const bool starts = run.match && !in_match;
      data.set("match_id", run.match ? TemplateData{std::to_string(matches_) + (starts ? "" : "-more")} : TemplateData{false});
      in_match = run.match;
      runs.push_back(data);
    }
    return TemplateData{runs};
  }

 private:
  unsigned matches_ = 0;
};

list original_paragraphs(const StoredArticle& article) {
  list paragraphs;
  for (const StoredParagraph& paragraph : article.paragraphs) {
    TemplateData run;
    run.set("text", article.body.text.substr(paragraph.begin, paragraph.end - paragraph.begin));
    run.set("entity", false);
    run.set("match_id", false);
    TemplateData data;
    data.set("tag", "p");
    data.set("runs", TemplateData{list{run}});
    paragraphs.push_back(data);
  }
  return paragraphs;
}

list paragraphs_of(const ArticleView& view) {
  list paragraphs;
  RunWriter writer;
  for (const ArticleParagraph& paragraph : view.paragraphs) {
    TemplateData data;
    data.set("tag", paragraph.kind == ParagraphKind::heading ? "h2" : "p");
    data.set("runs", writer.write(paragraph.text));
    paragraphs.push_back(data);
  }
  return paragraphs;
}

}  // namespace

std::string render_article_page(const ArticleView& view, const SearchRequest& request, bool original) {
  const StoredArticle& article = view.article;
  TemplateData page;
  list title;
  for (const TextRun& run : view.title) {
    TemplateData data;
    data.set("text", run.text);
    data.set("match", run.match);
    title.push_back(data);
  }
  page.set("title", TemplateData{title});
  page.set("lang", article.lang);
  page.set("meta", meta_text(article.published, article.source_name, article.lang, article.machine_translated));
  page.set("original", article.url.empty() ? TemplateData{false} : TemplateData{article.url});
  page.set("back", request.q.empty() ? TemplateData{false} : TemplateData{search_link(request)});
  page.set("match_count", view.match_count == 0 ? TemplateData{false} : TemplateData{number_text(view.match_count)});
  page.set("repair_text", view.repair_count == 0 ? TemplateData{false}
                              : TemplateData{count_text(view.repair_count, "place repaired", "places repaired")});
  const std::string query = query_string(request);
  const std::string here = "/article/" + url_encode(article.id) + "?" + query;
  page.set("switch_link", original ? here : here + (query.empty() ? "" : "&") + "original=1");
  page.set("switch_text", original ? "Show repaired" : "Show original");
  page.set("paragraphs", TemplateData{original ? original_paragraphs(article) : paragraphs_of(view)});
  list entities;
  for (const EntityRef& entity : view.entities) {
    TemplateData data;
    data.set("type", std::string(facet_row(entity.key.type).name));
    data.set("link", entity_link(entity.key));
    data.set("name", entity.name);
    data.set("count", number_text(entity.mentions));
    entities.push_back(data);
  }
  page.set("entities", TemplateData{entities});
  return whole_page(plain_text(view.title) + " – Tech policy search", request.q, fill(kArticleTemplate, std::move(page)));
}

}  // namespace techpolicy
