#include "indexer/articles/html_boilerplate.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

using Words = std::span<const std::string_view>;

/// Never text of the page, whatever is in them.
constexpr std::array<std::string_view, 20> kSilentElements = {
    "script", "style",  "noscript", "template", "svg",    "iframe", "object",
    "embed",  "button", "select",   "textarea", "input",  "canvas", "audio",
    "video",  "title",  "map",      "option",   "dialog", "label"};

constexpr std::array<std::string_view, 4> kFurnitureElements = {"nav", "aside", "footer", "menu"};

/// Furniture as a rule; but some sites wrap the whole page in one of them.
constexpr std::array<std::string_view, 4> kWrapperElements = {"header", "form", "figure",
                                                              "figcaption"};

/// Parts of a sentence, whatever their class: a player's name may be a "player-link".
constexpr std::array<std::string_view, 6> kInlineElements = {"a", "b", "em", "i", "strong", "u"};

constexpr std::array<std::string_view, 9> kFurnitureRoles = {
    "navigation", "complementary", "dialog", "alertdialog", "menu",
    "menubar",    "banner",        "search", "contentinfo"};

/// Words of itemprop.
constexpr std::array<std::string_view, 8> kFacts = {
    "author",           "datemodified", "datepublished", "editor",
    "interactioncount", "keywords",     "publisher",     "image"};

/// Whole words of class and id.
constexpr std::array<std::string_view, 80> kFurnitureWords = {
    "ad",          "ads",          "advert",    "advertisement", "adverts",
    "breadcrumb",  "breadcrumbs",  "byline",    "comment",       "comments",
    "consent",     "cookie",       "cookies",   "copyright",     "credit",
    "disqus",      "footer",       "gdpr",      "masthead",      "menu",
    "modal",       "nav",          "navbar",    "navigation",    "newsletter",
    "newsletters", "onetrust",     "outbrain",  "pager",         "pagination",
    "popup",       "popular",      "promo",     "promos",        "promoted",
    "readmore",    "recirc",       "recommend", "recommended",   "recommendations",
    "related",     "share",        "sharebar",  "sharing",       "sidebar",
    "signup",      "skiplink",     "social",    "sponsor",       "sponsored",
    "subscribe",   "subscription", "taboola",   "taglist",       "tags",
    "teaser",      "teasers",      "timestamp", "toolbar",       "tooltip",
    "trending",    "widget",       "sociable",  "figcaption",    "overlay",
    "bio",         "videos",       "video",     "signin",        "login",
    "banner",      "carousel",     "slideshow", "gallery",       "recirculation",
    "credits",     "captions",     "caption",   "sharedaddy",    "meta"};

/// Whole names whose words alone would say little.
constexpr std::array<std::string_view, 24> kFurnitureNames = {"hidden",
                                                              "hide",
                                                              "invisible",
                                                              "off-screen",
                                                              "offscreen",
                                                              "visually-hidden",
                                                              "visuallyhidden",
                                                              "sr-only",
                                                              "screen-reader-text",
                                                              "print-header",
                                                              "print-only",
                                                              "no-print",
                                                              "noprint",
                                                              "hidden-print",
                                                              "d-print-none",
                                                              "d-none",
                                                              "author-bio",
                                                              "author-box",
                                                              "author-info",
                                                              "post-author",
                                                              "about-author",
                                                              "author",
                                                              "estimated-read-time",
                                                              "reading-time"};

/// How the names of whole discussions begin.
constexpr std::array<std::string_view, 6> kCommentNames = {"comments",   "comment-", "disqus",
                                                           "discussion", "respond",  "livefyre"};

/// Words before a furniture word that turn its meaning: "has-sidebar", "category-cookies".
constexpr std::array<std::string_view, 11> kNegations = {
    "has", "with", "no", "without", "is", "not", "category", "tag", "topic", "section", "open"};

bool contains(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Calls `use` with each word of one class name ("shareBar_top" has three) until it says true.
template <typename Use>
bool any_word(std::string_view name, const Use& use) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool ends = i == name.size() || !(is_ascii_letter(name[i]) || is_ascii_digit(name[i]));
    const bool capital =
        !ends && i > begin && name[i] <= 'Z' && name[i] >= 'A' && name[i - 1] >= 'a';
    if (!ends && !capital) continue;
    if (i > begin && use(ascii_lower(name.substr(begin, i - begin)))) return true;
    begin = capital ? i : i + 1;
  }
  return false;
}

bool is_furniture_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (contains(kFurnitureNames, lower)) return true;
  if (lower.find("embed") != std::string::npos) return false;  // "social-embed" is part of a story.
  bool first = true;
  bool negated = false;
  return any_word(name, [&](const std::string& word) {
    negated = negated || (first && contains(kNegations, word));
    first = false;
    return !negated && contains(kFurnitureWords, word);
  });
}

/// Comments, not their count or a button to them: the name begins with the word.
bool is_comments_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return std::any_of(kCommentNames.begin(), kCommentNames.end(),
                     [&](std::string_view start) { return lower.starts_with(start); });
}

