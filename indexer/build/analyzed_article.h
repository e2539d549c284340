// An article with all that analysis says of it: `inspect` prints it, build_document() indexes it.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.h"
#include "indexer/articles/article.h"
#include "indexer/entities/entity_matcher.h"
#include "indexer/entities/lexicon.h"
#include "indexer/schema/facets.h"
#include "indexer/schema/values.h"
#include "indexer/stories/story_sketch.h"

namespace techpolicy {

/// `title` and `body` view into `article`, which therefore must not move: hold by unique_ptr.
struct AnalyzedArticle {
  Article article;
  TextAnalysis title;
  TextAnalysis body;
  ArticleMentions mentions;
  StorySketch sketch;                     ///< What its story is found by.
  std::string lang;                       ///< Declared, else detected; primary subtag or "und".
  std::string source_id;                  ///< Slug of the source; empty where unknown.
  std::vector<std::string> author_words;  ///< Folded.
  std::vector<std::string> url_words;     ///< Folded.
};

[[nodiscard]] std::unique_ptr<AnalyzedArticle> analyze_article(Article article,
                                                               const Lexicon& lexicon);

/// The id of a source: its name folded, letters and digits of any script kept, a dot within a word
/// kept
/// ("reuters.com"), anything else one hyphen. At most 80 bytes.
[[nodiscard]] std::string source_slug(std::string_view name);

/// The facet values of an article, by facet, each sorted by value: of entities with mentions and
/// salience; and its source, language and year.
[[nodiscard]] std::array<std::vector<FacetValue>, kFacetCount> facet_values(
    const AnalyzedArticle& analyzed, const Gazetteer& gazetteer);

}  // namespace techpolicy
