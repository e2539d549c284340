#include "indexer/articles/html_tree.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>
#include <mutex>
#include <new>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};
using Parser = std::unique_ptr<htmlParserCtxt, FreeParser>;

/// In place of the parser's own handler, which it calls.
void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* const parser = static_cast<htmlParserCtxt*>(context);
  if (parser->nameNr <= kDeepestElement) return xmlSAX2StartElement(context, name, attributes);
  *static_cast<bool*>(parser->_private) = false;
  xmlStopParser(parser);
}

std::string text_in(const xmlChar* text) {
  return text == nullptr ? std::string{} : reinterpret_cast<const char*>(text);
}

/// "og:title" keeps its prefix: HTML has no namespaces, and libxml2 makes none of it.
HtmlAttribute attribute_of(xmlAttr* attribute) {
  xmlChar* value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
  HtmlAttribute result{ascii_lower(text_in(attribute->name)), text_in(value)};
  if (value != nullptr) xmlFree(value);
  return result;
}

HtmlNode node_of(const xmlNode* source) {
  HtmlNode node;
  switch (source->type) {
    case XML_ELEMENT_NODE:
      node.name = ascii_lower(text_in(source->name));
      for (xmlAttr* attribute = source->properties; attribute != nullptr;
           attribute = attribute->next) {
        node.attributes.push_back(attribute_of(attribute));
      }
      break;
    case XML_COMMENT_NODE:
      node.kind = HtmlNode::Kind::comment;
      node.text = text_in(source->content);
      break;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:  // Scripts and styles.
      node.kind = HtmlNode::Kind::text;
      node.text = text_in(source->content);
      break;
    default:
      node.kind = HtmlNode::Kind::comment;  // Declarations and the like: nothing to read.
  }
  return node;
}

HtmlTree flat_tree(const xmlNode* first) {
  HtmlTree tree(1);
  std::size_t parent = 0;
  for (const xmlNode* source = first; source != nullptr;) {
    const std::size_t index = tree.size();
    tree.push_back(node_of(source));
    tree.back().parent = parent;
    if (source->type == XML_ELEMENT_NODE && source->children != nullptr) {
      parent = index;
      source = source->children;
      continue;
    }
    tree[index].end = index + 1;
    while (source->next == nullptr && parent != 0) {
      tree[parent].end = tree.size();
      parent = tree[parent].parent;
      source = source->parent;
    }
    source = source->next;
  }
  tree[0].end = tree.size();
  return tree;
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view attribute_name) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == attribute_name) return attribute.value;
  }
  return {};
}

bool HtmlNode::has_attribute(std::string_view attribute_name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& attribute) {
    return attribute.name == attribute_name;
  });
}

ParsedHtml parse_html(std::string_view html) {
  static std::once_flag initialized;
  std::call_once(initialized, xmlInitParser);  // libxml2 must not do it in two threads at once.
  // XML_PARSE_HUGE: without, the parser stops at 256 elements in each other and says nothing.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | XML_PARSE_HUGE;
  const Parser parser(htmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  ParsedHtml parsed;
  parser->_private = &parsed.whole;
  parser->sax->startElement = start_element;
  const Document document(htmlCtxtReadMemory(
      parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  parsed.tree = flat_tree(document ? document->children : nullptr);
  return parsed;
}

}  // namespace techpolicy
