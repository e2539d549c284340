#include "indexer/analysis/analyzer.h"

#include <algorithm>

#include "indexer/analysis/character_repairs.h"
#include "indexer/analysis/code_points.h"
#include "indexer/analysis/glued_words.h"
#include "indexer/analysis/sentence_languages.h"
#include "indexer/analysis/split_words.h"
#include "indexer/analysis/tokenizer.h"

namespace techpolicy {
namespace {

/// Replaces glued tokens by their parts; the raw form goes on as a compound. Where a cut is
/// doubtful the token stays and its parts are compounds.
void cut_glued_words(std::string_view text, const Vocabulary& vocabulary,
                     std::vector<Token>& tokens, std::vector<Compound>& compounds) {
  const auto all_cuts = glued_word_cuts(text, tokens, vocabulary);
  if (std::ranges::all_of(all_cuts, [](const GlueCuts& cuts) { return cuts.places.empty(); })) {
    return;
  }
  std::vector<Token> parts;
  parts.reserve(tokens.size() + 8);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    const std::vector<std::size_t>& places = all_cuts[i].places;
    if (places.empty() || all_cuts[i].doubtful) {
      for (const std::size_t place : places) {
        compounds.push_back({token.folded.substr(0, place), parts.size(), parts.size()});
        compounds.push_back({token.folded.substr(place), parts.size(), parts.size()});
      }
      parts.push_back(std::move(token));
      continue;
    }
    compounds.push_back({token.folded, parts.size(), parts.size() + places.size()});
    std::size_t begin = 0;
    for (std::size_t k = 0; k <= places.size(); ++k) {
      const std::size_t end = k < places.size() ? places[k] : token.folded.size();
      Token part = token;
      part.begin = token.begin + begin;
      part.end = token.begin + end;
      part.folded = token.folded.substr(begin, end - begin);
      part.glued = true;
      if (begin > 0) {
        part.before = Separator::space;
        part.sentence_start = false;
      }
      set_letter_case(part, text);
      parts.push_back(std::move(part));
      begin = end;
    }
  }
  tokens = std::move(parts);
}

/// "start-up" also as "startup": runs of words joined by hyphens without blanks.
void join_hyphenated(const std::vector<Token>& tokens, std::vector<Compound>& compounds) {
  constexpr std::size_t kLongestRun = 4;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first;
    std::string joined;
    while (last + 1 < tokens.size() && tokens[last + 1].before == Separator::hyphen &&
           tokens[last + 1].script == TokenScript::word) {
      if (last == first) joined = tokens[first].folded;
      joined += tokens[++last].folded;
    }
    if (last > first && last - first < kLongestRun) compounds.push_back({joined, first, last});
    first = last + 1;
  }
}

/// Tells lines written in capitals, in which a capital proves nothing.
void mark_lines(std::vector<Token>& tokens) {
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t last = first + 1;
    while (last < tokens.size() && !tokens[last].sentence_start) ++last;
    std::size_t words = 0;
    std::size_t upper = 0;
    std::size_t capitalized = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Token& token = tokens[i];
      if (token.script != TokenScript::word || (token.end - token.begin < 2 && !token.capitalized))
        continue;
      ++words;
      upper += token.all_caps ? 1U : 0U;
      capitalized += token.capitalized ? 1U : 0U;
    }
    const bool upper_line = words >= 4 && upper * 10 >= words * 7;
    const bool title_line = !upper_line && words >= 5 && capitalized * 10 >= words * 7;
    for (std::size_t i = first; i < last; ++i) {
      tokens[i].upper_line = upper_line;
      tokens[i].title_line = title_line;
    }
    first = last;
  }
}

void set_positions(std::vector<Token>& tokens) {
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    position += i > 0 && tokens[i].before == Separator::paragraph ? kParagraphGap + 1 : 1;
    tokens[i].position = position;
  }
}

ParagraphKind paragraph_kind(std::string_view text, std::size_t words) {
  const std::string_view start = text.substr(0, 2);
  if (start == "- " || start == "* ") return ParagraphKind::list;
  constexpr std::size_t kMostHeadingWords = 14;
  std::size_t last = text.size();
  const UChar32 end = code_point_before(text, last);
  const bool closed = end == '.' || end == ',' || end == ';' || end == '"' || end == 0x201D ||
                      end == 0x2026 || end == 0xBB || end == ':' || end == 0x3002;
  return words <= kMostHeadingWords && !closed && text.find('\n') == std::string_view::npos
             ? ParagraphKind::heading
             : ParagraphKind::paragraph;
}

