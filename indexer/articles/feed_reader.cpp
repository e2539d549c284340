// Feeds, RSS 2.0, RSS 1.0 (RDF) and Atom: one article an item.
#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "indexer/articles/ascii.h"
#include "indexer/articles/charset.h"
#include "indexer/articles/feed_xml.h"
#include "indexer/articles/html_main_text.h"
#include "indexer/articles/html_tree.h"
#include "indexer/articles/readers.h"
#include "indexer/articles/record_fields.h"
#include "indexer/articles/urls.h"
#include "indexer/articles/whole_file.h"
#include "indexer/articles/xml_mending.h"

namespace techpolicy {
namespace {

/// Feeds hold days or months, not archives; this one is held in memory.
constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;

constexpr std::string_view kNoText =
    "the item has no text, in neither description, summary nor content; where the feed gives only "
    "links, save the pages and index them";

/// How the value of an element is read.
enum class Reading {
  line,    ///< As it is, without tags.
  text,    ///< HTML where it looks like it, else as it is.
  person,  ///< "name", "mail@host (name)".
  link,    ///< Atom: the address in `href`, where it is the article's.
  label,   ///< Atom: the category in `label`, else in `term`.
};

struct FeedName {
  std::string_view element;
  std::string_view field;  ///< One of kRecordNames; their order says which value counts first.
  Reading reading;
};

constexpr std::array kItemNames = {
    FeedName{"title", "title", Reading::line},
    FeedName{"atom:title", "title", Reading::line},
    FeedName{"dc:title", "headline", Reading::line},
    FeedName{"content:encoded", "text", Reading::text},
    FeedName{"atom:content", "text", Reading::text},
    FeedName{"xhtml:body", "text", Reading::text},
    FeedName{"description", "body", Reading::text},
    FeedName{"atom:summary", "body", Reading::text},
    FeedName{"dc:description", "content", Reading::text},
    FeedName{"feedburner:origLink", "canonical_url", Reading::line},
    FeedName{"link", "url", Reading::line},
    FeedName{"atom:link", "url", Reading::link},
    FeedName{"pubDate", "date", Reading::line},
    FeedName{"atom:published", "date", Reading::line},
    FeedName{"atom:issued", "date", Reading::line},
    FeedName{"dc:date", "published", Reading::line},
    FeedName{"dcterms:issued", "published", Reading::line},
    FeedName{"dcterms:created", "published_at", Reading::line},
    FeedName{"atom:updated", "date_publish", Reading::line},
    FeedName{"atom:modified", "date_publish", Reading::line},
    FeedName{"dc:creator", "authors", Reading::person},
    FeedName{"author", "author", Reading::person},
    FeedName{"atom:author/atom:name", "author", Reading::person},
    FeedName{"category", "tags", Reading::line},
    FeedName{"dc:subject", "tags", Reading::line},
    FeedName{"atom:category", "tags", Reading::label},
    FeedName{"source", "source", Reading::line},
    FeedName{"atom:source/atom:title", "source", Reading::line},
    FeedName{"dc:publisher", "publisher", Reading::line},
    FeedName{"dc:language", "lang", Reading::line},
};

/// Whether there is a tag in it: "a < b" has none.
bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 2);
    const std::size_t slash = rest.starts_with('/') ? 1 : 0;
    const bool named = rest.size() > slash && is_ascii_letter(rest[slash]);
    if (named && text.find('>', at) != std::string_view::npos) return true;
  }
  return false;
}

std::string text_in(const FeedElement& element) {
  const bool html = !element.markup.empty() || looks_like_html(element.text);
  if (!html) return element.text;
  return text_of(parse_html(element.markup.empty() ? element.text : element.markup).tree).text;
}

/// RSS asks for a mail address with the name in brackets behind it.
std::string person_in(const std::string& text) {
  std::string person(ascii_trim(text));
  const std::size_t open = person.find('(');
  if (person.find('@') == std::string::npos) return person;
  if (open == std::string::npos) return person.find(' ') == std::string::npos ? "" : person;
  return person.substr(open + 1, person.find(')', open) - open - 1);
}

std::string link_in(const FeedElement& element) {
  const std::string_view relation = element.attribute("rel");
  if (!relation.empty() && relation != "alternate") return {};
  return std::string(element.attribute("href"));
}

std::string value_of(const FeedElement& element, Reading reading) {
  switch (reading) {
    case Reading::line:
    case Reading::text:
      return text_in(element);
    case Reading::person:
      return person_in(element.text);
    case Reading::link:
      return link_in(element);
    case Reading::label:
      return std::string(element.attribute(element.attribute("label").empty() ? "term" : "label"));
  }
  return {};
}

/// Atom without its namespace is Atom all the same.
bool has_name(const FeedElement& element, std::string_view name, bool atom) {
  if (element.name == name) return true;
  return atom && name.starts_with("atom:") && element.name == name.substr(5);
}

