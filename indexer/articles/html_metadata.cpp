#include "indexer/articles/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/articles/ascii.h"
#include "indexer/articles/date_line.h"
#include "indexer/articles/html_blocks.h"
#include "indexer/articles/html_byline.h"
#include "indexer/articles/html_main_text.h"
#include "indexer/articles/json_ld.h"

namespace techpolicy {
namespace {

/// The <meta> elements of a page: names in lower case, values as written.
class MetaElements {
 public:
  explicit MetaElements(const HtmlTree& tree) {
    for (const HtmlNode& node : tree) {
      if (!node.is("meta") || ascii_trim(node.attribute("content")).empty()) continue;
      for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string_view name = node.attribute(attribute);
        if (!name.empty()) entries_.emplace_back(ascii_lower(name), node.attribute("content"));
      }
    }
  }

  [[nodiscard]] std::vector<std::string> all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [known, value] : entries_) {
      if (known == name) values.push_back(value);
    }
    return values;
  }

  /// Adds the values of all names to a field, in the order of the names.
  void add_to(RecordFields& fields, std::string_view field,
              std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (std::string& value : all(name)) fields.add(field, std::move(value));
    }
  }

  /// The values of the first name that has any.
  [[nodiscard]] std::vector<std::string> first_of(
      std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      auto values = all(name);
      if (!values.empty()) return values;
    }
    return {};
  }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

/// The text inside a node, as it stands.
std::string inner_text(const HtmlTree& tree, std::size_t i) {
  std::string text;
  for (std::size_t j = i; j < tree[i].end; ++j) {
    if (tree[j].kind == HtmlNode::Kind::text) text += tree[j].text;
  }
  return text;
}

/// A text on one line.
std::string inner_line(std::string_view text) {
  std::string line(text);
  std::replace_if(line.begin(), line.end(), is_ascii_space, ' ');
  return line;
}

template <typename Choose>
std::optional<std::size_t> first_node(const HtmlTree& tree, const Choose& choose) {
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (choose(i)) return i;
  }
  return std::nullopt;
}

JsonLdFacts json_ld_of(const HtmlTree& tree) {
  JsonLdFacts facts;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (!tree[i].is("script")) continue;
    if (ascii_lower(ascii_trim(tree[i].attribute("type"))) != "application/ld+json") continue;
    read_json_ld(inner_text(tree, i), facts);
  }
  return facts;
}

/// For each node whether it stands in the story, as the page marks it.
std::vector<bool> inside_story(const HtmlTree& tree) {
  std::vector<bool> inside(tree.size(), false);
  for (std::size_t i = 1; i < tree.size(); ++i) {
    inside[i] = inside[tree[i].parent] || is_story_element(tree[i]);
  }
  return inside;
}

/// The headline: an h1 in the story, else one that is not furniture (a site's name is often an h1).
std::optional<std::size_t> top_heading(const HtmlTree& tree, const HtmlMarks& marks) {
  const std::vector<bool> inside = inside_story(tree);
  const auto is_headline = [&](std::size_t i) {
    return tree[i].is("h1") && !ascii_trim(inner_text(tree, i)).empty();
  };
  const auto found = first_node(tree, [&](std::size_t i) { return inside[i] && is_headline(i); });
  if (found) return found;
  return first_node(tree, [&](std::size_t i) { return !marks.left_out[i] && is_headline(i); });
}

/// "Title | Source" without the source.
std::string without_source(std::string title, const std::string& source) {
  if (source.empty() || !title.ends_with(source)) return title;
  std::string_view rest =
      ascii_trim(std::string_view(title).substr(0, title.size() - source.size()));
  for (const std::string_view separator : {"|", "-", "–", "—", "·", ":", "»", "•"}) {
    if (!rest.ends_with(separator)) continue;
    rest = ascii_trim(rest.substr(0, rest.size() - separator.size()));
    return rest.empty() ? title : std::string(rest);
  }
  return title;
}

