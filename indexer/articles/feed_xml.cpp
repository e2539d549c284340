#include "indexer/articles/feed_xml.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <memory>
#include <mutex>
#include <optional>

#include "indexer/articles/ascii.h"
#include "indexer/articles/xml_mending.h"

namespace techpolicy {
namespace {

/// The usual prefixes. The namespaces of RSS itself have none, and it is used without one too.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kPrefixes = {{
    {"http://www.w3.org/2005/Atom", "atom:"},
    {"http://purl.org/atom/ns#", "atom:"},
    {"http://purl.org/rss/1.0/modules/content/", "content:"},
    {"http://purl.org/dc/elements/1.1/", "dc:"},
    {"http://purl.org/dc/terms/", "dcterms:"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
    {"http://www.w3.org/1999/xhtml", "xhtml:"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
}};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

std::string usual_name(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  std::string name(view(local));
  if (uri == nullptr) return name;  // A prefix that is not declared is a part of the local name.
  for (const auto& [namespace_uri, usual] : kPrefixes) {
    if (namespace_uri == view(uri)) return std::string(usual) + name;
  }
  return prefix == nullptr ? name : std::string(view(prefix)) + ':' + name;
}

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else {
      html += c;
    }
  }
}

/// Receives the parser's events. What the feed nests how is not relied on: an item ends at its end
/// tag or where the next one begins.
class FeedHandler {
 public:
  explicit FeedHandler(ParsedFeed& feed) : feed_(feed) {}

  void set_parser(xmlParserCtxt* parser) { parser_ = parser; }
  [[nodiscard]] std::size_t line() const {
    return static_cast<std::size_t>(std::max(xmlSAX2GetLineNumber(parser_), 0));
  }

  void start(std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
    ++depth_;
    if (depth_ == 1) feed_.root = name.substr(name.find(':') + 1);
    if (is_item(name)) {
      end_item("another item begins in it");
      item_ = FeedItem{{}, line(), {}};
      begin_values();
      if (!attributes.empty()) item_->elements.push_back({"", "", "", std::move(attributes)});
    } else if (is_head(name)) {
      begin_values();
      if (depth_ == 1) feed_.head.push_back({"", "", "", std::move(attributes)});
    } else if (values_depth_ > 0) {
      start_value(std::move(name), std::move(attributes));
    }
  }

  void text(std::string_view characters) {
    if (!element_) return;
    element_->text += characters;
    append_escaped(markup_, characters);
    if (inner_) inner_->text += characters;
  }

  void end(std::string_view name) {
    if (item_ && is_item(name)) {
      end_item({});
    } else if (element_) {
      end_value(name);
    }
    if (depth_ < values_depth_) values_depth_ = 0;
    --depth_;
  }

  /// A breach of XML's rules.
  void fault(std::string_view message) {
    const std::string_view text = ascii_trim(message);
    if (item_) {
      if (item_->fault.empty()) item_->fault = text;
    } else if (feed_.fault.empty()) {
      feed_.fault = text;
      feed_.fault_line = line();
    }
  }

  void end_of_input() { end_item("the feed ends in it"); }

 private:
  [[nodiscard]] static bool is_item(std::string_view name) {
    return name == "item" || name == "atom:entry" || name == "entry";
  }
  /// RDF has its items beside the channel, so that the channel's elements end with it.
  [[nodiscard]] bool is_head(std::string_view name) const {
    return !item_ && values_depth_ == 0 &&
           (name == "channel" || name == "atom:feed" || (depth_ == 1 && name == "feed"));
  }

  void begin_values() {
    values_depth_ = depth_ + 1;
    element_.reset();
    inner_.reset();
  }

  void start_value(std::string name, std::vector<std::pair<std::string, std::string>> attributes) {
    if (!element_) {
      element_ = FeedElement{std::move(name), {}, {}, std::move(attributes)};
      element_depth_ = depth_;
      has_markup_ = false;
      markup_.clear();
      return;
    }
    has_markup_ = true;
    markup_ += '<' + name.substr(name.find(':') + 1) + '>';
    if (depth_ == element_depth_ + 1) {
      inner_ = FeedElement{element_->name + '/' + name, {}, {}, std::move(attributes)};
    }
  }

