#include "searchd/pages/notices_view.h"

#include <algorithm>

#include "searchd/pages/formats.h"
#include "searchd/pages/labels.h"
#include "searchd/pages/search_links.h"
#include "searchd/pages/strings.h"

namespace techpolicy {
namespace {

View notice(const std::string& message, const std::string& kind = {}, const std::string& url = {},
            const std::string& link = {}) {
  View view;
  return view.text("message", message).text("kind", kind).text("url", url).text("link", link);
}

std::vector<std::string> names_of(const std::vector<EntityRef>& entities) {
  std::vector<std::string> names;
  for (const EntityRef& entity : entities) names.push_back(entity.name);
  return names;
}

void add_alias_notice(std::vector<View>& notices, const SearchRequest& asked,
                      const SearchResult& result) {
  SearchRequest other = from_start(asked);
  other.aliases = !asked.aliases;
  if (!asked.aliases && !asked.q.empty()) {
    notices.push_back(notice(ui_text("aliases_off"), "", search_url(other), ui_text("aliases_on")));
  } else if (!result.also.empty()) {
    notices.push_back(notice(ui_text("also", {{"names", ui_list(names_of(result.also))}}), "",
                             search_url(other), ui_text("only_words")));
  }
}

void add_offers(std::vector<View>& notices, const SearchRequest& asked,
                const SearchResult& result) {
  for (const EntityRef& entity : result.offered) {
    const std::string message =
        ui_text("offered", {{"type", facet_type(entity.key.type)}, {"name", entity.name}});
    notices.push_back(notice(message, "offer",
                             search_url(with_value(asked, entity.key.type, entity.key.id)),
                             ui_text("offered_link")));
  }
}

void add_respelling(std::vector<View>& notices, const SearchRequest& asked,
                    const SearchResult& result) {
  if (!result.respelling) return;
  SearchRequest other = from_start(asked);
  other.q = result.respelling->query;
  notices.push_back(notice(ui_text("did_you_mean"), "offer", search_url(other),
                           other.q + " (" + format_number(result.respelling->total) + ")"));
}

/// The first words that a pattern stands for, and how many more.
void add_expansions(std::vector<View>& notices, const SearchResult& result) {
  constexpr std::size_t kShown = 8;
  for (const Expansion& expansion : result.expansions) {
    const std::size_t shown = std::min(kShown, expansion.words.size());
    std::vector<std::string> words(expansion.words.begin(),
                                   expansion.words.begin() + static_cast<std::ptrdiff_t>(shown));
    const std::size_t more = expansion.words.size() - shown;
    if (more > 0) words.push_back(ui_count("expanded_more", more));
    notices.push_back(
        notice(words.empty()
                   ? ui_text("expanded_nothing", {{"typed", expansion.typed}})
                   : ui_text("expanded", {{"typed", expansion.typed}, {"words", ui_list(words)}}),
               words.empty() ? "warn" : "quiet"));
  }
}

SearchRequest without_dates(const SearchRequest& asked, const SearchResult& result) {
  SearchRequest other = from_start(asked);
  if (result.without_dates) other.q = *result.without_dates;
  other.from.reset();
  other.to.reset();
  return other;
}

/// Then and now, for who follows a citation.
void add_cited(std::vector<View>& notices, const SearchPageContent& content,
               const CitedSearch& cited) {
  SearchRequest since = from_start(content.asked);
  since.since = cited.sequence;
  const bool same = cited.total == content.result.total;
  const std::string text =
      ui_text(same ? "cited_same" : "cited", {{"date", format_date(cited.on)},
                                              {"then", ui_count("articles", cited.total)},
                                              {"now", ui_count("articles", content.result.total)}});
  const bool grown = content.result.index.sequence > cited.sequence;
  notices.push_back(grown ? notice(text, "", search_url(since), ui_text("cited_new"))
                          : notice(text));
}

/// A page after the last: somebody kept an address, and the result has shrunk.
void add_beyond(std::vector<View>& notices, const SearchRequest& asked,
                const SearchResult& result) {
  if (result.total == 0 || !result.hits.empty() || asked.per_page == 0) return;
  SearchRequest last = from_start(asked);
  last.page = static_cast<unsigned>((result.listed() + asked.per_page - 1) / asked.per_page);
  notices.push_back(notice(ui_text("page_beyond", {{"pages", format_number(last.page)}}), "warn",
                           search_url(last), ui_text("page_beyond_link")));
}

}  // namespace

void add_notices(View& page, const SearchPageContent& content) {
  const SearchRequest& asked = content.asked;
  const SearchResult& result = content.result;
  std::vector<View> notices;
  if (content.options.cited) add_cited(notices, content, *content.options.cited);
  add_alias_notice(notices, asked, result);
  add_respelling(notices, asked, result);
  add_offers(notices, asked, result);
  add_expansions(notices, result);
  for (const SearchWarning& warning : result.warnings) {
    notices.push_back(notice(warning.detail, "warn"));
  }
  if (result.undated_excluded > 0) {
    notices.push_back(notice(ui_count("undated", result.undated_excluded), "",
                             search_url(without_dates(asked, result)), ui_text("undated_link")));
  }
  add_beyond(notices, asked, result);
  if (!content.ignored.empty()) {
    notices.push_back(notice(ui_text("ignored", {{"names", ui_list(content.ignored)}}), "quiet"));
  }
  page.optional_list("notes", std::move(notices));
}

}  // namespace techpolicy
