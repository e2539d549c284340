// Article to document: every term, slot and stored byte that the index holds of an article.
#pragma once

#include <cstdint>
#include <string>
#include <xapian.h>

#include "indexer/analysis/stemmer.h"
#include "indexer/build/analyzed_article.h"
#include "indexer/entities/gazetteer.h"
#include "indexer/schema/stored_article.h"

namespace techpolicy {

/// Given by the builder, not by the article.
struct DocumentIdentity {
  std::string id;
  std::string content_hash;
  std::uint64_t sequence = 0;
  std::uint64_t added = 0;
  std::string file = {};  ///< InputFile::name of the input that holds it.
};

[[nodiscard]] StoredArticle stored_article(const AnalyzedArticle& analyzed,
                                           const Gazetteer& gazetteer,
                                           const DocumentIdentity& identity);

/// Terms are gathered first and added once each, in order: Xapian is faster so. Never throws on
/// text.
[[nodiscard]] Xapian::Document build_document(const AnalyzedArticle& analyzed,
                                              const Gazetteer& gazetteer,
                                              const DocumentIdentity& identity, Stemmer& stemmer);

}  // namespace techpolicy
