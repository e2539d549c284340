#include "searchd/pages/search_page.h"

#include <algorithm>

#include "searchd/pages/templates.h"
#include "searchd/pages/wording.h"

namespace techpolicy {
namespace {

using kainjow::mustache::list;

TemplateData runs_data(const MarkedText& text) {
  list runs;
  for (const TextRun& run : text) {
    TemplateData data;
    data.set("text", run.text);
    data.set("match", run.match);
    runs.push_back(data);
  }
  return TemplateData{runs};
}

void erase_value(std::vector<std::string>& values, const std::string& value) { std::erase(values, value); }

std::string value_label(const Searcher& searcher, Facet facet, const std::string& value) {
  return facet == Facet::lang ? language_text(value) : searcher.label(facet, value);
}

/// Builds the parts of one page from its result.
class SearchPage {
 public:
  SearchPage(const SearchResult& result, const Searcher& searcher) : result_(result), searcher_(searcher) {
    request_ = result.request;
    request_.cursor.clear();
    request_.page = 1;
  }

  std::string render(const std::vector<std::string>& ignored) {
    TemplateData page;
    page.set("heading", heading());
    page.set("from", request_.from ? request_.from->iso() : "");
    page.set("to", request_.to ? request_.to->iso() : "");
    page.set("api_link", "/api/v1/search?" + query_string(request_));
    add_facets(page);
    add_chips(page);
    add_sorts(page);
    add_notes(page, ignored);
    add_hits(page);
    add_pager(page);
    return whole_page((request_.q.empty() ? "All articles" : request_.q) + " – Tech policy search", request_.q,
                      fill(kSearchTemplate, std::move(page)));
  }

 private:
  [[nodiscard]] std::string heading() const {
    const std::string count = count_text(result_.total, "article", "articles");
    return request_.q.empty() ? count : count + " for “" + request_.q + "”";
  }

  void add_facets(TemplateData& page) const {
    list facets;
    for (const FacetResult& facet : result_.facets) {
      if (facet.values.empty()) continue;
      const std::string name(facet_row(facet.facet).name);
      TemplateData data;
      data.set("facet", name);
      data.set("plural", std::string(facet_row(facet.facet).plural));
      list values;
      list excluded;
      for (const FacetCount& value : facet.values) {
        (value.excluded ? excluded : values).push_back(value_data(facet.facet, value));
      }
      data.set("values", TemplateData{values});
      data.set("excluded_values", TemplateData{excluded});
      data.set("all_switch", facet_row(facet.facet).kind == FacetKind::entity &&
                                 request_.filter(facet.facet).any.size() > 1);
      data.set("all", facet.conjunctive);
      data.set("distinct", number_text(facet.distinct));
      data.set("more_link", facet.distinct > values.size() ? TemplateData{"/facets/" + name + "?" + query_string(request_)}
                                                           : TemplateData{false});
      facets.push_back(data);
    }
    page.set("facets", TemplateData{facets});
  }

  [[nodiscard]] TemplateData value_data(Facet facet, const FacetCount& value) const {
    SearchRequest other = request_;
    other.filter(facet).none.push_back(value.value);
    erase_value(other.filter(facet).any, value.value);
    TemplateData data;
    data.set("value", value.value);
    data.set("label", value_label(searcher_, facet, value.value));
    data.set("count", number_text(value.count));
    data.set("selected", value.selected);
    data.set("excluded", value.excluded || facet == Facet::year);
    data.set("exclude_link", search_link(other));
    return data;
  }

  void add_chip(list& chips, const std::string& text, const SearchRequest& other) const {
    TemplateData chip;
    chip.set("text", text);
    chip.set("link", search_link(other));
    chips.push_back(chip);
  }

  void add_chips(TemplateData& page) {
    list chips;
    for (const FacetRow& row : kFacets) {
      for (const std::string& value : request_.filter(row.facet).any) {
        SearchRequest other = request_;
        erase_value(other.filter(row.facet).any, value);
        add_chip(chips, value_label(searcher_, row.facet, value), other);
      }
      for (const std::string& value : request_.filter(row.facet).none) {
        SearchRequest other = request_;
        erase_value(other.filter(row.facet).none, value);
        add_chip(chips, "not " + value_label(searcher_, row.facet, value), other);
      }
    }
    if (request_.from) {
      SearchRequest other = request_;
      other.from.reset();
      add_chip(chips, "from " + date_text(request_.from), other);
    }
    if (request_.to) {
      SearchRequest other = request_;
      other.to.reset();
      add_chip(chips, "to " + date_text(request_.to), other);
    }
    SearchRequest bare;
    bare.q = request_.q;
    page.set("chips?", !chips.empty());
    page.set("chip_count", chips.empty() ? TemplateData{false} : TemplateData{std::to_string(chips.size())});
    page.set("clear_link", search_link(bare));
    for (const TemplateData& chip : chips) ways_.push_back(chip);
    page.set("chips", TemplateData{chips});
  }

  void add_sorts(TemplateData& page) const {
    list sorts;
    constexpr std::pair<Sort, const char*> kLabels[] = {{Sort::relevance, "Relevance"}, {Sort::lexical, "Words alone"},
                                                        {Sort::newest, "Newest first"}, {Sort::oldest, "Oldest first"},
                                                        {Sort::added, "Last added"}};
    for (const auto& [sort, label] : kLabels) {
      TemplateData data;
      data.set("value", std::string(sort_name(sort)));
      data.set("label", label);
      data.set("selected", request_.sort == sort);
      sorts.push_back(data);
    }
    page.set("sorts", TemplateData{sorts});
  }