void add_source(const MetaElements& meta, const JsonLdFacts& facts, RecordFields& fields) {
  meta.add_to(fields, "source", {"og:site_name"});
  fields.add("source", facts.publisher);
  meta.add_to(fields, "source", {"citation_journal_title", "dc.publisher", "publisher"});
}

void add_title(const HtmlTree& tree, const HtmlMarks& marks, const MetaElements& meta,
               const JsonLdFacts& facts, RecordFields& fields) {
  const std::string source = fields.first(RecordKey::source);
  for (std::string& title : meta.all("og:title")) {
    fields.add("title", without_source(std::move(title), source));
  }
  if (const auto heading = top_heading(tree, marks)) {
    fields.add("title", inner_text(tree, *heading));
  }
  fields.add("title", facts.headline);
  const auto title = first_node(tree, [&](std::size_t i) { return tree[i].is("title"); });
  if (title) {
    fields.add("title", without_source(std::string(ascii_trim(inner_text(tree, *title))), source));
  }
}

/// A change has another date than the publication, which is then better not known.
bool tells_of_change(const HtmlNode& node) {
  const std::string names = ascii_lower(std::string(node.attribute("class")) + ' ' +
                                        std::string(node.attribute("itemprop")));
  const bool changed =
      names.find("updat") != std::string::npos || names.find("modif") != std::string::npos;
  return changed && names.find("publish") == std::string::npos;
}

bool is_time(const HtmlNode& node) { return node.is("time") && !tells_of_change(node); }

void add_time(const HtmlTree& tree, std::size_t i, RecordFields& fields) {
  fields.add("date", std::string(tree[i].attribute("datetime")));
  fields.add("date", inner_text(tree, i));
}

/// The <time> of the article itself, not one in a list of other articles: in the story, else little
/// text behind the headline, else in what is left as text.
std::optional<std::size_t> byline_time(const HtmlTree& tree, const HtmlMarks& marks) {
  constexpr std::size_t kNearBytes = 300;
  const std::vector<bool> inside = inside_story(tree);
  const auto in_story =
      first_node(tree, [&](std::size_t i) { return is_time(tree[i]) && inside[i]; });
  if (in_story) return in_story;
  if (const auto heading = top_heading(tree, marks)) {
    std::size_t bytes = 0;
    for (std::size_t i = tree[*heading].end; i < tree.size() && bytes < kNearBytes; ++i) {
      if (is_time(tree[i])) return i;
      if (tree[i].kind == HtmlNode::Kind::text) bytes += ascii_trim(tree[i].text).size();
    }
  }
  return first_node(tree, [&](std::size_t i) { return is_time(tree[i]) && !marks.left_out[i]; });
}

/// A date in the lines below the headline, as a reader sees them.
std::string date_below(const HtmlTree& tree, std::size_t heading) {
  constexpr std::size_t kNearBytes = 500;
  const std::vector<std::size_t> blocks = block_elements(tree);
  std::string lines;
  for (std::size_t i = tree[heading].end; i < tree.size() && lines.size() < kNearBytes;) {
    const HtmlNode& node = tree[i];
    if (is_silent_element(node) || (node.is("time") && tells_of_change(node))) {
      i = node.end;
      continue;
    }
    if (blocks[i] == i) lines += '\n';
    if (node.kind == HtmlNode::Kind::text) lines += inner_line(node.text);
    ++i;
  }
  const auto date = date_at_top(lines);
  return date ? date->iso() : std::string{};
}

void add_date(const HtmlTree& tree, const HtmlMarks& marks, const MetaElements& meta,
              const JsonLdFacts& facts, RecordFields& fields) {
  meta.add_to(fields, "date",
              {"article:published_time", "og:article:published_time", "datepublished",
               "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
               "date.issued", "dcterms.issued", "dcterms.created", "dc.date.issued", "dc.date",
               "dcterms.date", "citation_publication_date", "date"});
  fields.add("date", facts.date);
  const auto published = first_node(tree, [&](std::size_t i) {
    return has_word(tree[i].attribute("itemprop"), "datepublished");
  });
  if (published) add_time(tree, *published, fields);
  if (const auto time = byline_time(tree, marks)) add_time(tree, *time, fields);
  if (const auto heading = top_heading(tree, marks)) {
    fields.add("date", date_below(tree, *heading));
  }
}