  void end_value(std::string_view name) {
    std::vector<FeedElement>& elements = item_ ? item_->elements : feed_.head;
    if (depth_ > element_depth_) {
      markup_.append("</").append(name.substr(name.find(':') + 1)).append(">");
      if (depth_ == element_depth_ + 1 && inner_) {
        elements.push_back(std::move(*inner_));
        inner_.reset();
      }
      return;
    }
    if (has_markup_) element_->markup = std::move(markup_);
    elements.push_back(std::move(*element_));
    element_.reset();
  }

  void end_item(std::string_view fault_if_open) {
    if (!item_) return;
    if (!fault_if_open.empty() && item_->fault.empty()) item_->fault = fault_if_open;
    feed_.items.push_back(std::move(*item_));
    item_.reset();
    element_.reset();
    // Behind an Atom entry the head may go on.
    values_depth_ = feed_.root == "feed" ? 2 : (feed_.root == "rss" ? 3 : 0);
  }

  ParsedFeed& feed_;
  xmlParserCtxt* parser_ = nullptr;
  std::size_t depth_ = 0;         ///< Of the element that is open.
  std::size_t values_depth_ = 0;  ///< Of elements that are values; 0 outside of item and head.
  std::size_t element_depth_ = 0;
  std::optional<FeedItem> item_;
  std::optional<FeedElement> element_;
  std::optional<FeedElement> inner_;  ///< An element directly in element_.
  bool has_markup_ = false;
  std::string markup_;
};

FeedHandler& handler(void* data) { return *static_cast<FeedHandler*>(data); }

void on_start(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int,
              const xmlChar**, int attribute_count, int, const xmlChar** attributes) {
  std::vector<std::pair<std::string, std::string>> list;
  for (int i = 0; i < attribute_count; ++i) {
    // libxml2 gives five strings an attribute: name, prefix, namespace, begin and end of the value.
    const xmlChar* const* attribute = attributes + std::ptrdiff_t{5} * i;
    const auto* begin = reinterpret_cast<const char*>(attribute[3]);
    list.emplace_back(view(attribute[0]),
                      std::string(begin, reinterpret_cast<const char*>(attribute[4])));
  }
  handler(data).start(usual_name(local, prefix, uri), std::move(list));
}

void on_end(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  handler(data).end(usual_name(local, prefix, uri));
}

void on_text(void* data, const xmlChar* text, int size) {
  handler(data).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

/// The parameter is a pointer to const from libxml2 2.12 on.
template <typename Error>
void on_error(void* data, Error* error) {
  if (error->level == XML_ERR_FATAL) {
    handler(data).fault(error->message == nullptr ? "damaged" : error->message);
  }
}

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    // Declared entities are kept in a document although nobody asked for one.
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

}  // namespace

std::string_view FeedElement::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

ParsedFeed parse_feed(std::string_view text) {
  static std::once_flag initialized;
  std::call_once(initialized, xmlInitParser);
  ParsedFeed feed;
  FeedHandler events(feed);
  xmlSAXHandler sax{};  // Entities that the feed declares were mended away: none is expanded.
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.cdataBlock = on_text;
  sax.ignorableWhitespace = on_text;
  sax.serror = on_error;
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
      xmlCreatePushParserCtxt(&sax, &events, nullptr, 0, nullptr));
  if (!parser) return feed;
  // "Huge" lifts limits on depth and length that would end the feed; the file's size bounds both.
  xmlCtxtUseOptions(parser.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE |
                                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  events.set_parser(parser.get());
  const std::string xml = mended_xml(text);
  xmlParseChunk(parser.get(), xml.data(), static_cast<int>(xml.size()), 1);
  events.end_of_input();
  return feed;
}

}  // namespace techpolicy
