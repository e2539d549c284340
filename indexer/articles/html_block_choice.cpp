#include "indexer/articles/html_block_choice.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_set>

#include "indexer/articles/ascii.h"

namespace techpolicy {
namespace {

/// Whole blocks that say nothing. Lower case, without punctuation around.
constexpr std::array<std::string_view, 64> kLabels = {"ad",
                                                      "advert",
                                                      "advertisement",
                                                      "advertising",
                                                      "advertisements",
                                                      "sponsored",
                                                      "sponsored content",
                                                      "promoted",
                                                      "story continues below advertisement",
                                                      "story continues",
                                                      "article continues below",
                                                      "continue reading",
                                                      "continue reading the main story",
                                                      "close",
                                                      "close video",
                                                      "video",
                                                      "more",
                                                      "share",
                                                      "share this",
                                                      "share this story",
                                                      "share this article",
                                                      "share article",
                                                      "share on facebook",
                                                      "share on twitter",
                                                      "share this on whatsapp",
                                                      "tweet",
                                                      "print",
                                                      "email",
                                                      "save",
                                                      "comments",
                                                      "comment",
                                                      "leave a comment",
                                                      "loading",
                                                      "topics",
                                                      "tags",
                                                      "don't miss",
                                                      "don’t miss",
                                                      "related",
                                                      "related news",
                                                      "related stories",
                                                      "related articles",
                                                      "related posts",
                                                      "related content",
                                                      "related topics",
                                                      "recommended",
                                                      "recommended stories",
                                                      "more on this story",
                                                      "more on this topic",
                                                      "you may also like",
                                                      "you might also like",
                                                      "see also",
                                                      "also see",
                                                      "read more",
                                                      "trending",
                                                      "trending news",
                                                      "popular",
                                                      "most read",
                                                      "iklan",
                                                      "anzeige",
                                                      "werbung",
                                                      "publicité",
                                                      "publicidad",
                                                      "publicidade",
                                                      "广告"};

/// How lines begin that lead to another page: followed by a colon, or most of the rest is links.
constexpr std::array<std::string_view, 31> kPointers = {
    "related",        "related article", "related articles",
    "related story",  "related stories", "related video",
    "read more",      "read also",       "also read",
    "read",           "read next",       "see also",
    "also see",       "see more",        "more",
    "more on this",   "more from",       "don't miss",
    "don’t miss",     "watch",           "watch now",
    "listen",         "video",           "photos",
    "gallery",        "lire aussi",      "à lire aussi",
    "lesen sie auch", "mehr zum thema",  "lea también",
    "leia também"};

/// What closing lines about the page, its author or its publisher begin with.
constexpr std::array<std::string_view, 31> kClosings = {
    "follow ",     "subscribe",  "sign up",      "source:",
    "sources:",    "source ",    "filed under",  "posted in",
    "tagged",      "tags:",      "topics:",      "categories:",
    "category:",   "updated ",   "last updated", "about the author",
    "copyright",   "©",          "(c) ",         "all rights reserved",
    "share this",  "have a tip", "got a tip",    "get the latest",
    "get our",     "get access", "join our",     "join the conversation",
    "contact the", "need more",  "click here"};

std::string folded(std::string_view text) {
  const auto is_edge = [](char c) {
    return is_ascii_space(c) || std::string_view(".:;!-|*[]()+>").find(c) != std::string_view::npos;
  };
  while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  return ascii_lower(text);
}

bool is_one_of(std::string_view text, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool has_sentence(std::string_view text) {
  for (const std::string_view end : {". ", "! ", "? ", "。"}) {
    if (text.find(end) != std::string_view::npos) return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "'", "”", "’", ")", "»"}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  for (const std::string_view end : {".", "!", "?", "…", "。", "！", "？", ":"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool mostly_links(const TextBlock& block) { return block.links * 2 > block.bytes; }

bool is_pointer(const TextBlock& block) {
  constexpr std::size_t kLongestPointer = 400;
  if (block.bytes > kLongestPointer) return false;
  const std::string text = folded(block.text);
  for (const std::string_view start : kPointers) {
    if (!text.starts_with(start)) continue;
    const std::string_view rest = std::string_view(text).substr(start.size());
    if (rest.starts_with(':') && (block.links * 3 > block.bytes)) return true;
    if (!rest.empty() && !is_ascii_letter(rest.front()) && mostly_links(block)) return true;
  }
  return false;
}

/// Lines of links, one below the other.
bool is_link_list(const TextBlock& block) {
  return mostly_links(block) && block.text.find('\n') != std::string::npos;
}

/// Says nothing, or leads elsewhere.
bool is_label(const TextBlock& block) {
  constexpr std::size_t kLongestLabel = 60;
  if (block.text.size() <= kLongestLabel && is_one_of(folded(block.text), kLabels)) return true;
  return is_pointer(block) || is_link_list(block);
}

bool is_closing(const TextBlock& block) {
  constexpr std::size_t kLongestClosing = 600;
  if (block.bytes > kLongestClosing) return false;
  const bool all_emphasised = block.emphasised * 10 > (block.bytes - block.links) * 9;
  if (all_emphasised && block.kind != BlockKind::heading) return true;
  const std::string text = folded(block.text);
  return std::any_of(kClosings.begin(), kClosings.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

/// The element that a block stands in, lists, tables and quotations not counted.
std::size_t holder(const HtmlTree& tree, std::size_t node) {
  constexpr std::array<std::string_view, 13> kParts = {
      "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "blockquote", "pre"};
  while (node != 0 && is_one_of(tree[node].name, kParts)) node = tree[node].parent;
  return node;
}

std::size_t byte_sum(const std::vector<TextBlock>& blocks) {
  std::size_t sum = 0;
  for (const TextBlock& block : blocks) sum += block.bytes;
  return sum;
}

void cut_start(const HtmlTree& tree, std::string_view title, std::vector<TextBlock>& blocks) {
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_prose);
  if (first == blocks.end()) return;
  const std::size_t parent = holder(tree, first->node);
  const auto is_apart = [&](const TextBlock& block) {
    if (tree[block.node].is("h1") || block.text == title) return true;
    return holder(tree, block.node) != parent || mostly_links(block);
  };
  blocks.erase(std::remove_if(blocks.begin(), first, is_apart), first);
}

void cut_end(const HtmlTree& tree, std::vector<TextBlock>& blocks) {
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose);
  if (last == blocks.rend()) return;
  const std::size_t parent = holder(tree, last->node);
  const auto is_apart = [&](const TextBlock& block) {
    if (block.kind == BlockKind::heading || mostly_links(block)) return true;
    return holder(tree, block.node) != parent;
  };
  blocks.erase(std::remove_if(last.base(), blocks.end(), is_apart), blocks.end());
  // Closings are short beside a story; a page of nothing but closings is none of these.
  std::size_t rest = byte_sum(blocks);
  const std::size_t least = rest / 2;
  while (blocks.size() > 1 && rest - blocks.back().bytes >= least &&
         (is_closing(blocks.back()) || blocks.back().kind == BlockKind::heading)) {
    rest -= blocks.back().bytes;
    blocks.pop_back();
  }
}

/// Hashes of every four words in a row.
std::vector<std::uint64_t> shingles(std::string_view text) {
  constexpr std::size_t kWords = 4;
  std::vector<std::uint64_t> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto is_letter = [&](std::size_t i) {
      return is_ascii_letter(text[i]) || is_ascii_digit(text[i]) || (text[i] & 0x80) != 0;
    };
    std::size_t end = at;
    while (end < text.size() && is_letter(end)) ++end;
    if (end > at) words.push_back(std::hash<std::string_view>{}(text.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  std::vector<std::uint64_t> result;
  const std::size_t width = std::min(kWords, words.size());
  for (std::size_t i = 0; width > 0 && i + width <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = i; j < i + width; ++j) hash = hash * 0x9E3779B97F4A7C15U + words[j];
    result.push_back(hash);
  }
  return result;
}

}  // namespace

bool is_prose(const TextBlock& block) {
  constexpr std::size_t kShortProse = 50;
  constexpr std::size_t kLongProse = 160;
  if (block.kind == BlockKind::heading || mostly_links(block)) return false;
  return block.bytes >= kLongProse ||
         (block.bytes >= kShortProse && (ends_sentence(block.text) || has_sentence(block.text)));
}

void keep_story(const HtmlTree& tree, std::string_view title, std::vector<TextBlock>& blocks) {
  if (std::none_of(blocks.begin(), blocks.end(), is_prose)) return;
  std::erase_if(blocks, is_label);
  cut_start(tree, title, blocks);
  cut_end(tree, blocks);
}

void keep_what_is_given(std::string_view given, std::vector<TextBlock>& blocks) {
  const std::vector<std::uint64_t> list = shingles(given);
  const std::unordered_set<std::uint64_t> known(list.begin(), list.end());
  std::vector<bool> foreign;
  std::size_t agreed = 0;
  std::size_t total = 0;
  for (const TextBlock& block : blocks) {
    const std::vector<std::uint64_t> own = shingles(block.text);
    const auto found = static_cast<std::size_t>(std::count_if(
        own.begin(), own.end(), [&](std::uint64_t hash) { return known.contains(hash); }));
    agreed += found;
    total += own.size();
    foreign.push_back(block.kind != BlockKind::heading && own.size() > 0 && found * 4 < own.size());
  }
  if (agreed * 10 < list.size() * 7 || agreed * 10 < total * 6) return;
  std::size_t i = 0;
  std::erase_if(blocks, [&](const TextBlock&) { return foreign[i++]; });
}

}  // namespace techpolicy
