#include "searchd/api/feeds.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searchd/api/api_parameters.h"
#include "searchd/api/json_values.h"

namespace techpolicy {
namespace {

constexpr unsigned kEntries = 50;
constexpr std::string_view kNames = "urn:x-techpolicy-search:";

/// The query string of the feed: sort and size are always the same and are left out.
std::string feed_query(SearchRequest request) {
  const SearchRequest defaults;
  request.sort.reset();
  request.per_page = defaults.per_page;
  request.facets_by_default = true;
  request.facet_limit = defaults.facet_limit;
  return query_string(request);
}

std::string feed_link(const FeedAddresses& addresses, const SearchRequest& request) {
  return addresses.origin + with_query(addresses.path, feed_query(request));
}

/// The page of the same search, newest entries first like the feed.
std::string page_link(const FeedAddresses& addresses, SearchRequest request) {
  const SearchRequest defaults;
  request.cursor.clear();
  request.per_page = defaults.per_page;
  request.facets_by_default = true;
  request.facet_limit = defaults.facet_limit;
  return addresses.origin + with_query("/search", query_string(request));
}

std::string next_link(const FeedAddresses& addresses, SearchRequest request,
                      const SearchResult& result) {
  request.cursor = result.next_cursor;
  return result.next_cursor.empty() ? "" : feed_link(addresses, request);
}

std::string article_link(const FeedAddresses& addresses, const Hit& hit) {
  return addresses.origin + "/article/" + url_encode(hit.id);
}

/// What was searched for, in words.
std::string feed_title(const SearchRequest& request, const SearchResult& result) {
  std::string wanted = request.q;
  for (const FacetResult& facet : result.facets) {
    for (const FacetCount& value : facet.values) {
      const bool chosen = value.selected || value.about_selected;
      if (!chosen && !value.excluded) continue;
      wanted +=
          (wanted.empty() ? "" : ", ") + std::string(value.excluded ? "not " : "") + value.label;
    }
  }
  return wanted.empty() ? "Tech policy search: all articles" : "Tech policy search: " + wanted;
}

std::string summary_of(const Hit& hit) {
  return hit.snippets.empty() ? "" : unmarked_text(hit.snippets.front());
}

std::uint64_t last_added(const SearchResult& result) {
  std::uint64_t last = 0;
  for (const Hit& hit : result.hits) last = std::max(last, hit.added);
  return last == 0 ? result.index.updated_at : last;
}

std::string date_time(const PartialDate& date) { return date.iso() + "T00:00:00Z"; }

bool is_full(const std::optional<PartialDate>& date) {
  return date && date->precision == DatePrecision::day;
}

class Xml {
 public:
  void raw(std::string_view text) { text_.append(text); }
  void element(std::string_view name, std::string_view text) {
    text_.append("<").append(name).append(">").append(xml_text(text));
    text_.append("</").append(name.substr(0, name.find(' '))).append(">\n");
  }
  /// `attributes`: names and values in turn.
  void empty(std::string_view name, std::initializer_list<std::string_view> attributes) {
    text_.append("<").append(name);
    for (auto at = attributes.begin(); at != attributes.end(); at += 2) {
      text_.append(" ").append(*at).append("=\"").append(xml_text(*(at + 1))).append("\"");
    }
    text_.append("/>\n");
  }
  void link(std::string_view relation, std::string_view type, std::string_view address) {
    if (!address.empty()) empty("link", {"rel", relation, "type", type, "href", address});
  }
  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

void add_entry(Xml& xml, const FeedAddresses& addresses, const Hit& hit) {
  xml.raw("<entry>\n");
  xml.element("id", std::string(kNames) + "article:" + url_encode(hit.id));
  xml.element("title", unmarked_text(hit.title));
  xml.link("alternate", "text/html", article_link(addresses, hit));
  if (!hit.original_url.empty()) xml.link("via", "text/html", hit.original_url);
  xml.element("updated", timestamp(hit.added));
  if (is_full(hit.published)) xml.element("published", date_time(*hit.published));
  xml.raw("<author>");
  xml.element("name", hit.source.name.empty() ? "unknown" : hit.source.name);
  xml.raw("</author>\n");
  for (const EntityRef& entity : hit.entities) {
    xml.empty("category", {"term", entity.key.id, "scheme",
                           std::string(kNames) + std::string(facet_row(entity.key.type).name),
                           "label", entity.name});
  }
  xml.element("summary", summary_of(hit));
  xml.raw("</entry>\n");
}

Json item_json(const FeedAddresses& addresses, const Hit& hit) {
  Json item = {{"id", hit.id},
               {"url", article_link(addresses, hit)},
               {"title", unmarked_text(hit.title)},
               {"content_text", summary_of(hit)},
               {"date_modified", timestamp(hit.added)}};
  if (!hit.original_url.empty()) item["external_url"] = hit.original_url;
  if (is_full(hit.published)) item["date_published"] = date_time(*hit.published);
  if (!hit.source.name.empty()) item["authors"] = Json::array({{{"name", hit.source.name}}});
  if (hit.lang != "und") item["language"] = hit.lang;
  Json tags = Json::array();
  for (const EntityRef& entity : hit.entities) tags.push_back(entity.name);
  if (!tags.empty()) item["tags"] = std::move(tags);
  return item;
}

}  // namespace

SearchRequest feed_search(SearchRequest request) {
  request.sort = Sort::added;
  request.per_page = kEntries;
  request.facets.clear();
  request.facets_by_default = false;
  for (const FacetRow& row : kFacets) {  // for the labels in the title
    if (!request.filter(row.facet).empty()) request.facets.push_back(row.facet);
  }
  request.facet_limit = 1;
  return request;
}

std::string atom_feed(const FeedAddresses& addresses, const SearchRequest& asked,
                      const SearchResult& result) {
  Xml xml;
  xml.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
  SearchRequest first = asked;
  first.cursor.clear();
  xml.element("id", std::string(kNames) + "search:" + feed_query(first));
  xml.element("title", feed_title(asked, result));
  xml.element("updated", timestamp(last_added(result)));
  xml.link("self", "application/atom+xml", feed_link(addresses, asked));
  xml.link("alternate", "text/html", page_link(addresses, asked));
  xml.link("next", "application/atom+xml", next_link(addresses, asked, result));
  xml.element("opensearch:totalResults", std::to_string(result.total));
  xml.element("opensearch:itemsPerPage", std::to_string(asked.per_page));
  xml.empty("opensearch:Query", {"role", "request", "searchTerms", asked.q});
  for (const Hit& hit : result.hits) add_entry(xml, addresses, hit);
  xml.raw("</feed>\n");
  return std::move(xml).take();
}

std::string json_feed(const FeedAddresses& addresses, const SearchRequest& asked,
                      const SearchResult& result) {
  Json items = Json::array();
  for (const Hit& hit : result.hits) items.push_back(item_json(addresses, hit));
  Json feed = {{"version", "https://jsonfeed.org/version/1.1"},
               {"title", feed_title(asked, result)},
               {"home_page_url", page_link(addresses, asked)},
               {"feed_url", feed_link(addresses, asked)}};
  if (const std::string next = next_link(addresses, asked, result); !next.empty())
    feed["next_url"] = next;
  feed["_search"] = {{"total", result.total},
                     {"revision", result.index.revision},
                     {"sequence", result.index.sequence}};
  feed["items"] = std::move(items);
  return json_bytes(feed);
}

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (text.substr(i).starts_with("\xEF\xBF\xBE") || text.substr(i).starts_with("\xEF\xBF\xBF")) {
      i += 2;  // U+FFFE, U+FFFF
      continue;
    }
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else if (byte >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace techpolicy
