// Article to document: every term, slot and stored byte that the index holds of an article.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/analysis/stemmer.h"
#include "indexer/articles/article.h"
#include "indexer/entities/lexicon.h"
#include "indexer/schema/stored_article.h"
#include "indexer/schema/values.h"

namespace techpolicy {

/// Given by the builder, not by the article.
struct DocumentIdentity {
  std::string id;
  std::string content_hash;
  std::uint64_t sequence = 0;
  std::uint64_t added = 0;
};

/// An article with all that analysis says of it; `inspect` prints it, build_document indexes it.
/// `title` and `body` view into `article`, which therefore must not move: hold by unique_ptr.
struct AnalyzedArticle {
  Article article;
  TextAnalysis title;
  TextAnalysis body;
  ArticleMentions mentions;
  std::string lang;       ///< Declared, else detected.
  std::string source_id;  ///< Slug of the source; empty where unknown.
};

[[nodiscard]] std::unique_ptr<AnalyzedArticle> analyze_article(Article article,
                                                               const Lexicon& lexicon);

/// The entity facet values of an article, by facet, each sorted by value: mentions and salience.
[[nodiscard]] std::array<std::vector<FacetValue>, kFacetCount> facet_values(
    const AnalyzedArticle& analyzed, const Gazetteer& gazetteer);

[[nodiscard]] StoredArticle stored_article(const AnalyzedArticle& analyzed,
                                           const Gazetteer& gazetteer,
                                           const DocumentIdentity& identity);

[[nodiscard]] Xapian::Document build_document(const AnalyzedArticle& analyzed,
                                              const Gazetteer& gazetteer,
                                              const DocumentIdentity& identity, Stemmer& stemmer);

}  // namespace techpolicy
