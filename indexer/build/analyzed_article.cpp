#include "indexer/build/analyzed_article.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <utility>

#include "indexer/analysis/language.h"

namespace techpolicy {
namespace {

constexpr std::size_t kMaxSlugBytes = 80;

std::string language_of(const Article& article) {
  std::string lang = article.lang.empty() ? detect_language(article.text) : article.lang;
  lang.resize(std::min(lang.find('-'), lang.size()));
  return lang.empty() ? "und" : lang;
}

void append_words(const Analyzer& analyzer, std::string_view text,
                  std::vector<std::string>& words) {
  for (Token& token : analyzer.analyze_query(text).tokens) words.push_back(std::move(token.folded));
}

/// What markup says of headings, instead of what lines look like.
void take_headings(const std::vector<TextRange>& headings,
                   std::vector<StoredParagraph>& paragraphs) {
  auto heading = headings.begin();
  for (StoredParagraph& paragraph : paragraphs) {
    while (heading != headings.end() && heading->end <= paragraph.begin) ++heading;
    if (paragraph.kind == ParagraphKind::list) continue;
    if (heading != headings.end() && heading->begin <= paragraph.begin) {
      paragraph.kind = ParagraphKind::heading;
    } else if (paragraph.kind == ParagraphKind::heading) {
      paragraph.kind = ParagraphKind::paragraph;
    }
  }
}

}  // namespace

std::string source_slug(std::string_view name) {
  const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(fold(name));
  std::string slug;
  bool gap = false;
  for (int at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    const UChar32 c = folded.char32At(at);
    const bool inner_dot = c == '.' && !gap && !slug.empty() && u_isalnum(folded.char32At(at + 1));
    if (!u_isalnum(c) && !inner_dot) {
      gap = true;
      continue;
    }
    std::string piece(gap && !slug.empty() ? 1 : 0, '-');
    icu::UnicodeString(c).toUTF8String(piece);
    if (slug.size() + piece.size() > kMaxSlugBytes) break;
    slug += piece;
    gap = false;
  }
  return slug;
}

std::unique_ptr<AnalyzedArticle> analyze_article(Article article, const Lexicon& lexicon) {
  auto analyzed = std::make_unique<AnalyzedArticle>();
  analyzed->article = std::move(article);
  const Article& kept = analyzed->article;
  const Analyzer& analyzer = lexicon.analyzer();
  analyzed->lang = language_of(kept);
  analyzed->title = analyzer.analyze(kept.title, analyzed->lang);
  analyzed->body = analyzer.analyze(kept.text, analyzed->lang);
  if (kept.headings) take_headings(*kept.headings, analyzed->body.paragraphs);
  analyzed->mentions = lexicon.matcher().find_mentions(analyzed->title, analyzed->body);
  lexicon.found_names().add_to(analyzed->mentions, analyzed->title, analyzed->body);
  analyzed->sketch = make_story_sketch(analyzed->title, analyzed->body, analyzer.vocabulary());
  analyzed->source_id = source_slug(kept.source);
  for (const std::string& author : kept.authors) {
    append_words(analyzer, author, analyzed->author_words);
  }
  append_words(analyzer, kept.url, analyzed->url_words);
  return analyzed;
}

}  // namespace techpolicy