/// Browsers write where a page was saved from into a comment.
std::string saved_from(const HtmlTree& tree) {
  for (const HtmlNode& node : tree) {
    if (node.kind != HtmlNode::Kind::comment) continue;
    const std::string_view comment = node.text;
    for (const std::string_view mark : {"saved from url=(", "Page saved with SingleFile"}) {
      if (comment.find(mark) == std::string_view::npos) continue;
      const std::size_t begin = comment.find("http");
      if (begin == std::string_view::npos) return {};
      const std::string_view url = comment.substr(begin);
      return std::string(url.substr(0, url.find_first_of(" \t\r\n")));
    }
  }
  return {};
}

void add_url(const HtmlTree& tree, const MetaElements& meta, const JsonLdFacts& facts,
             RecordFields& fields) {
  for (const HtmlNode& node : tree) {
    if (node.is("link") && has_word(node.attribute("rel"), "canonical")) {
      fields.add("url", std::string(node.attribute("href")));
    }
  }
  meta.add_to(fields, "url", {"og:url"});
  fields.add("url", facts.url);
  fields.add("url", saved_from(tree));
}

void add_authors(const HtmlTree& tree, const HtmlMarks& marks, const MetaElements& meta,
                 const JsonLdFacts& facts, RecordFields& fields) {
  std::vector<std::string> authors = meta.first_of(
      {"author", "article:author", "parsely-author", "citation_author", "dc.creator"});
  std::erase_if(authors,
                [](const std::string& author) { return author.find("://") != author.npos; });
  if (authors.empty()) authors = facts.authors;
  if (authors.empty()) {
    const auto author = first_node(tree, [&](std::size_t i) {
      return has_word(tree[i].attribute("rel"), "author") && !tree[i].is("link");
    });
    if (author) authors.push_back(inner_text(tree, *author));
  }
  if (authors.empty()) {
    if (const auto heading = top_heading(tree, marks)) {
      authors.push_back(byline_near(tree, *heading));
    }
  }
  for (std::string& author : authors) fields.add("authors", std::move(author));
}

void add_language(const HtmlTree& tree, const MetaElements& meta, const JsonLdFacts& facts,
                  RecordFields& fields) {
  const auto html = first_node(tree, [&](std::size_t i) { return tree[i].is("html"); });
  if (html) {
    fields.add("lang", std::string(tree[*html].attribute("lang")));
    fields.add("lang", std::string(tree[*html].attribute("xml:lang")));
    // Set by the browser when it translates a page that is then saved.
    const std::string_view classes = tree[*html].attribute("class");
    if (has_word(classes, "translated-ltr") || has_word(classes, "translated-rtl")) {
      fields.add("machine_translated", "true");
    }
  }
  meta.add_to(fields, "lang", {"og:locale", "content-language", "language", "dc.language"});
  fields.add("lang", facts.language);
}

}  // namespace

std::string read_html_metadata(const HtmlTree& tree, const HtmlMarks& marks, RecordFields& fields) {
  const MetaElements meta(tree);
  JsonLdFacts facts = json_ld_of(tree);
  add_source(meta, facts, fields);
  add_title(tree, marks, meta, facts, fields);
  add_date(tree, marks, meta, facts, fields);
  add_url(tree, meta, facts, fields);
  add_authors(tree, marks, meta, facts, fields);
  add_language(tree, meta, facts, fields);
  for (std::string& tag : meta.first_of({"article:tag", "news_keywords", "keywords"})) {
    fields.add("tags", std::move(tag));
  }
  return std::move(facts.text);
}

}  // namespace techpolicy
