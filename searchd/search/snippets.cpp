// Which passages of an article stand for it in a result, and the title of one that has none.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unicode/uchar.h>

#include "searchd/search/marked_text.h"
#include "searchd/search/query_characters.h"

namespace techpolicy {
namespace {

constexpr std::uint32_t kSnippetBytes = 240;
constexpr std::size_t kTitleCharacters = 120;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

using Matches = std::span<const ByteRange>;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

auto token_at(const StoredText& text, std::uint32_t position) {
  return std::partition_point(
      text.tokens.begin(), text.tokens.end(),
      [position](const TokenPlace& token) { return token.position < position; });
}

Matches matches_within(Matches matches, const ByteRange& range) {
  const auto first = std::partition_point(
      matches.begin(), matches.end(), [&](const ByteRange& m) { return m.begin < range.begin; });
  const auto last = std::partition_point(first, matches.end(),
                                         [&](const ByteRange& m) { return m.end <= range.end; });
  return {first, last};
}

/// How many different words match: "Nvidia ... exports" says more than "Nvidia ... Nvidia".
std::size_t distinct_count(const StoredText& text, Matches matches) {
  std::set<std::string> words;
  for (const ByteRange& match : matches) {
    std::string word = text.text.substr(match.begin, match.end - match.begin);
    for (char& c : word) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    words.insert(std::move(word));
  }
  return words.size();
}

/// The stretch of matches, at most kSnippetBytes long, with most different ones; the sentence's
/// beginning where it has none.
ByteRange best_stretch(const StoredText& text, const ByteRange& sentence, Matches matches) {
  if (matches.empty()) return {sentence.begin, sentence.begin};
  ByteRange best;
  std::size_t best_count = 0;
  for (const ByteRange& first : matches) {
    const std::uint32_t limit = std::max(first.end, first.begin + kSnippetBytes);
    const Matches stretch = matches_within(matches, {first.begin, limit});
    const std::size_t count = distinct_count(text, stretch);
    if (count <= best_count) continue;
    best_count = count;
    best = {first.begin, stretch.back().end};
  }
  return best;
}

/// Shrinks to whole tokens, but never into `kept`. A token longer than the range is cut between
/// characters.
ByteRange at_token_borders(const StoredText& text, ByteRange range, const ByteRange& kept,
                           const ByteRange& sentence) {
  if (range.begin > sentence.begin) {
    const auto first =
        std::partition_point(text.tokens.begin(), text.tokens.end(),
                             [&](const TokenPlace& token) { return token.begin < range.begin; });
    range.begin = first == text.tokens.end() ? kept.begin : std::min(first->begin, kept.begin);
  }
  if (range.end < sentence.end) {
    const auto after =
        std::partition_point(text.tokens.begin(), text.tokens.end(),
                             [&](const TokenPlace& token) { return token.end <= range.end; });
    const std::uint32_t fitting = after == text.tokens.begin() ? 0 : std::prev(after)->end;
    if (fitting > range.begin) range.end = std::max(fitting, kept.end);
    while (range.end > range.begin && continues_character(text.text[range.end])) --range.end;
  }
  return range;
}

ByteRange window_of(const StoredText& text, const ByteRange& sentence, Matches matches) {
  if (sentence.end - sentence.begin <= kSnippetBytes) return sentence;
  const ByteRange kept = best_stretch(text, sentence, matches);
  const std::uint32_t length = kept.end - kept.begin;
  const std::uint32_t slack = length < kSnippetBytes ? kSnippetBytes - length : 0;
  const std::uint32_t left = std::min(slack / 2, kept.begin - sentence.begin);
  ByteRange window{kept.begin - left, 0};
  window.end = std::min(sentence.end, kept.end + (slack - left));
  const std::uint32_t used = window.end - window.begin;
  if (used < kSnippetBytes) {  // At the sentence's end: the rest goes to the left.
    window.begin -= std::min(kSnippetBytes - used, window.begin - sentence.begin);
  }
  return at_token_borders(text, window, kept, sentence);
}

bool is_unmarked(const TextRun& run) { return !run.match && !run.entity && !run.original; }

void prepend_unmarked(MarkedText& runs, const std::string& text) {
  if (runs.empty() || !is_unmarked(runs.front())) {
    runs.emplace_back();
    std::rotate(runs.begin(), std::prev(runs.end()), runs.end());
  }
  runs.front().text.insert(0, text);
}

void append_unmarked(MarkedText& runs, const std::string& text) {
  if (runs.empty() || !is_unmarked(runs.back())) runs.emplace_back();
  runs.back().text += text;
}

MarkedText snippet_of(const StoredText& text, const ByteRange& sentence, Matches matches) {
  const ByteRange window = window_of(text, sentence, matches_within(matches, sentence));
  MarkedText runs = mark_text(text, window.begin, window.end, matches, false);
  if (runs.empty()) return runs;
  if (window.begin > sentence.begin) prepend_unmarked(runs, std::string(kEllipsis) + " ");
  if (window.end < sentence.end) append_unmarked(runs, " " + std::string(kEllipsis));
  return runs;
}

/// Numbers of paragraphs ("1.", "(a)") say nothing alone.
bool has_words(const StoredText& text, const ByteRange& range) {
  constexpr std::ptrdiff_t kFewestLetters = 3;
  const std::u32string points =
      to_code_points(std::string_view(text.text).substr(range.begin, range.end - range.begin));
  const auto is_letter = [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; };
  return std::count_if(points.begin(), points.end(), is_letter) >= kFewestLetters;
}

/// The first sentence, and those after it as far as they fit; the text itself where it has no
/// words.
ByteRange beginning_of(const StoredText& text, const std::vector<ByteRange>& sentences) {
  if (sentences.empty()) return {0, static_cast<std::uint32_t>(text.text.size())};
  ByteRange range = sentences.front();
  for (const ByteRange& sentence : sentences) {
    const bool fits = sentence.end - range.begin <= kSnippetBytes;
    if (!fits && has_words(text, range)) break;
    range.end = sentence.end;
  }
  return range;
}

/// Cuts displayed text to `limit` characters, the ellipsis included: after a word, unless the
/// last space is far back, as in scripts written without spaces.
void cut_to_characters(MarkedText& runs, std::size_t limit) {
  struct Cut {
    std::size_t run = 0;
    std::size_t byte = 0;
    std::size_t characters = 0;
  };
  Cut word;
  Cut hard;
  std::size_t characters = 0;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const std::string& text = runs[run].text;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
      if (continues_character(text[byte])) continue;
      if (characters < limit) {
        hard = {run, byte, characters};
        if (text[byte] == ' ') word = hard;
      }
      ++characters;
    }
  }
  if (characters <= limit) return;
  const Cut& cut = word.characters > limit / 2 ? word : hard;
  runs.resize(cut.run + 1);
  runs.back().text.resize(cut.byte);
  if (runs.back().text.empty()) runs.pop_back();
  append_unmarked(runs, std::string(kEllipsis));
}

}  // namespace