  static void add_note(list& notes, const std::string& text, const std::string& link = "", const std::string& words = "") {
    TemplateData note;
    note.set("text", text);
    note.set("link", link.empty() ? TemplateData{false} : TemplateData{link});
    note.set("link_text", words);
    notes.push_back(note);
  }

  void add_notes(TemplateData& page, const std::vector<std::string>& ignored) const {
    list notes;
    SearchRequest other = request_;
    other.aliases = !request_.aliases;
    if (!result_.also.empty()) {
      std::string names;
      for (const EntityRef& entity : result_.also) names += (names.empty() ? "" : ", ") + entity.name;
      add_note(notes, "Also found under every other name of " + names + ".", search_link(other), "Only the words typed");
    } else if (!request_.aliases) {
      add_note(notes, "Only the words typed.", search_link(other), "With all names");
    }
    for (const EntityRef& entity : result_.offered) {
      SearchRequest filtered = request_;
      filtered.filter(entity.key.type).any.push_back(entity.key.id);
      add_note(notes, "Did you mean the " + std::string(facet_row(entity.key.type).name) + " " + entity.name + "?",
               search_link(filtered), "Only articles that name it");
    }
    for (const SearchWarning& warning : result_.warnings) add_note(notes, warning.detail);
    if (result_.undated_excluded > 0) {
      add_note(notes, count_text(result_.undated_excluded, "more article matches", "more articles match") +
                          " but cannot be placed in these dates.");
    }
    for (const std::string& name : ignored) add_note(notes, "The parameter " + name + " is not known and was ignored.");
    page.set("notes", TemplateData{notes});
  }

  void add_hits(TemplateData& page) {
    list hits;
    for (const Hit& hit : result_.hits) hits.push_back(hit_data(hit));
    page.set("hits", TemplateData{hits});
    if (!request_.q.empty()) {
      SearchRequest any = request_;
      any.options.default_operator = DefaultOperator::any;
      add_chip(ways_, "Articles with any of the words", any);
    }
    page.set("ways", TemplateData{ways_});
    page.set("empty", result_.total == 0);
  }

  [[nodiscard]] TemplateData hit_data(const Hit& hit) const {
    TemplateData data;
    SearchRequest of;
    of.q = request_.q;
    const std::string query = query_string(of);
    data.set("link", "/article/" + url_encode(hit.id) + (query.empty() ? "" : "?" + query));
    data.set("title", runs_data(hit.title));
    data.set("meta", meta_text(hit.published, hit.source.name, hit.lang, hit.machine_translated));
    data.set("original", hit.original_url.empty() ? TemplateData{false} : TemplateData{hit.original_url});
    list snippets;
    for (const MarkedText& snippet : hit.snippets) {
      TemplateData one;
      one.set("runs", runs_data(snippet));
      snippets.push_back(one);
    }
    data.set("snippets", TemplateData{snippets});
    list entities;
    for (const EntityRef& entity : hit.entities) {
      SearchRequest other = request_;
      auto& chosen = other.filter(entity.key.type).any;
      if (std::find(chosen.begin(), chosen.end(), entity.key.id) == chosen.end()) chosen.push_back(entity.key.id);
      TemplateData one;
      one.set("type", std::string(facet_row(entity.key.type).name));
      one.set("link", search_link(other));
      one.set("name", entity.name);
      entities.push_back(one);
    }
    data.set("entities", TemplateData{entities});
    return data;
  }

  void add_pager(TemplateData& page) const {
    const unsigned size = std::max(1U, request_.per_page);
    const std::uint64_t deepest = kMaxResultDepth / size;
    const std::uint64_t last = std::min<std::uint64_t>((result_.total + size - 1) / size, deepest);
    const std::uint64_t current = result_.request.page;
    const auto link_to = [&](std::uint64_t number) {
      SearchRequest other = request_;
      other.page = static_cast<unsigned>(number);
      return "/search?" + query_string(other);
    };
    list pages;
    constexpr std::uint64_t kAround = 3;
    for (std::uint64_t number = current > kAround ? current - kAround : 1; number <= std::min(last, current + kAround); ++number) {
      TemplateData data;
      data.set("number", number_text(number));
      data.set("link", link_to(number));
      data.set("current", number == current);
      pages.push_back(data);
    }
    page.set("paged", last > 1);
    page.set("pages", TemplateData{pages});
    page.set("prev", current > 1 ? TemplateData{link_to(current - 1)} : TemplateData{false});
    page.set("next", current < last ? TemplateData{link_to(current + 1)} : TemplateData{false});
  }

  const SearchResult& result_;
  const Searcher& searcher_;
  SearchRequest request_;
  list ways_;
};

}  // namespace

std::string search_link(SearchRequest request) {
  request.page = 1;
  request.cursor.clear();
  const std::string query = query_string(request);
  return query.empty() ? "/search" : "/search?" + query;
}

std::string render_search_page(const SearchResult& result, const Searcher& searcher,
                               const std::vector<std::string>& ignored) {
  return SearchPage(result, searcher).render(ignored);
}

}  // namespace techpolicy