/// True where `is_named` takes one of the names in class or id.
template <typename IsNamed>
bool has_name(const HtmlNode& node, const IsNamed& is_named) {
  for (const std::string_view attribute : {"class", "id"}) {
    std::string_view names = ascii_trim(node.attribute(attribute));
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
      if (is_named(names.substr(0, end))) return true;
      names = ascii_trim(names.substr(end));
    }
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style = ascii_lower(node.attribute("style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

/// What says itself that it is a date, an author or a count.
bool is_fact(const HtmlNode& node) {
  const std::string_view property = node.attribute("itemprop");
  return !property.empty() && std::any_of(kFacts.begin(), kFacts.end(), [&](std::string_view fact) {
    return has_word(property, fact);
  });
}

bool is_furniture(const HtmlNode& node) {
  return contains(kFurnitureElements, node.name) || is_fact(node) ||
         contains(kFurnitureRoles, ascii_lower(node.attribute("role")));
}

bool is_page_itself(const HtmlNode& node) { return node.is("html") || node.is("body"); }

/// Looks like furniture, but may also wrap the story.
bool may_be_furniture(const HtmlNode& node, Strictness strictness) {
  if (is_page_itself(node) || is_story_element(node)) return false;
  if (contains(kWrapperElements, node.name) || is_hidden(node)) return true;
  return strictness == Strictness::names && !contains(kInlineElements, node.name) &&
         has_name(node, is_furniture_name);
}

/// The card that a page shows when one points at a name: a part of a line that does not begin with
/// a link and is links to other pages and little else.
bool is_card(const HtmlTree& tree, const HtmlMarks& marks, std::size_t i) {
  constexpr std::size_t kMinLinks = 3;
  constexpr std::size_t kMinBytes = 100;
  if (!tree[i].is("span") || marks.text[i] < kMinBytes || marks.links[i] * 5 < marks.text[i] * 4) {
    return false;
  }
  std::size_t links = 0;
  constexpr std::size_t kMostNodes = 200;  // Cards are small; and spans may nest without end.
  const std::size_t end = std::min(tree[i].end, i + kMostNodes);
  for (std::size_t j = i + 1; j < end; ++j) {
    if (!tree[j].is("a")) continue;
    if (links++ == 0 && tree[j].parent == i) return false;
  }
  return links >= kMinLinks;
}

/// For each node whether the headline or the marked body of the story is in it.
std::vector<bool> story_holders(const HtmlTree& tree) {
  std::vector<bool> holds(tree.size(), false);
  holds[0] = true;
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (!tree[i].is("h1") && !has_word(tree[i].attribute("itemprop"), "articlebody")) continue;
    for (std::size_t around = i; !holds[around]; around = tree[around].parent) holds[around] = true;
  }
  return holds;
}

/// Bytes that a reader sees.
std::size_t visible_bytes(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_space));
}

/// Adds up the visible text below each node, and that of it in links; what `left_out` marks is not
/// text.
void measure(const HtmlTree& tree, HtmlMarks& marks) {
  marks.text.assign(tree.size(), 0);
  marks.links.assign(tree.size(), 0);
  for (std::size_t i = tree.size() - 1; i > 0; --i) {
    const HtmlNode& node = tree[i];
    if (marks.left_out[i]) continue;
    if (node.kind == HtmlNode::Kind::text) marks.text[i] = visible_bytes(node.text);
    if (node.is("a")) marks.links[i] = marks.text[i];
    marks.text[node.parent] += marks.text[i];
    marks.links[node.parent] += marks.links[i];
  }
}

/// Marks what `choose` says, with all that is inside.
template <typename Choose>
void leave_out(const HtmlTree& tree, HtmlMarks& marks, const Choose& choose) {
  for (std::size_t i = 1; i < tree.size(); ++i) {
    if (marks.left_out[i]) continue;
    if (marks.left_out[tree[i].parent]) {
      marks.left_out[i] = true;
    } else if (tree[i].kind == HtmlNode::Kind::element) {
      marks.left_out[i] = choose(i);
    } else {
      marks.left_out[i] = tree[i].kind == HtmlNode::Kind::comment;
    }
  }
}

}  // namespace

bool is_silent_element(const HtmlNode& node) { return contains(kSilentElements, node.name); }

bool has_word(std::string_view words, std::string_view word) {
  const std::string lower = ascii_lower(words);
  for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || is_ascii_space(lower[at - 1]);
    if (begins && (end == lower.size() || is_ascii_space(lower[end]))) return true;
  }
  return false;
}

bool is_story_element(const HtmlNode& node) {
  return node.is("article") || node.is("main") || node.attribute("role") == "main" ||
         has_word(node.attribute("itemprop"), "articlebody");
}

HtmlMarks mark_boilerplate(const HtmlTree& tree, Strictness strictness) {
  HtmlMarks marks;
  marks.left_out = std::vector<bool>(tree.size(), false);
  const std::vector<bool> holds_story = story_holders(tree);
  leave_out(tree, marks, [&](std::size_t i) {
    if (is_silent_element(tree[i]) || is_furniture(tree[i])) return true;
    // Discussions can be longer than what they discuss.
    if (holds_story[i] || is_page_itself(tree[i]) || is_story_element(tree[i])) return false;
    return has_name(tree[i], is_comments_name);
  });
  measure(tree, marks);
  const std::size_t story_bytes = (marks.text[0] - marks.links[0]) / 2;
  leave_out(tree, marks, [&](std::size_t i) {
    // What holds most of the page's running text is no furniture, whatever it is called.
    if (is_card(tree, marks, i)) return true;
    return may_be_furniture(tree[i], strictness) && marks.text[i] - marks.links[i] <= story_bytes;
  });
  measure(tree, marks);
  return marks;
}

}  // namespace techpolicy