std::vector<ByteRange> sentences_of(const StoredText& text) {
  std::vector<ByteRange> sentences;
  std::uint32_t before = 0;  ///< Where the sentence before ends.
  for (std::size_t i = 0; i < text.sentences.size(); ++i) {
    const auto first = token_at(text, text.sentences[i]);
    const auto next =
        i + 1 < text.sentences.size() ? token_at(text, text.sentences[i + 1]) : text.tokens.end();
    if (first == next) continue;
    ByteRange sentence{first->begin, std::prev(next)->end};
    while (sentence.begin > before && !is_space(text.text[sentence.begin - 1])) --sentence.begin;
    const auto limit =
        next == text.tokens.end() ? static_cast<std::uint32_t>(text.text.size()) : next->begin;
    while (sentence.end < limit && !is_space(text.text[sentence.end])) ++sentence.end;
    before = sentence.end;
    sentences.push_back(sentence);
  }
  return sentences;
}

std::vector<MarkedText> make_snippets(const StoredArticle& article, Matches matches_in_body,
                                      std::size_t at_most) {
  const StoredText& text = article.body;
  const std::vector<ByteRange> sentences = sentences_of(text);
  std::vector<std::pair<std::size_t, ByteRange>> ranked;
  for (const ByteRange& sentence : sentences) {
    const Matches matches = matches_within(matches_in_body, sentence);
    if (!matches.empty()) ranked.emplace_back(distinct_count(text, matches), sentence);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (ranked.empty()) ranked.emplace_back(0, beginning_of(text, sentences));
  ranked.resize(std::min(ranked.size(), at_most));
  std::vector<MarkedText> snippets;
  for (const auto& [count, sentence] : ranked) {
    MarkedText snippet = snippet_of(text, sentence, matches_in_body);
    if (!snippet.empty()) snippets.push_back(std::move(snippet));
  }
  return snippets;
}

std::pair<MarkedText, bool> display_title(const StoredArticle& article, Matches title_matches,
                                          Matches body_matches) {
  const auto end = static_cast<std::uint32_t>(article.title.text.size());
  MarkedText title = mark_text(article.title, 0, end, title_matches, false);
  if (!title.empty()) return {std::move(title), false};
  const std::vector<ByteRange> sentences = sentences_of(article.body);
  const ByteRange first =
      sentences.empty() ? beginning_of(article.body, sentences) : sentences.front();
  MarkedText derived = mark_text(article.body, first.begin, first.end, body_matches, false);
  cut_to_characters(derived, kTitleCharacters);
  return {std::move(derived), true};
}

}  // namespace techpolicy