/// What the head says of all items.
struct FeedHead {
  bool atom = false;
  std::string title;
  std::string link;
  std::string language;
  std::string author;
};

FeedHead head_of(const ParsedFeed& feed) {
  FeedHead head;
  head.atom = feed.root == "feed";
  const auto fill = [](std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
  };
  for (const FeedElement& element : feed.head) {
    if (has_name(element, "atom:title", head.atom) || element.name == "title") {
      fill(head.title, text_in(element));
    } else if (element.name == "language" || element.name == "dc:language") {
      fill(head.language, element.text);
    } else if (has_name(element, "atom:author/atom:name", head.atom)) {
      fill(head.author, person_in(element.text));
    } else if (element.name == "link" && !head.atom) {
      fill(head.link, std::string(ascii_trim(element.text)));
    } else if (has_name(element, "atom:link", head.atom)) {
      fill(head.link, link_in(element));
    } else if (element.name.empty()) {
      fill(head.language, std::string(element.attribute("lang")));
    }
  }
  return head;
}

/// Scheme and host of the feed's own address before a path.
std::string absolute(std::string url, const FeedHead& head) {
  url = ascii_trim(url);
  if (!url.starts_with('/') || url.starts_with("//")) return url;
  const std::size_t host = head.link.find("//");
  if (host == std::string::npos) return url;
  return head.link.substr(0, head.link.find('/', host + 2)) + url;
}

bool is_text_field(std::string_view field) {
  return field == "text" || field == "body" || field == "content";
}

/// Adds what an item says; returns the item's own identifier.
std::string add_values(const FeedItem& item, const FeedHead& head, RecordFields& fields) {
  std::string identifier;
  for (const FeedElement& element : item.elements) {
    if (element.name.empty()) {
      fields.add("link", std::string(element.attribute("about")));
      fields.add("language", std::string(element.attribute("lang")));
    } else if (element.name == "guid" || has_name(element, "atom:id", head.atom)) {
      identifier = ascii_trim(element.text);
      if (element.attribute("isPermaLink") != "false") fields.add("link", identifier);
    }
    for (const FeedName& name : kItemNames) {
      if (!has_name(element, name.element, head.atom)) continue;
      // The text stands elsewhere, at an address that nobody fetches.
      if (is_text_field(name.field) && !element.attribute("src").empty()) continue;
      std::string value = value_of(element, name.reading);
      if (name.field == "url") value = absolute(std::move(value), head);
      fields.add(name.field, std::move(value));
      break;
    }
  }
  return identifier;
}

Record record_of(const FeedItem& item, const FeedHead& head, const RecordPlace& place) {
  RecordFields fields;
  const std::string identifier = add_values(item, head, fields);
  fields.add("site", head.title);
  fields.add("byline", head.author);
  fields.add("language", head.language);
  Record record = make_record(std::move(fields), place);
  auto* article = std::get_if<Article>(&record);
  // Identifiers need to be unique in their feed only ("1", "2", ...), addresses are everywhere.
  if (article != nullptr && article->url.empty() && !identifier.empty()) {
    article->id = (head.link.empty() ? head.title : head.link) + ' ' + identifier;
  }
  return record;
}

}  // namespace

void read_feed_file(const InputFile& file, const RecordSink& sink) {
  auto bytes = read_whole_file(file, kMaxFileBytes);
  if (auto* rejected = std::get_if<RejectedRecord>(&bytes)) return sink(std::move(*rejected));
  const std::string& xml = std::get<std::string>(bytes);
  const ParsedFeed feed = parse_feed(decode_text(xml, xml_encoding(xml)));
  if (!feed.is_feed() && feed.items.empty()) {
    const bool damaged = feed.root.empty();
    return sink(reject({file, 0}, damaged ? "damaged-xml" : "unknown-format",
                       damaged ? "no XML in it (" + feed.fault + "); fetch the feed again"
                               : "no feed: the root element is <" + feed.root +
                                     ">, known are rss, feed and rdf:RDF"));
  }
  const FeedHead head = head_of(feed);
  bool told = false;
  for (const FeedItem& item : feed.items) {
    const RecordPlace place{file, item.line, kNoText};
    if (item.fault.empty()) {
      sink(record_of(item, head, place));
    } else {
      told = true;
      sink(reject(place, "damaged-xml",
                  "the item is not whole (" + item.fault + "); fetch the feed again"));
    }
  }
  if (!feed.fault.empty() && !told) {
    sink(reject({file, feed.fault_line}, "damaged-xml",
                feed.fault + "; items behind this place may be missing; fetch the feed again"));
  } else if (feed.items.empty()) {
    sink(reject({file, 0}, "no-text", "the feed holds no items"));
  }
}

}  // namespace techpolicy