/// From the first to the last byte that is not blank of each stretch between paragraph breaks.
std::vector<StoredParagraph> find_paragraphs(std::string_view text,
                                             const std::vector<Token>& tokens) {
  std::vector<StoredParagraph> paragraphs;
  for (std::size_t first = 0; first < tokens.size();) {
    std::size_t next = first + 1;
    while (next < tokens.size() && tokens[next].before != Separator::paragraph) ++next;
    const std::size_t earliest = paragraphs.empty() ? 0 : paragraphs.back().end;
    const std::size_t line = text.substr(0, tokens[first].begin).rfind('\n');
    std::size_t begin = std::max(earliest, line == std::string_view::npos ? 0 : line + 1);
    while (begin < tokens[first].begin && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    std::size_t end = std::min(text.find('\n', tokens[next - 1].end), text.size());
    while (end > tokens[next - 1].end && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    const ParagraphKind kind = paragraph_kind(text.substr(begin, end - begin), next - first);
    paragraphs.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
    first = next;
  }
  return paragraphs;
}

/// Moves the offsets of tokens from the repaired text to the original, and adds as repairs the cuts
/// and the `blanks` inside of words.
void map_to_original(RepairedText& repaired, std::vector<Repair> blanks, TextAnalysis& analysis) {
  std::vector<Repair> cuts;
  for (Token& token : analysis.tokens) {
    token.begin = repaired.original_begin(token.begin);
    token.end = repaired.original_end(token.end);
  }
  for (std::size_t i = 1; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.glued && token.begin == analysis.tokens[i - 1].end && analysis.tokens[i - 1].glued) {
      const auto at = static_cast<std::uint32_t>(token.begin);
      cuts.push_back({at, at, RepairKind::glued, " "});
    }
  }
  if (!blanks.empty()) {
    RepairedText again(analysis.text, analysis.repairs);
    analysis.repairs = compose(std::move(analysis.repairs), again, std::move(blanks));
  }
  const auto middle = static_cast<std::ptrdiff_t>(analysis.repairs.size());
  analysis.repairs.insert(analysis.repairs.end(), cuts.begin(), cuts.end());
  std::inplace_merge(analysis.repairs.begin(), analysis.repairs.begin() + middle,
                     analysis.repairs.end(),
                     [](const Repair& a, const Repair& b) { return a.begin < b.begin; });
}

/// Foreign words with their meaning; the language of a sentence says which glossary serves.
void add_glosses(const Glossary& glossary, const Vocabulary& vocabulary, std::string_view language,
                 TextAnalysis& analysis) {
  auto span = analysis.languages.begin();
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    while (span != analysis.languages.end() && span->end_token <= i) ++span;
    const bool foreign = span != analysis.languages.end() && span->first_token <= i;
    const Gloss gloss =
        glossary.at(analysis.tokens, i, foreign ? span->language : language, vocabulary);
    if (gloss.meaning.empty()) continue;
    analysis.glosses.push_back(gloss);
    i = gloss.last_token;
  }
}

/// Without `vocabulary` as a query: as typed.
TextAnalysis analyze_text(std::string_view text, const Vocabulary* vocabulary,
                          const Glossary* glossary, std::string_view language) {
  TextAnalysis analysis;
  analysis.text = text;
  analysis.repairs = character_repairs(text);
  RepairedText repaired(text, analysis.repairs);
  analysis.tokens = tokenize(repaired.text(), paragraph_breaks(text));
  std::vector<Repair> blanks;
  if (vocabulary != nullptr) {
    blanks = join_split_words(repaired.text(), *vocabulary, analysis.tokens, analysis.compounds);
    cut_glued_words(repaired.text(), *vocabulary, analysis.tokens, analysis.compounds);
    analysis.languages = foreign_sentences(analysis.tokens, language);
    add_glosses(*glossary, *vocabulary, language, analysis);
  }
  join_hyphenated(analysis.tokens, analysis.compounds);
  std::stable_sort(
      analysis.compounds.begin(), analysis.compounds.end(),
      [](const Compound& a, const Compound& b) { return a.first_token < b.first_token; });
  mark_lines(analysis.tokens);
  set_positions(analysis.tokens);
  map_to_original(repaired, std::move(blanks), analysis);
  analysis.paragraphs = find_paragraphs(text, analysis.tokens);
  return analysis;
}

}  // namespace

Analyzer::Analyzer(std::shared_ptr<const Vocabulary> vocabulary,
                   std::shared_ptr<const Glossary> glossary)
    : vocabulary_(std::move(vocabulary)), glossary_(std::move(glossary)) {}

TextAnalysis Analyzer::analyze(std::string_view text, std::string_view language) const {
  return analyze_text(text, vocabulary_.get(), glossary_.get(), language);
}

TextAnalysis Analyzer::analyze_query(std::string_view text) const {
  return analyze_text(text, nullptr, nullptr, "und");
}

std::string written_form(std::string_view text, const Token& token) {
  std::string written;
  for (std::size_t offset = token.begin; offset < token.end;) {
    const std::size_t begin = offset;
    const UChar32 c = next_code_point(text, offset);
    if (!is_invisible(c) && !is_blank(c)) written.append(text, begin, offset - begin);
  }
  return written;
}

std::size_t lead_token_count(const std::vector<Token>& tokens) {
  std::size_t count = 0;
  while (count < tokens.size() && count < kLeadTokens &&
         (count == 0 || tokens[count].before != Separator::paragraph)) {
    ++count;
  }
  return count;
}

}  // namespace techpolicy
